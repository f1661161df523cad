"""A piece of code to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .plain_label import plain_label
from .theme import fixed_font
from .words import titled

_MOST = 16
"""Lines that are seen at once."""


class SnippetBox(QFrame):
    """Its title, a button to copy it, and the code, which scrolls where it is long."""

    def __init__(
        self, name: str, title: str, code: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"snippet.{name}")
        self.setProperty("card", True)
        self.text = QPlainTextEdit(code.rstrip("\n"), self)
        self.text.setObjectName(f"snippet.{name}.text")
        self.text.setAccessibleName(title)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(fixed_font(max(7, self.font().pointSize() - 1)))
        self._code = code
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setObjectName(f"snippet.{name}.copy")
        self.copy.setAccessibleName(titled(self.copy.text(), title))
        self.copy.clicked.connect(self._on_copy_clicked)
        self._lay_out(title)
        self._fit()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self.copy.setText(self.tr("✓ Copied"))

    def _lay_out(self, title: str) -> None:
        label = plain_label(title, self)
        head = QHBoxLayout()
        head.addWidget(label, 1)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)

    def _fit(self) -> None:
        """As high as its lines, and the bar under them where one is too long."""
        self.text.ensurePolished()
        lines = min(_MOST, self.text.document().blockCount())
        bar = self.text.horizontalScrollBar().sizeHint().height()
        margins = 2 * (int(self.text.document().documentMargin()) + 6)
        height = self.text.fontMetrics().lineSpacing() * lines
        self.text.setFixedHeight(height + margins + bar)
