"""Places of a text that something is to be said about."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from .theme import Tone, colours, tone


class Weight(IntEnum):
    """How loud a mark is; the loudest first."""

    BAD = 0
    WARNING = 1
    HINT = 2
    STRANGE = 3

    @property
    def look(self) -> str:
        """What the style sheet calls it."""
        return ("blocking", "warning", "hint", "hint")[self]


TONES = {
    Weight.BAD: Tone.BAD,
    Weight.WARNING: Tone.WARNING,
    Weight.HINT: Tone.QUIET,
    Weight.STRANGE: Tone.QUIET,
}

SIGNS = {Weight.BAD: "✕", Weight.WARNING: "▲", Weight.HINT: "●", Weight.STRANGE: ""}
"""What stands beside the line: never a colour alone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to say about the characters from `start` to before `end`."""

    start: int
    end: int
    weight: Weight
    words: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in a document; `cursor` moves along while text is typed before it."""

    cursor: QTextCursor
    mark: Mark

    def holds(self, unit: int) -> bool:
        start, end = self.cursor.selectionStart(), self.cursor.selectionEnd()
        return start <= unit < max(end, start + 1)

    @property
    def line(self) -> int:
        """The number of its line, from 0."""
        block = self.cursor.document().findBlock(self.cursor.selectionStart())
        return block.blockNumber()


def underlined(placed: Iterable[Placed]) -> list[QTextEdit.ExtraSelection]:
    """How Qt is to show marks: a wave, or dots for what is only unknown."""
    return [_selection(each.cursor, _look(each.mark.weight)) for each in placed]


def found(cursors: Iterable[QTextCursor]) -> list[QTextEdit.ExtraSelection]:
    """How Qt is to show what was searched for."""
    look = QTextCharFormat()
    look.setBackground(QColor(colours().found))
    return [_selection(cursor, look) for cursor in cursors]


def _look(weight: Weight) -> QTextCharFormat:
    look = QTextCharFormat()
    colour = tone(TONES[weight])
    style = QTextCharFormat.UnderlineStyle
    strange = weight is Weight.STRANGE
    look.setUnderlineStyle(style.DotLine if strange else style.WaveUnderline)
    look.setUnderlineColor(colour)
    if weight in (Weight.BAD, Weight.STRANGE):
        look.setForeground(colour)
    return look


def _selection(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = look
    return selection
