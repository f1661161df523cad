"""Tokens as they are read from a file: which columns, what was found, what was done."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hmpush_gui.pushkit.token_text import are_plain, clean_tokens

Progress = Callable[[int, int], object]
"""Told how much is read of how much. What it raises ends the reading."""


class Field(StrEnum):
    """What stands beside a token."""

    LABEL = "label"
    TAGS = "tags"
    NOTE = "note"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; numbers from 0.

    Without a `token` column every cell is a token. `header` says that the first row
    holds names.
    """

    token: int | None = None
    fields: Mapping[Field, int] = field(default_factory=dict)
    header: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of what was read: `read` = new + `repeated` + `known`.

    `empty` rows hold no token. `uneven` rows have more or fewer cells than the others,
    or cannot be read; a token in them is taken all the same.
    """

    read: int = 0
    repeated: int = 0
    known: int = 0
    cleaned: int = 0
    empty: int = 0
    uneven: int = 0


@dataclass(frozen=True, slots=True)
class TokenColumns:
    """Tokens in their order, each once, and what stands beside them.

    Each list of `fields` is as long as `tokens`; "" where a row says nothing.
    """

    tokens: list[str]
    fields: Mapping[Field, list[str]]
    counts: Counts

    @property
    def named(self) -> dict[str, list[str]]:
        """The fields by their names."""
        return {str(each): cells for each, cells in self.fields.items()}


class Collector:
    """Cleans tokens and keeps each once, a batch at a time."""

    def __init__(self, fields: Collection[Field] = ()) -> None:
        self._places: dict[str, int] = {}
        self._fields: dict[Field, list[str]] = {each: [] for each in fields}
        self._read = self._cleaned = self._empty = self._rows = 0
        self.uneven = 0

    def add(
        self,
        cells: list[str],
        fields: Mapping[Field, list[str]] | None = None,
        *,
        plain: bool = False,
    ) -> None:
        """Take a batch; each list of `fields` is as long as `cells`.

        `plain` cells are known to need no cleaning.
        """
        if not (plain or are_plain(cells)):
            cells = self._clean(cells)
        empty = cells.count("")
        self._empty += empty
        self._read += len(cells) - empty
        if self._fields:
            self._add_rows(cells, fields or {})
        else:
            self._places.update(dict.fromkeys(cells, 0))

    def result(self, known: Collection[str] = ()) -> TokenColumns:
        """All that was added, without what is `known` already."""
        self._places.pop("", None)
        found = len(self._places)
        tokens, fields = list(self._places), self._fields
        if known:
            kept = [n for n, token in enumerate(tokens) if token not in known]
            tokens = [tokens[n] for n in kept]
            fields = {each: [cells[n] for n in kept] for each, cells in fields.items()}
        counts = Counts(
            read=self._read,
            repeated=self._read - found,
            known=found - len(tokens),
            cleaned=self._cleaned,
            empty=self._empty,
            uneven=self.uneven,
        )
        return TokenColumns(tokens, fields, counts)

    def _clean(self, cells: list[str]) -> list[str]:
        clean = clean_tokens(cells)
        self._cleaned += sum(
            bool(after) and after != before
            for before, after in zip(cells, clean, strict=True)
        )
        return clean

    def _add_rows(self, cells: list[str], fields: Mapping[Field, list[str]]) -> None:
        start, put = self._rows, self._places.setdefault
        self._rows += len(cells)
        # Where a token is for the first time, its own number comes back.
        fresh = [
            number - start
            for number, token in enumerate(cells, start)
            if token and put(token, number) == number
        ]
        for each, kept in self._fields.items():
            column = fields[each]
            kept.extend([column[number].strip() for number in fresh])
