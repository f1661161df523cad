"""Paths into a message document, reading it from text, and the one encoder."""

import json
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from .errors import DocumentError
from .message import Json, Message
from .words import QT_TRANSLATE_NOOP, Sentence

Path = tuple[str, ...]
"""Keys from the top of the document, as in `("payload", "notification", "title")`."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A message as bytes with a gap for the tokens, so that it is encoded once.

    `size` is what Push Kit limits: the compact UTF-8 bytes with the token list emptied
    (facts D, first row and the advice beside it).
    """

    head: bytes
    tail: bytes

    @property
    def size(self) -> int:
        return len(self.head) + len(self.tail)

    def with_tokens(self, tokens: Sequence[str]) -> bytes:
        """The bytes of one request."""
        return b"".join((self.head, _listed(tokens), self.tail))


_PLAIN = bytes(
    byte if byte >= 0x20 and byte not in b'"\\' else 0xFF for byte in range(256)
)
"""Each byte as itself; those that JSON escapes as one that no UTF-8 text holds."""


def _listed(tokens: Sequence[str]) -> bytes:
    """What stands between the brackets of a list of tokens.

    Real tokens hold nothing to escape. Seeing that for all of them at once takes half
    the time of writing them one by one, and is most of the work of a request.
    """
    together = "".join(tokens).encode()
    if together and together.translate(_PLAIN) == together:
        return b'"' + '","'.join(tokens).encode() + b'"'
    return compact(list(tokens))[1:-1]


def encode(message: Message) -> Encoded:
    """The only way from a message to bytes: compact UTF-8, nothing escaped to ASCII.

    Tokens that stand in the document are left out; a send brings its own.
    """
    head, tail = _around(message.document, message.token_path)
    return Encoded(head, tail)


# Made once: `json.dumps` would make one for every value of a message.
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def compact(value: Any) -> bytes:
    """`value` as the JSON we send."""
    return _COMPACT.encode(value).encode("utf-8")


def pretty(value: Any) -> str:
    """`value` as the JSON we show."""
    try:
        return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    except RecursionError:
        # The encoder that indents gives up sooner than the one that does not.
        return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _around(document: Json, path: Path) -> tuple[bytes, bytes]:
    """The bytes before and after the list at `path`, made if it is missing."""
    name, *rest = path
    keys = list(document)
    place = keys.index(name) if name in document else len(keys)
    before = [_pair(key, document[key]) for key in keys[:place]]
    after = [_pair(key, document[key]) for key in keys[place + 1 :]]
    if rest:
        child = document.get(name)
        head, tail = _around(child if isinstance(child, dict) else {}, tuple(rest))
    else:
        head, tail = b"[", b"]"
    opening = b",".join([*before, compact(name) + b":" + head])
    return b"{" + opening, b",".join([tail, *after]) + b"}"


def _pair(key: str, value: Any) -> bytes:
    return compact(key) + b":" + compact(value)


def read(document: Json, path: Path) -> Any:
    """The value at `path`, or None where there is none."""
    value: Any = document
    for key in path:
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return value


def write(document: Json, path: Path, value: Any) -> Json:
    """A copy of `document` with `value` at `path`; None takes the key away.

    Objects that become empty by taking a key away go too, so that clearing a field
    leaves no trace of it.
    """
    key, *rest = path
    if rest:
        child = document.get(key)
        if value is None and not (isinstance(child, dict) and child):
            return dict(document)
        below = write(child if isinstance(child, dict) else {}, tuple(rest), value)
        value = None if value is None and not below else below
    if value is None:
        return {name: kept for name, kept in document.items() if name != key}
    return {**document, key: value}


def parse(text: str) -> Json:
    """The JSON object in `text`, read as strictly as Push Kit's encoder writes.

    Raises DocumentError with line and column for broken JSON, numbers that JSON does
    not have, halves of a character, and for anything but an object.
    """
    try:
        value = json.loads(
            text,
            parse_constant=partial(_refuse_constant, text),
            object_pairs_hook=partial(_refuse_twins, text),
        )
        compact(value)
    except json.JSONDecodeError as error:
        raise _broken(text, error) from None
    except UnicodeEncodeError:
        raise _refusal(_HALF, text, _find(text, _is_half)) from None
    except (ValueError, RecursionError):
        raise _refusal(_TOO_MUCH, text, _find(text, _is_too_large)) from None
    if not isinstance(value, dict):
        raise DocumentError(_NO_OBJECT)
    return value


