"""What became of each value of an input, a row for each."""

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from hmpush_gui.exchange.conversion import Fate, Line, dotted, shown

from .fate_words import MARKS, TONES, fate_word, line_words
from .plain_tip import plain_tip
from .table_model import AnyIndex, TableModel
from .theme import tone
from .veiling import veils
from .words import said


class Column(IntEnum):
    """Columns, in the order they stand."""

    FATE = 0
    SOURCE = 1
    TARGET = 2
    WHY = 3


_ROOM = 26
"""Characters of a path that a cell has room for."""


class ReportList(TableModel):
    """The lines of a report, all or some of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Result"),
            self.tr("From"),
            self.tr("To"),
            self.tr("Why, or the value"),
        )
        self._all: Sequence[Line] = ()
        self._shown: list[Line] = []
        self._fates: Collection[Fate] = ()
        self._words = ""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show another report; what is picked stays picked."""
        self._all = lines
        self._pick()

    def pick(self, fates: Collection[Fate], words: str) -> None:
        """Show only lines of one of `fates`, any if empty, that hold `words`."""
        self._fates, self._words = fates, words.casefold()
        self._pick()

    def line(self, row: int) -> Line:
        """The line in a row."""
        return self._shown[row]

    def count(self) -> int:
        return len(self._shown)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line_words(line))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == Column.FATE:
            return tone(TONES[line.fate])
        return None

    def _text(self, line: Line, column: Column) -> str:
        if column is Column.FATE:
            return f"{MARKS[line.fate]}  {fate_word(line.fate)}"
        if column is Column.SOURCE:
            return ending(line.source) or "–"
        if column is Column.TARGET:
            return ending(line.target) or "–"
        return said(line.why) if line.why else shown(line)

    def _pick(self) -> None:
        self.beginResetModel()
        self._shown = [line for line in self._all if self._fits(line)]
        self.endResetModel()

    def _fits(self, line: Line) -> bool:
        if self._fates and line.fate not in self._fates:
            return False
        return not self._words or self._words in line_words(line).casefold()


def ending(path: Sequence[str]) -> str:
    """The end of a path, which is what tells it from others, as far as there is room.

    The last key is always whole.
    """
    whole = dotted(tuple(path))
    parts = list(path)
    while len(parts) > 1 and len(dotted(tuple(parts))) > _ROOM:
        del parts[0]
    short = dotted(tuple(parts))
    return short if short == whole else f"…{short}"
