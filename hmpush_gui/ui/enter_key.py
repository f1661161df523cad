"""Enter on a button that has the keyboard presses it, as Space does."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_KEYS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterKey(QObject):
    """Presses the button of a window at which Enter was meant.

    A row that Enter activates may hand the keyboard to a button while the key is still
    on its way up to the window: that button is not meant.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._meant: QWidget | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt asks who wants a key for itself, before it is pressed.
        if event.type() is QEvent.Type.ShortcutOverride:
            self._meant = self._window.focusWidget()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        """Press it if `event` is Enter alone, and say whether that was done."""
        button = self._window.focusWidget()
        if event.key() not in _ENTER or event.modifiers() not in _NO_KEYS:
            return False
        if button is not self._meant:
            return False
        if not isinstance(button, QPushButton | QToolButton):
            return False
        button.click()
        return True


class EnterDialog(QDialog):
    """A dialog without a default button, or where the one with the keyboard goes first.

    Qt presses a button by Enter only where it may be the default one; then Enter in a
    field presses it too.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        EnterKey(self)