_HALF = QT_TRANSLATE_NOOP(
    "pushkit",
    "A \\u escape stands for half of a character. "
    "Write the character itself, or both halves.",
)
_TOO_MUCH = QT_TRANSLATE_NOOP(
    "pushkit", "A number is too large, or the nesting too deep, for JSON."
)
_NO_OBJECT = QT_TRANSLATE_NOOP(
    "pushkit", "A JSON object is needed here: it starts with {{ and ends with }}."
)


def _broken(text: str, error: json.JSONDecodeError) -> DocumentError:
    sentence = QT_TRANSLATE_NOOP(
        "pushkit", "This is not valid JSON: line {line}, column {column}. {hint}"
    ).format(line=error.lineno, column=error.colno, hint=_hint(text, error.pos))
    return DocumentError(sentence, error.lineno, error.colno, error.pos)


def _refuse_constant(text: str, name: str) -> None:
    raise _refusal(
        QT_TRANSLATE_NOOP(
            "pushkit", "JSON has no {name}. Use a number or a text."
        ).format(name=name),
        text,
        _find(text, lambda token: token.startswith(name)),
    )


def _refuse_twins(text: str, pairs: list[tuple[str, Any]]) -> Json:
    result: Json = {}
    for key, value in pairs:
        if key in result:
            raise _refusal(
                QT_TRANSLATE_NOOP(
                    "pushkit",
                    "The key “{key}” stands twice in one object. Only one of them "
                    "would be sent: take the other away.",
                ).format(key=key),
                text,
                _find_twin(text),
            )
        result[key] = value
    return result


def _refusal(sentence: Sentence, text: str, position: int) -> DocumentError:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return DocumentError(sentence, line, column, position)


_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s"{}\[\]:,]+')


def _find(text: str, wrong: Callable[[str], bool]) -> int:
    """Where the first JSON token that is `wrong` begins; 0 if none is."""
    places = (match.start() for match in _TOKENS.finditer(text) if wrong(match[0]))
    return next(places, 0)


def _find_twin(text: str) -> int:
    """Where a key stands that its object already has; valid JSON up to there."""
    objects: list[set[str]] = []
    twins: list[int] = []
    key, at = "", 0
    for match in _TOKENS.finditer(text):
        token = match[0]
        if token == "{":
            objects.append(set())
            twins.append(-1)
        elif token == ":":
            name = json.loads(key)
            if name in objects[-1] and twins[-1] < 0:
                twins[-1] = at
            objects[-1].add(name)
        elif token == "}":
            objects.pop()
            if (twin := twins.pop()) >= 0:
                return twin
        key, at = token, match.start()
    return 0


def _is_half(token: str) -> bool:
    if not token.startswith('"'):
        return False
    text: str = json.loads(token)
    return any("\ud800" <= character <= "\udfff" for character in text)


def _is_too_large(token: str) -> bool:
    if token[0] not in "-0123456789":
        return False
    try:
        value = json.loads(token)
    except ValueError:
        # More digits than Python reads.
        return True
    return isinstance(value, float) and math.isinf(value)


def _hint(text: str, position: int) -> Sentence:
    """What probably broke, from the characters around the place."""
    before = text[:position].rstrip()
    here = text[position : position + 1]
    if not text.strip():
        return QT_TRANSLATE_NOOP("pushkit", "There is nothing in it.")
    if not text[position:].strip():
        return QT_TRANSLATE_NOOP(
            "pushkit", "The text ends too early: a bracket or quote is still open."
        )
    if before.endswith(",") and here in ("}", "]"):
        return QT_TRANSLATE_NOOP("pushkit", "Take the last comma away.")
    if here in ("'", "“", "”"):
        return QT_TRANSLATE_NOOP("pushkit", 'Use straight double quotes: " ".')
    if here == '"':
        return QT_TRANSLATE_NOOP(
            "pushkit", "A comma or colon is probably missing before this quote."
        )
    if not before:
        return QT_TRANSLATE_NOOP("pushkit", "No JSON begins with “{here}”.").format(
            here=here
        )
    return QT_TRANSLATE_NOOP("pushkit", "Look just before “{here}”.").format(
        here=here.replace("\n", "⏎")
    )
