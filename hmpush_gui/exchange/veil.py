"""What a shared screen must not show: found in any text, and named without telling."""

import hashlib
import html
import json
import re
import secrets
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from .file_stem import file_stem
from .secret_keys import is_secret, is_token


class Hidden(StrEnum):
    """What kind of thing is hidden; its name stands where the thing stood."""

    TOKEN = "token"
    ID = "ID"
    PROJECT = "project"
    SECRET = "secret"


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a text that is hidden, and the words that stand for it."""

    start: int
    end: int
    words: str


_ENDS = "\"'`<>()[]{},;…“”‘’「」"
_WORD = re.compile(rf"[^\s{re.escape(_ENDS)}]{{8,}}")
_LONG = 2000
"""Characters that no token has; more are not tried from each of their signs."""
_CUT = re.compile(r"[=&?:/|]")
_IDS = (
    r"(?:project|client|app|request|key|profile|ag_?connect_?app|account)_?id"
    r"|sub_?account|aaid|kid|iss|sub"
)
_KEYED = re.compile(
    rf"(?<![\w-])(?P<key>{_IDS}|[\w-]*(?:token|secret|passw(?:or)?d|private_?key"
    r"|api_?key|authorization)s?)(?:\\*[\"'])?\s*[:=]\s*"
    r"(?:(?P<quote>\\*[\"'])(?P<quoted>[^\"'\\]+)"
    r"|(?P<bare>(?=\S*\d)[A-Za-z0-9][^\s\"',;&{}\[\]()]{5,}))",
    re.IGNORECASE,
)
_SHAPES = (
    (
        Hidden.SECRET,
        re.compile(
            r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?"
            r"(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)",
            re.DOTALL,
        ),
    ),
    (Hidden.SECRET, re.compile(r"\beyJ[\w-]{4,}\.[\w-]{4,}(?:\.[\w-]*)?")),
    # Both ends of a token, as the window and the redactor write it.
    (Hidden.TOKEN, re.compile(r"(?<![\w+/=-])[\w+/=-]{4,22}…[\w+/=-]{4,12}(?![\w…])")),
    # Nobody can say of what these are that they are no token and no secret.
    (
        Hidden.TOKEN,
        re.compile(
            r"(?<![^\s\"'\\>=:(])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Z])(?=[\w+/=-]*[a-z])"
            r"[A-Za-z0-9+/=_-]{40,}(?![^\s\"'\\<,;)])"
        ),
    ),
    (
        Hidden.ID,
        re.compile(
            r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9_-]{20,}(?![\w-])"
        ),
    ),
    (Hidden.ID, re.compile(r"(?<![\d.])\d{9,}(?![\d.]\d)")),
)


@dataclass(frozen=True)
class Veil:
    """Knows what is the user's own, and shapes that anybody's could have.

    `names` are the names of projects and `ids` their ids, `is_token` says whether a
    word is a token of the device book. `words` say what a kind is called. The same
    thing is called the same as long as the veil's `salt` is, which nobody can undo.
    """

    names: Collection[str] = ()
    ids: Collection[str] = ()
    is_token: Callable[[str], bool] = lambda _word: False
    words: Mapping[Hidden, str] | None = None
    salt: bytes = b""

    def text(self, text: str) -> str:
        """`text` with all that is hidden replaced."""
        places = self.places(text)
        if not places:
            return text
        parts, copied = [], 0
        for place in places:
            parts += [text[copied : place.start], place.words]
            copied = place.end
        return "".join([*parts, text[copied:]])

    def hides(self, text: str) -> bool:
        """Whether there is anything in `text` to hide."""
        return bool(self.places(text))

    def places(self, text: str) -> list[Place]:
        """What is hidden in `text`, from its start; none overlaps another."""
        if not text:
            return []
        found: list[Place] = []
        # The longest of those that begin together stands for all of them.
        spans = sorted(self._spans(text), key=lambda each: (each[0], -each[1]))
        for start, end, kind in spans:
            if found and start < found[-1].end:
                if end > found[-1].end:
                    last = found.pop()
                    found.append(Place(last.start, end, last.words))
            else:
                found.append(Place(start, end, self.called(kind, text[start:end])))
        return found

    def called(self, kind: Hidden, value: str) -> str:
        """What stands for `value`: its kind, and a mark by which to tell it apart."""
        named = self.words[kind] if self.words else str(kind)
        value = self._spelled.get(value, value)
        # Both ends of a token are often all there is of it.
        known = value[:4] + value[-4:] if kind is Hidden.TOKEN else value
        mark = hashlib.blake2b(known.encode("utf-8", "replace"), key=self.salt)
        return f"{named} ··{mark.hexdigest()[:4]}"

    def _spans(self, text: str) -> Iterator[tuple[int, int, Hidden]]:
        if self._known:
            for match in self._known.finditer(text):
                kind = Hidden.PROJECT if match[0] in self._spelled else Hidden.ID
                yield *match.span(), kind
        for match in _KEYED.finditer(text):
            group = "quoted" if match["quoted"] else "bare"
            yield *match.span(group), _kind_of(match["key"])
        for match in _WORD.finditer(text):
            if span := self._token_in(match[0]):
                yield match.start() + span[0], match.start() + span[1], Hidden.TOKEN
        for kind, shape in _SHAPES:
            for match in shape.finditer(text):
                span_kind = kind
                if kind is Hidden.ID and self.is_token(match[0]):
                    span_kind = Hidden.TOKEN
                yield *match.span(), span_kind

    def _token_in(self, word: str) -> tuple[int, int] | None:
        """Where a known token stands in a word without blanks."""
        end = len(word.rstrip(".:!?。，；：！？"))
        cuts = (match.end() for match in _CUT.finditer(word, max(0, end - _LONG), end))
        for start in (0, *cuts):
            if end - start >= 8 and self.is_token(word[start:end]):
                return start, end
        return None

    @cached_property
    def _spelled(self) -> Mapping[str, str]:
        """The names of projects in each of their spellings, and the name itself."""
        return {each: name for name in self.names for each in _spellings(name)}

    @cached_property
    def _known(self) -> re.Pattern[str] | None:
        known = {each for each in (*self._spelled, *self.ids) if each.strip()}
        if not known:
            return None
        longest = sorted(known, key=lambda each: (-len(each), each))
        return re.compile("|".join(map(_whole, longest)))


def _spellings(name: str) -> Iterator[str]:
    """`name` as it stands in files' names, tips, JSON and on buttons; last as it is."""
    stem = file_stem(name)
    if any(map(str.isalnum, stem)):
        yield stem
    yield html.escape(name)
    yield json.dumps(name, ensure_ascii=False)[1:-1]
    yield name.replace("&", "&&")
    yield name


def new_salt() -> bytes:
    """What makes the marks of one veil different from those of another."""
    return secrets.token_bytes(16)


def _whole(known: str) -> str:
    """Finds `known`, but not inside of a word."""
    before = r"(?<![A-Za-z0-9_])" if re.match(r"[A-Za-z0-9_]", known) else ""
    after = r"(?![A-Za-z0-9_])" if re.search(r"[A-Za-z0-9_]$", known) else ""
    return before + re.escape(known) + after


def _kind_of(key: str) -> Hidden:
    if is_token(key):
        return Hidden.TOKEN
    return Hidden.SECRET if is_secret(key) else Hidden.ID
