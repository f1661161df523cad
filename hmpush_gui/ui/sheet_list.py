"""A test run sheet as rows: one for each scenario on each device."""

from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.run_sheet import Cell, Finding, Mark, Scenario

from .receipt_words import said_by_receipt
from .sheet_shelf import SheetShelf
from .table_model import AnyIndex, TableModel
from .theme import Tone, tone
from .veiling import veils
from .verdicts import icon_of, reason_of, tone_of, word_of

_TONES = {Mark.PASS: Tone.GOOD, Mark.FAIL: Tone.BAD, Mark.SKIP: Tone.QUIET}
_SIGNS = {Mark.PASS: "✓ ", Mark.FAIL: "✕ ", Mark.SKIP: "– "}


class Column(IntEnum):
    """Columns in the order they stand."""

    SCENARIO = 0
    DEVICE = 1
    PUSH = 2
    MARK = 3
    NOTE = 4


def mark_word(mark: Mark) -> str:
    words = {
        Mark.OPEN: QCoreApplication.translate("Mark", "Open"),
        Mark.PASS: QCoreApplication.translate("Mark", "Pass"),
        Mark.FAIL: QCoreApplication.translate("Mark", "Fail"),
        Mark.SKIP: QCoreApplication.translate("Mark", "Skip"),
    }
    return words[mark]


class SheetListModel(TableModel):
    """The cells of the sheet in hand; notes can be written."""

    def __init__(self, sheets: SheetShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Scenario"),
            self.tr("Device"),
            self.tr("Push Kit"),
            self.tr("Seen on the phone"),
            self.tr("Note"),
        )
        self._sheets = sheets
        self._cells: tuple[Cell, ...] = ()
        self._labels: dict[str, str] = {}
        sheets.changed.connect(self._on_changed)
        self._on_changed()

    def cell(self, row: int) -> Cell | None:
        return self._cells[row] if 0 <= row < len(self._cells) else None

    def scenario(self, row: int) -> Scenario | None:
        cell, sheet = self.cell(row), self._sheets.current
        return sheet.scenario(cell[0]) if cell and sheet else None

    def place_of(self, cell: Cell | None) -> int:
        """The row of a cell, -1 if it has none."""
        return self._cells.index(cell) if cell in self._cells else -1

    def row_of(self, scenario: str) -> int:
        """The first row of a scenario, -1 if it has none."""
        rows = (row for row, cell in enumerate(self._cells) if cell[0] == scenario)
        return next(rows, -1)

    def answer_words(self, row: int) -> str:
        """What Push Kit said of a row, in one line; empty before it did."""
        found = self._finding(row) if self.cell(row) else Finding()
        if found.verdict is None or self._verdict(row, found) is None:
            return ""
        reason = reason_of(found.verdict, found.code, found.reason)
        number = found.request_id and f"requestId {found.request_id}"
        told = _receipt(found)
        return " · ".join(filter(None, (word_of(found.verdict), reason, told, number)))

    def count(self) -> int:
        return len(self._cells)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == Column.NOTE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        found = self._finding(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(row, column, found)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column, found)
        if column is Column.PUSH and found.verdict is not None:
            verdict = self._verdict(row, found)
            if role == Qt.ItemDataRole.DecorationRole:
                return icon_of(verdict)
            if role == Qt.ItemDataRole.ForegroundRole:
                return tone(tone_of(verdict))
        if column is Column.MARK and role == Qt.ItemDataRole.ForegroundRole:
            return tone(_TONES.get(found.mark, Tone.QUIET))
        return None

    def setData(
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        cell = self.cell(index.row()) if index.isValid() else None
        if cell is None or index.column() != Column.NOTE:
            return False
        if role != Qt.ItemDataRole.EditRole:
            return False
        note = str(value).strip()
        if note != self._finding(index.row()).note:
            words = self.tr("Note")
            self._sheets.edit(lambda sheet: sheet.noted(cell, note), words)
        return True

    def _finding(self, row: int) -> Finding:
        sheet = self._sheets.current
        return sheet.finding(self._cells[row]) if sheet else Finding()

    def _verdict(self, row: int, found: Finding) -> Verdict | None:
        """The verdict of a cell that was sent, None while it waits for the answer."""
        waits = self._sheets.is_under_way(self._cells[row])
        return None if waits else found.verdict

    def _text(self, row: int, column: Column, found: Finding) -> str:
        key, token = self._cells[row]
        if column is Column.SCENARIO:
            first = row == 0 or self._cells[row - 1][0] != key
            scenario = self.scenario(row)
            return scenario.title if first and scenario else ""
        if column is Column.DEVICE:
            return self._labels.get(token, token)
        if column is Column.PUSH:
            return word_of(self._verdict(row, found)) if found.verdict else "—"
        if column is Column.MARK:
            return f"{_SIGNS.get(found.mark, '')}{mark_word(found.mark)}"
        return found.note

    def _tip(self, row: int, column: Column, found: Finding) -> str:
        if column is Column.PUSH and found.verdict is not None:
            reason = reason_of(found.verdict, found.code, found.reason)
            at = f"{datetime.fromtimestamp(found.at):%H:%M:%S}" if found.at else ""
            told = (reason, _receipt(found), found.request_id, at)
            return "\n".join(filter(None, told))
        if column is Column.SCENARIO:
            scenario = self.scenario(row)
            parts = (scenario.title, scenario.expected) if scenario else ()
            return "\n".join(filter(None, parts))
        return self._text(row, column, found)

    def _on_changed(self) -> None:
        sheet = self._sheets.current
        cells = tuple(sheet.cells()) if sheet else ()
        devices = sheet.devices if sheet else ()
        self._labels = {device.token: device.label for device in devices}
        if cells == self._cells:
            if cells:
                last = self.index(len(cells) - 1, len(Column) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._cells = cells
        self.endResetModel()


def _receipt(found: Finding) -> str:
    return "" if found.receipt is None else said_by_receipt(found.receipt)
