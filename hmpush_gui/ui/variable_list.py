"""Variables of one's own as an editable table: name and value."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from hmpush_gui.pushkit.placeholders import is_name

from .table_model import AnyIndex, TableModel
from .theme import Tone, tone
from .veiling import veils


class Column(IntEnum):
    """Columns in the order they stand."""

    NAME = 0
    VALUE = 1


class VariableListModel(TableModel):
    """Name and value, with an empty row at the end to write the next one in."""

    def __init__(self, own: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (self.tr("Name"), self.tr("Value"))
        self._rows = [*([name, value] for name, value in own.items()), ["", ""]]

    def own(self) -> dict[str, str]:
        """The variables as they stand; rows without a name are left out."""
        return {name.strip(): value for name, value in self._rows if name.strip()}

    def wrong(self) -> str:
        """The first name that cannot be one; empty when all are good."""
        names = [name.strip() for name, _ in self._rows if name.strip()]
        for at, name in enumerate(names):
            if not is_name(name) or name in names[:at]:
                return name
        return ""

    def remove(self, row: int) -> None:
        """Take a row away; the empty one at the end stays."""
        if 0 <= row < len(self._rows) - 1:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()

    def count(self) -> int:
        return len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsEditable if index.isValid() else plain

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if self._is_free(index):
            return self._free(index, role)
        text = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        bad = index.column() == Column.NAME and text and not is_name(text.strip())
        if role == Qt.ItemDataRole.ForegroundRole and bad:
            return tone(Tone.BAD)
        return None

    def _is_free(self, index: AnyIndex) -> bool:
        last = len(self._rows) - 1
        return index.row() == last and not any(self._rows[last])

    def _free(self, index: AnyIndex, role: int) -> Any:
        """The row for the next one says so, where its name goes."""
        if role == Qt.ItemDataRole.DisplayRole and index.column() == Column.NAME:
            return self.tr("Name a new one…")
        if role == Qt.ItemDataRole.EditRole:
            return ""
        if role == Qt.ItemDataRole.ForegroundRole:
            return tone(Tone.QUIET)
        return None

    def setData(
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self._rows[index.row()][index.column()] = str(value)
        self.dataChanged.emit(index, index)
        if index.row() == len(self._rows) - 1 and str(value):
            end = len(self._rows)
            self.beginInsertRows(QModelIndex(), end, end)
            self._rows.append(["", ""])
            self.endInsertRows()
        return True
