"""Enter on a button that has the keyboard presses it, as Space does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_KEYS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterDialog(QDialog):
    """A dialog without a default button, or where the one with the keyboard goes first.

    Qt presses a button by Enter only where it may be the default one; then Enter in a
    field presses it too.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button of `window` that has the keyboard, if `event` is Enter alone."""
    button = window.focusWidget()
    if event.key() not in _ENTER or event.modifiers() not in _NO_KEYS:
        return False
    if not isinstance(button, QPushButton | QToolButton):
        return False
    button.click()
    return True
