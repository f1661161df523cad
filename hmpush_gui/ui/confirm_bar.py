"""Asks once before what cannot be taken back, such as a real send: a bar, not a box."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from .plain_label import plain_label


class ConfirmBar(QFrame):
    """A question with Cancel first; Esc is Cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confirm")
        self.setProperty("card", True)
        self.setProperty("question", True)
        self._act: Callable[[], None] | None = None
        self._before: QWidget | None = None
        self._words = plain_label("", self, name="confirm.words")
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("confirm.cancel")
        self._cancel.clicked.connect(self.cancel)
        self._go = QPushButton(self)
        self._go.setObjectName("confirm.go")
        self._go.setProperty("primary", True)
        self._go.clicked.connect(self._on_go_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._go)
        self.hide()

    def ask(self, question: str, go: str, act: Callable[[], None]) -> None:
        """Show `question`; do `act` on `go`. Cancel has the focus until then."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._act = act
        self._words.setText(question)
        self._go.setText(go)
        self.show()
        self._cancel.setFocus()

    def cancel(self) -> None:
        self._act = None
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return
        super().keyPressEvent(event)

    def _on_go_clicked(self) -> None:
        act, self._act = self._act, None
        self._close()
        if act:
            act()

    def _close(self) -> None:
        """Hide, and give the keyboard back to where the user was."""
        before, self._before = self._before, None
        has_keyboard = self._cancel.hasFocus() or self._go.hasFocus()
        if before and isValid(before) and has_keyboard:
            before.setFocus()
        self.hide()
