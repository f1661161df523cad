"""What was found in a device's log, a row for each value."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from hmpush_gui.exchange.hilog import Certainty, Finding, Kind
from hmpush_gui.exchange.hilog_advice import CERTAINTIES, TITLES

from .table_model import AnyIndex, TableModel
from .veiling import veils
from .words import said

_LINES = 3


class Column(IntEnum):
    """Columns, in the order they stand."""

    WHAT = 0
    VALUE = 1
    CERTAINTY = 2
    LINES = 3


class FindingList(TableModel):
    """Findings; push tokens can be ticked, and those that are no mere guess are.

    Signals:
        ticked: other tokens are ticked.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Found"),
            self.tr("Value"),
            self.tr("How sure"),
            self.tr("Line"),
        )
        self._findings: Sequence[Finding] = ()
        self._chosen: set[str] = set()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; ticks of tokens that stay are kept."""
        before = {each.value for each in self._findings}
        new = {
            each.value
            for each in findings
            if each.kind is Kind.TOKEN
            and each.value not in before
            and each.certainty is not Certainty.POSSIBLE
        }
        self.beginResetModel()
        self._findings = findings
        values = {each.value for each in findings}
        self._chosen = (self._chosen & values) | new
        self.endResetModel()
        self.ticked.emit()

    def finding(self, row: int) -> Finding:
        return self._findings[row]

    def tokens(self) -> list[str]:
        """The ticked ones."""
        return [
            each.value
            for each in self._findings
            if each.kind is Kind.TOKEN and each.value in self._chosen
        ]

    def count(self) -> int:
        return len(self._findings)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._can_be_ticked(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self._findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(finding, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.VALUE:
            return finding.value
        if role == Qt.ItemDataRole.CheckStateRole and self._can_be_ticked(index):
            on = finding.value in self._chosen
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def setData(
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._can_be_ticked(index):
            return False
        token = self._findings[index.row()].value
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._chosen.add(token)
        else:
            self._chosen.discard(token)
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def _can_be_ticked(self, index: AnyIndex) -> bool:
        return (
            index.column() == Column.WHAT
            and self._findings[index.row()].kind is Kind.TOKEN
        )

    def _text(self, finding: Finding, column: Column) -> str:
        if column is Column.WHAT:
            return said(TITLES[finding.kind])
        if column is Column.VALUE:
            return finding.value
        if column is Column.CERTAINTY:
            return said(CERTAINTIES[finding.certainty])
        lines = ", ".join(map(str, finding.lines[:_LINES]))
        return f"{lines}, …" if len(finding.lines) > _LINES else lines
