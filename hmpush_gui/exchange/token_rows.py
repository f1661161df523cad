"""Takes the columns that are wanted out of the rows of a table."""

from collections.abc import Iterator

from .token_columns import Collector, Columns


def collect(
    collector: Collector, batches: Iterator[list[list[str]]], columns: Columns
) -> None:
    """Take the columns that are wanted out of each row."""
    token = columns.token or 0
    last = max(token, *columns.fields.values(), 0)
    width, header = 0, columns.header
    for batch in batches:
        first = _first(batch)
        if not width and first is not None:
            width = len(batch[first])
            if header:
                del batch[first]
        collector.uneven += _level(batch, width, last)
        cells = {
            each: [row[number] for row in batch]
            for each, number in columns.fields.items()
        }
        collector.add([row[token] for row in batch], cells)


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
