"""Where each value of a JSON text stands; reads broken text as far as it goes."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .document import Path

TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"?|[{}\[\]:,]|[^\s"{}\[\]:,]+')
"""A token of JSON, or what stands in its place; a text ends with its line at last."""

_CLOSED_BY = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class Part:
    """A value in the text, counted in characters from 0.

    `path` counts the entries of a list from "0", as the problems of a schema do.
    `key_start` and `key_end` hold the key with its quotes; they are equal where there
    is none. `opens` is the bracket of an object or list. An unclosed value ends with
    the text.
    """

    path: Path
    key_start: int
    key_end: int
    start: int
    end: int
    opens: str = ""


@dataclass(slots=True)
class _Open:
    """An object or list that is not closed yet."""

    at: int
    path: Path
    bracket: str
    count: int = 0
    key: str | None = None
    key_span: tuple[int, int] = (0, 0)
    has_colon: bool = False
    done: bool = False

    @property
    def wants_key(self) -> bool:
        return self.bracket == "{" and not self.has_colon

    def next(self) -> None:
        """Expect another key or entry."""
        self.count += 1
        self.key, self.has_colon, self.done = None, False, False

    def inner(self) -> Path:
        """The path of the value that comes next."""
        name = str(self.count) if self.bracket == "[" else self.key or ""
        return (*self.path, name)


class Outline:
    """The values of `text`, in the order in which they begin."""

    def __init__(self, text: str, until: int | None = None) -> None:
        """Read `text`; tokens that end after `until` are left out."""
        self.text = text
        self.parts: list[Part] = []
        self._open: list[_Open] = []
        self._ends: dict[int, int] = {}
        for match in TOKEN.finditer(text):
            if until is not None and match.end() > until:
                break
            self._take(match[0], match.start(), match.end())
        self._finish(len(text))

    @property
    def innermost(self) -> _Open | None:
        """The object or list in which the text stops."""
        return self._open[-1] if self._open else None

    def part(self, path: Path) -> Part | None:
        """The value at `path`; the last of them where a key stands twice."""
        found = [part for part in self.parts if part.path == path]
        return found[-1] if found else None

    def nearest(self, path: Path) -> Part | None:
        """The value at `path`, or the innermost one around where it would be."""
        for length in range(len(path), -1, -1):
            if part := self.part(path[:length]):
                return part
        return None

    def at(self, position: int) -> Part | None:
        """The innermost value that `position` is in, its key counted in."""
        found = None
        for part in self.parts:
            if part.key_start <= position < part.end:
                found = part
        return found

    def keys(self, path: Path) -> list[str]:
        """The keys of the object at `path`."""
        below = len(path) + 1
        return [
            part.path[-1]
            for part in self.parts
            if len(part.path) == below and part.path[:-1] == path
        ]

    def folds(self) -> Iterator[Part]:
        """Objects and lists over several lines."""
        for part in self.parts:
            if part.opens and "\n" in self.text[part.start : part.end]:
                yield part

    def _take(self, token: str, start: int, end: int) -> None:
        top = self.innermost
        if top is not None and top.bracket == "{" and top.done and token[0] == '"':
            # Only a comma is missing.
            top.next()
        if token in ("}", "]"):
            self._close(token, end)
        elif token == ",":
            if top is not None:
                top.next()
        elif token == ":":
            if top is not None and top.key is not None:
                top.has_colon = True
        elif top is not None and top.wants_key and token not in _CLOSED_BY:
            if token.startswith('"'):
                top.key, top.key_span = plain(token), (start, end)
        else:
            self._begin(token, start, end)

    def _begin(self, token: str, start: int, end: int) -> None:
        top = self.innermost
        path: Path = () if top is None else top.inner()
        keyed = top is not None and top.bracket == "{" and top.has_colon
        key_start, key_end = top.key_span if top and keyed else (start, start)
        if top is not None:
            top.done = True
        opens = token if token in _CLOSED_BY else ""
        if opens:
            self._open.append(_Open(len(self.parts), path, token))
            end = -1
        self.parts.append(Part(path, key_start, key_end, start, end, opens))

    def _close(self, token: str, end: int) -> None:
        fits = [each for each in self._open if _CLOSED_BY[each.bracket] == token]
        while fits:
            closed = self._open.pop()
            self._ends[closed.at] = end
            if closed is fits[-1]:
                return

    def _finish(self, end: int) -> None:
        for number, part in enumerate(self.parts):
            if part.end < 0:
                self.parts[number] = Part(
                    part.path,
                    part.key_start,
                    part.key_end,
                    part.start,
                    self._ends.get(number, end),
                    part.opens,
                )


def plain(token: str) -> str:
    """What the text `token` says; as far as it goes where it is broken."""
    inner = token[1:]
    if "\\" not in inner:
        return inner.removesuffix('"')
    try:
        return str(json.loads(token))
    except ValueError:
        return inner.removesuffix('"')
