"""The first rows of a list of tokens, under the names of what they are taken for."""

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont

from hmpush_gui.exchange.token_columns import Columns, Field
from hmpush_gui.exchange.token_source import Preview

from .table_model import AnyIndex, TableModel
from .theme import colours
from .veiling import veils


class ImportPreviewModel(TableModel):
    """A few rows of a file as they stand; what is not taken is dimmed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._columns = Columns()

    def show_rows(self, preview: Preview | None, columns: Columns) -> None:
        """Show these, or none."""
        self.beginResetModel()
        self._rows = preview.rows if preview else ()
        self._columns = columns
        self._headers = tuple(map(self._title, range(preview.width if preview else 0)))
        self.endResetModel()

    def is_taken(self, column: int) -> bool:
        """Whether anything of this column is taken."""
        chosen = self._columns
        return chosen.token in (None, column) or column in chosen.fields.values()

    def count(self) -> int:
        return len(self._rows)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        cells = self._rows[row]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[column] if column < len(cells) else ""
        quiet = self._is_name(row) or not self.is_taken(column)
        if role == Qt.ItemDataRole.ForegroundRole and quiet:
            return QColor(colours().muted)
        if role == Qt.ItemDataRole.FontRole and self._is_name(row):
            font = QFont()
            font.setItalic(True)
            return font
        return None

    def _is_name(self, row: int) -> bool:
        return row == 0 and self._columns.header

    def _title(self, column: int) -> str:
        chosen = self._columns
        if chosen.token in (None, column):
            return self.tr("Token")
        for each, number in chosen.fields.items():
            if number == column:
                return self._field(each)
        return self.tr("not taken")

    def _field(self, each: Field) -> str:
        return {
            Field.LABEL: self.tr("Name"),
            Field.TAGS: self.tr("Tags"),
            Field.NOTE: self.tr("Note"),
            Field.LANGUAGE: self.tr("Language"),
        }[each]
