"""Takes the columns that are wanted out of the rows of a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from .token_columns import Collector, Columns

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class EvenRows:
    """Rows of the same `width`, one after the other: quicker than a list for each."""

    cells: list[str]
    width: int

    def rows(self) -> Rows:
        cells, width = self.cells, self.width
        return [cells[n : n + width] for n in range(0, len(cells), width)]


def collect(
    collector: Collector, batches: Iterable[Rows | EvenRows], columns: Columns
) -> None:
    """Take the columns that are wanted out of each row."""
    token = columns.token or 0
    last = max(token, *columns.fields.values(), 0)
    width, header = 0, columns.header
    for batch in batches:
        if isinstance(batch, EvenRows):
            if batch.width == width and last < width:
                cells = {n: batch.cells[n::width] for n in _numbers(token, columns)}
                _add(collector, cells, token, columns)
                continue
            batch = batch.rows()
        first = _first(batch)
        if not width and first is not None:
            width = len(batch[first])
            if header:
                del batch[first]
        collector.uneven += _level(batch, width, last)
        cells = {n: [row[n] for row in batch] for n in _numbers(token, columns)}
        _add(collector, cells, token, columns)


def _numbers(token: int, columns: Columns) -> set[int]:
    return {token, *columns.fields.values()}


def _add(
    collector: Collector, cells: dict[int, list[str]], token: int, columns: Columns
) -> None:
    fields = {each: cells[number] for each, number in columns.fields.items()}
    collector.add(cells[token], fields)


def _first(batch: list[list[str]]) -> int | None:
    """The first row that says something."""
    return next((n for n, row in enumerate(batch) if any(map(str.strip, row))), None)


def _level(batch: list[list[str]], width: int, last: int) -> int:
    """Fill rows up to the column `last`; how many were not as wide as the table."""
    if set(map(len, batch)) <= {width} and last < width:
        return 0
    uneven = 0
    for row in batch:
        # An empty line is told as that. A row without any cell could not be read.
        uneven += len(row) != width and (not row or any(map(str.strip, row)))
        row.extend([""] * (last + 1 - len(row)))
    return uneven
