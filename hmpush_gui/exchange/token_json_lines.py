"""Tokens in lines of which each is a JSON value of its own."""

import json
from collections.abc import Iterator

from .token_blocks import Blocks
from .token_columns import Progress
from .token_json import NamedRows


class JsonLines(NamedRows):
    """The records of a file with a JSON value in each line."""

    def __init__(self, blocks: Blocks) -> None:
        head = map(_value, filter(str.strip, blocks.head().split("\n")))
        super().__init__([value for value in head if value is not None])
        self._blocks = blocks

    def again(self) -> bool:
        """Whether reading once more, in another encoding, can help."""
        return self._blocks.again()

    def rows(self, progress: Progress) -> Iterator[list[list[str]]]:
        """Batches of rows; one without a cell for a line that is no JSON."""
        yield self.head
        for block in self._blocks.read(progress):
            lines = block.decode().removesuffix("\n").split("\n")
            yield [row for line in lines for row in self._rows(line)]

    def _rows(self, line: str) -> list[list[str]]:
        if not line.strip():
            return [[""] * max(1, len(self.names))]
        value = _value(line)
        return [[]] if value is None else self.rows_of([value])


def are_json_lines(sample: str) -> bool:
    """Whether each of the first two lines is an object or a list of its own."""
    lines = [line for line in sample.split("\n") if line.strip()][:2]
    return len(lines) == 2 and all(
        isinstance(_value(line), dict | list) for line in lines
    )


def _value(line: str) -> object:
    """What a line holds, or None if it is no JSON."""
    try:
        value: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value
