"""Which test run sheet is in hand, and its name to be written."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from .sheet_shelf import SheetShelf


class SheetChoice(QWidget):
    """Follows `sheets`; with one sheet only its name is to be seen."""

    def __init__(self, sheets: SheetShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self._naming = ""
        self.chooser = QComboBox(self)
        self.chooser.setObjectName("sheet.chooser")
        self.chooser.setAccessibleName(self.tr("Sheet"))
        self.chooser.setMinimumWidth(200)
        self.chooser.activated.connect(
            lambda row: self._sheets.choose(self.chooser.itemData(row))
        )
        self.name = QLineEdit(self)
        self.name.setObjectName("sheet.name")
        self.name.setAccessibleName(self.tr("Name of the sheet"))
        self.name.setPlaceholderText(self.tr("Name"))
        # As it is typed: what is closed or left in the middle is not lost.
        self.name.textEdited.connect(self._sheets.rename)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chooser)
        row.addWidget(self.name)
        sheets.changed.connect(self._on_changed)
        self._on_changed()

    def begin(self) -> None:
        """Put the cursor where another name is written."""
        self.name.setFocus()
        self.name.selectAll()

    def _on_changed(self) -> None:
        sheet = self._sheets.current
        self.chooser.clear()
        for each in self._sheets.all:
            self.chooser.addItem(each.name, each.key)
        if sheet:
            self.chooser.setCurrentIndex(self.chooser.findData(sheet.key))
        self.chooser.setVisible(len(self._sheets.all) > 1)
        key = sheet.key if sheet else ""
        another, self._naming = key != self._naming, key
        if another or not self.name.hasFocus():
            self.name.setText(sheet.name if sheet else "")
        self.name.setEnabled(sheet is not None)
