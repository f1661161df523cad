"""Where in a text something is hidden."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a text that is hidden, and the words that stand for it.

    `start` and `end` count characters.
    """

    start: int
    end: int
    words: str
