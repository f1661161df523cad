"""How a list of tokens begins, and which of its columns is taken for what."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hmpush_gui.exchange.token_columns import Columns
from hmpush_gui.exchange.token_source import Preview

from .column_chooser import ColumnChooser
from .elided_combo import ElidedCombo
from .import_preview import ImportPreviewModel
from .preview_table import PreviewTable


class ListPreview(QWidget):
    """The first rows, above a choice for each column.

    Signals:
        sheet_chosen: the name of another sheet of the same file.
    """

    sheet_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self.model = ImportPreviewModel(self)
        self.table = PreviewTable(self.model, self)
        self.chooser = ColumnChooser(self)
        self.sheets = ElidedCombo(self)
        self.sheets.setObjectName("import.sheet")
        self.sheets.setAccessibleName(self.tr("Sheet"))
        self._sheet_title = QLabel(self.tr("Sheet"), self)
        self._sheet_title.setBuddy(self.sheets)
        hint = QLabel(
            self.tr("The first rows, and what each column is taken for:"), self
        )
        hint.setProperty("quiet", True)
        head = QHBoxLayout()
        head.addWidget(hint, 1)
        head.addWidget(self._sheet_title)
        head.addWidget(self.sheets)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.chooser)
        self.chooser.changed.connect(self._on_changed)
        self.sheets.currentTextChanged.connect(self.sheet_chosen)

    def show_preview(self, preview: Preview) -> None:
        """Show a list, with what was guessed."""
        self._preview = preview
        with QSignalBlocker(self.sheets):
            self.sheets.clear()
            self.sheets.addItems(list(preview.sheets))
            self.sheets.setCurrentText(preview.sheet)
        several = len(preview.sheets) > 1
        self.sheets.setVisible(several)
        self._sheet_title.setVisible(several)
        self.chooser.show_preview(preview)
        self._on_changed()

    def columns(self) -> Columns:
        """What is chosen."""
        return self.chooser.columns()

    def _on_changed(self) -> None:
        self.model.show_rows(self._preview, self.chooser.columns())
        self.table.fit()
