"""How history is searched: the sends in which each of some words stands somewhere.

Each word is a stream of sends, the last begun first, from which what all streams have
in common is taken. A stream goes on from any send without a look at those before it.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence

from .history_words import SPAN, folded, token_mark

_SHORTEST = 3
"""Characters of what the index knows; shorter words are looked for in the texts."""

_LONGEST = 256
"""Characters that the index is asked for; the rest of a word is compared."""

_LONGEST_TOKEN = 10_000
"""Characters. SQLite refuses patterns over 50,000 bytes; no token is so long."""

_SHORTEST_PIECE = 4
"""Characters of a token that are looked for: all tokens have to be read for it."""

_PATIENCE = 64
"""Sends that are passed over one by one before the stream is asked anew."""

_LAST = (1 << 62) // SPAN

_INDEXED = f"""
SELECT rowid / {SPAN} FROM found WHERE found MATCH ? AND rowid < ? * {SPAN}
ORDER BY rowid DESC"""

_INDEXED_LONG = f"""
SELECT rowid / {SPAN} FROM found WHERE found MATCH ? AND rowid < ? * {SPAN}
AND instr(text, ?) ORDER BY rowid DESC"""

_IN_TEXTS = f"""
SELECT id / {SPAN} FROM words WHERE instr(text, ?) AND id < ? * {SPAN}
ORDER BY id DESC"""

_WHOLE_TOKEN = """
SELECT send FROM mark WHERE mark = ? AND send < ? ORDER BY send DESC"""

_IN_TOKENS = """
SELECT id FROM send WHERE EXISTS (
    SELECT 1 FROM outcome WHERE send = send.id AND token LIKE ? ESCAPE '\\'
) AND id < ? ORDER BY id DESC"""

Fetch = Callable[[int], Iterator[int]]
"""Sends below a number, the highest first; one may come more than once."""


def words_of(text: str) -> list[str]:
    """The words of `text` to look for, folded, each of them once."""
    return list(dict.fromkeys(folded(text).split()))


def sends_with(
    connection: sqlite3.Connection,
    words: Sequence[str],
    below: int | None,
    in_tokens: bool = False,
) -> Iterator[int]:
    """The sends under the number `below` in which every word stands.

    Looked at are the texts, names and notes of sends, labels, codes, reasons, request
    IDs and whole tokens. With `in_tokens`, a word that stands in none of these is
    looked for inside of tokens too, which means to read all of them.
    """
    streams = []
    for word in words:
        streams.append(_stream_of(connection, word, in_tokens))
        if streams[-1].is_empty:
            return
    at_most = _LAST if below is None else below - 1
    while True:
        for stream in streams:
            head = stream.seek(at_most)
            if head is None:
                return
            if head < at_most:
                at_most = head
                break
        else:
            yield at_most
            at_most -= 1


class _Stream:
    """Sends from several sources, the highest first."""

    def __init__(self, *sources: Fetch) -> None:
        self._sources = [_Source(fetch) for fetch in sources]

    def seek(self, at_most: int) -> int | None:
        """The highest send up to `at_most`, None if there is none."""
        highest = None
        for source in self._sources:
            head = source.seek(at_most)
            if head is not None and (highest is None or head > highest):
                highest = head
        return highest

    @property
    def is_empty(self) -> bool:
        """Whether nothing has the word; what has no send is not asked any more."""
        self._sources = [each for each in self._sources if each.seek(_LAST) is not None]
        return not self._sources


class _Source:
    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._rest: Iterator[int] | None = None
        self._head: int | None = None

    def seek(self, at_most: int) -> int | None:
        if self._rest is None:
            self._start(at_most)
        for _ in range(_PATIENCE):
            if self._head is None or self._head <= at_most:
                return self._head
            self._step()
        self._start(at_most)
        return self._head

    def _start(self, at_most: int) -> None:
        self._rest = self._fetch(at_most + 1)
        self._step()

    def _step(self) -> None:
        self._head = next(self._rest, None) if self._rest else None


def _stream_of(connection: sqlite3.Connection, word: str, in_tokens: bool) -> _Stream:
    def rows(statement: str, *given: object) -> Iterator[int]:
        return (row[0] for row in connection.execute(statement, given))

    mark = token_mark(word)
    stream = _Stream(_texts(rows, word), lambda below: rows(_WHOLE_TOKEN, mark, below))
    if not stream.is_empty or not (in_tokens and _may_be_in_token(word)):
        return stream
    pattern = f"%{_escaped(word)}%"
    return _Stream(lambda below: rows(_IN_TOKENS, pattern, below))


def _texts(rows: Callable[..., Iterator[int]], word: str) -> Fetch:
    if len(word) < _SHORTEST:
        return lambda below: rows(_IN_TEXTS, word, below)
    start = '"' + word[:_LONGEST].replace('"', '""') + '"'
    if len(word) > _LONGEST:
        return lambda below: rows(_INDEXED_LONG, start, below, word)
    return lambda below: rows(_INDEXED, start, below)


def _may_be_in_token(word: str) -> bool:
    return word.isascii() and _SHORTEST_PIECE <= len(word) <= _LONGEST_TOKEN


def _escaped(word: str) -> str:
    for special in ("\\", "%", "_"):
        word = word.replace(special, "\\" + special)
    return word
