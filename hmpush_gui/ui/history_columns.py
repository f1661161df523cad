"""What the list of past sends shows."""

from enum import IntEnum


class Column(IntEnum):
    """Columns in the order they stand."""

    STAR = 0
    TIME = 1
    TITLE = 2
    OUTCOME = 3
    PROJECT = 4
    KIND = 5
    NOTE = 6
