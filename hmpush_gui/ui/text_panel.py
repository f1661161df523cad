"""A text to read and copy: a request, a response."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from .code_edit import CodeEdit


class TextPanel(QWidget):
    """A text to read and copy, with a line above that says what it is."""

    def __init__(
        self, name: str, title: str, empty: str, parent: QWidget | None = None
    ) -> None:
        """`name` starts the object names; `empty` teaches what will be here."""
        super().__init__(parent)
        self._text = ""
        self.headline = QLabel(self)
        self.headline.setObjectName(f"{name}.headline")
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.headline.setWordWrap(True)
        self.headline.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text = CodeEdit(self)
        self.text.setObjectName(f"{name}.text")
        self.text.setAccessibleName(title)
        self.text.setReadOnly(True)
        self.text.setPlaceholderText(empty)
        self._copy = QPushButton(self.tr("Copy"), self)
        self._copy.setObjectName(f"{name}.copy")
        self._copy.setAccessibleName(self.tr("Copy: {what}").format(what=title))
        self._copy.clicked.connect(self._on_copy_clicked)
        self._head = QHBoxLayout()
        self._head.addWidget(self.headline, 1)
        self._head.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(self._head)
        column.addWidget(self.text, 1)
        self.show_text("", "")

    def add_tool(self, tool: QWidget) -> None:
        """Put `tool` beside the button that copies."""
        self._head.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)

    def show_text(self, headline: str, text: str) -> None:
        self.headline.setText(headline)
        if text != self._text:
            self._text = text
            self.text.setPlainText(text)
            self.text.verticalScrollBar().setValue(0)
        self._copy.setEnabled(bool(text))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
