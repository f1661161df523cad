"""The parts a report is made of, whatever mark-up writes them."""

from collections.abc import Callable
from dataclasses import dataclass

from hmpush_gui.pushkit.words import Sentence

Say = Callable[[Sentence], str]
"""Puts words of a report into the language of who reads it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; the first of a report is the report's."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head; without a head, the first cell names its row."""

    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence by itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A text whose every character counts."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as base64 of a PNG; `text` stands for it where none can be shown."""

    text: str
    png: str


Block = Heading | Table | Note | Listing | Picture
