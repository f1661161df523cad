"""Past sends, newest first."""

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFont

from hmpush_gui.pushkit.record import SendPage, SendSummary

from .history_cells import colour_of, edited_text, text_of, tip_of
from .history_columns import Column
from .table_model import AnyIndex, TableModel
from .veiling import veils

_EDITED = (Column.TITLE, Column.NOTE)


class HistoryRole(IntEnum):
    """Roles of `HistoryListModel` beside Qt's own."""

    SUMMARY = Qt.ItemDataRole.UserRole


class HistoryListModel(TableModel):
    """The sends that a search found, as far as they were scrolled to.

    Signals:
        more_wanted: the page after the one that ended with this (`SendPage.more`).
        renamed, annotated: key of a send, and its new name or note.
    """

    # Numbers of SQLite, which have more bits than Qt's.
    more_wanted = Signal(object)
    renamed = Signal(str, str)
    annotated = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Star"),
            self.tr("Time"),
            self.tr("Title"),
            self.tr("Outcome"),
            self.tr("Project"),
            self.tr("Kind"),
            self.tr("Note"),
        )
        self._sends: list[SendSummary] = []
        self._running: frozenset[str] = frozenset()
        self._more: int | None = None
        self._is_waiting = False

    def show(self, page: SendPage, running: Collection[str] = ()) -> None:
        """Show what a search found; `running` are the keys of sends under way."""
        self.beginResetModel()
        self._running = frozenset(running)
        self._sends = list(page.sends)
        self._more = page.more
        self._is_waiting = False
        self.endResetModel()

    def add(self, page: SendPage) -> None:
        """Add the page that was wanted."""
        self._is_waiting = False
        self._more = page.more
        if page.sends:
            last = len(self._sends) + len(page.sends) - 1
            self.beginInsertRows(QModelIndex(), len(self._sends), last)
            self._sends += page.sends
            self.endInsertRows()

    def change(self, keys: Collection[str], **values: Any) -> None:
        """Show other values of sends before they are written."""
        for row, send in enumerate(self._sends):
            if send.key in keys:
                self._sends[row] = send._replace(**values)
                last = self.index(row, len(Column) - 1)
                self.dataChanged.emit(self.index(row, 0), last)

    def row_of(self, key: str) -> int | None:
        """The row of the send called `key`."""
        for row, send in enumerate(self._sends):
            if send.key == key:
                return row
        return None

    def sends(self) -> Sequence[SendSummary]:
        """What is shown, in its order."""
        return self._sends

    def count(self) -> int:
        return len(self._sends)

    def canFetchMore(self, parent: AnyIndex = QModelIndex()) -> bool:  # noqa: B008
        return self._more is not None and not self._is_waiting

    def fetchMore(self, parent: AnyIndex = QModelIndex()) -> None:  # noqa: B008
        if self.canFetchMore():
            self._is_waiting = True
            self.more_wanted.emit(self._more)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() in _EDITED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        send, text = self._sends[index.row()], str(value).strip()
        column = Column(index.column())
        if text != edited_text(send, column):
            is_name = column is Column.TITLE
            self.change([send.key], **{"name" if is_name else "note": text})
            (self.renamed if is_name else self.annotated).emit(send.key, text)
        return True

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        send, column = self._sends[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text_of(send, column, send.key in self._running)
        if role == Qt.ItemDataRole.EditRole:
            return edited_text(send, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tip_of(send, column, send.key in self._running)
        if role == HistoryRole.SUMMARY:
            return send
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour_of(send, column)
        if role == Qt.ItemDataRole.FontRole and column is Column.TITLE and send.name:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.STAR:
            return Qt.AlignmentFlag.AlignCenter
        return None
