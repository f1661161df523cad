"""What a shared screen must not show: found in any text, and named without telling."""

import hashlib
import html
import json
import re
import secrets
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .file_stem import file_stem
from .secret_keys import is_secret, is_token
from .veil_place import Place
from .veil_shapes import KEYED, SHAPES, UP_TO_NAME, Hidden

_ENDS = "\"'`<>()[]{},;…“”‘’「」"
_WORD = re.compile(rf"[^\s{re.escape(_ENDS)}]{{2,}}")
_LONG = 2000
"""Characters that no token has; more are not tried from each of their signs."""
_CUT = re.compile(r"[=&?:/|]")


@dataclass(frozen=True)
class Veil:
    """Knows what is the user's own, and shapes that anybody's could have.

    `names` are the names of projects and `ids` their ids, `hosts` their servers and
    proxies, `folders` absolute paths of which only the last name may be seen.
    `is_token` says whether a word is a token of the device book. `words` say what a
    kind is called. The same thing is called the same as long as the veil's `salt` is,
    which nobody can undo.
    """

    names: Collection[str] = ()
    ids: Collection[str] = ()
    is_token: Callable[[str], bool] = lambda _word: False
    words: Mapping[Hidden, str] | None = None
    salt: bytes = b""
    hosts: Collection[str] = ()
    folders: Collection[str] = ()

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
        if kind is Hidden.FOLDER:
            return f"…{value[-1]}" if value[-1] in "/\\" else "~"
        named = self.words[kind] if self.words else str(kind)
        value = self._spelled.get(value, value)
        # Both ends of a token are often all there is of it.
        known = value[:4] + value[-4:] if kind is Hidden.TOKEN else value
        mark = hashlib.blake2b(known.encode("utf-8", "replace"), key=self.salt)
        return f"{named} ··{mark.hexdigest()[:4]}"

    def _spans(self, text: str) -> Iterator[tuple[int, int, Hidden]]:
        if self._known:
            for match in self._known.finditer(text):
                yield *match.span(), self._kind(match[0])
        for match in KEYED.finditer(text):
            group = "quoted" if match["quoted"] else "bare"
            yield *match.span(group), _kind_of(match["key"])
        for match in _WORD.finditer(text):
            if span := self._token_in(match[0]):
                yield match.start() + span[0], match.start() + span[1], Hidden.TOKEN
        for kind, shape in SHAPES:
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
            if end - start >= 2 and self.is_token(word[start:end]):
                return start, end
        return None

    @cached_property
    def _spelled(self) -> Mapping[str, str]:
        """The names of projects in each of their spellings, and the name itself."""
        return {each: name for name in self.names for each in _spellings(name)}

    def _kind(self, known: str) -> Hidden:
        if known in self._spelled:
            return Hidden.PROJECT
        if known in self.ids:
            return Hidden.ID
        return Hidden.HOST if known in self.hosts else Hidden.FOLDER

    @cached_property
    def _known(self) -> re.Pattern[str] | None:
        known = {
            each for each in (*self._spelled, *self.ids, *self.hosts) if each.strip()
        }
        longest = sorted(known, key=lambda each: (-len(each), each))
        above = {_above(each) for each in self.folders} - {""}
        found = [*map(_whole, longest), *(each + UP_TO_NAME for each in above)]
        return re.compile("|".join(found)) if found else None


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


def _above(folder: str) -> str:
    """Finds what stands before the last name of a path, if anything does."""
    path = folder.rstrip("/")
    head = path[: path.rfind("/") + 1]
    return rf"(?<![\w.~/\\-]){re.escape(head)}" if len(head) > 1 else ""


def _kind_of(key: str) -> Hidden:
    if is_token(key):
        return Hidden.TOKEN
    return Hidden.SECRET if is_secret(key) else Hidden.ID
