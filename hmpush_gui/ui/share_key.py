"""Lets the key of screen sharing work in dialogs that block the window below."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class ShareKey(QObject):
    """Lends `action` to each dialog of `window` as soon as it has the keyboard.

    Qt holds back the actions of a window as long as a dialog blocks it, also those
    that are good in all of the program.
    """

    def __init__(self, action: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._action = action
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._lend)

    def _lend(self, focused: QWindow | None) -> None:
        if focused is None:
            return
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog) and top.windowHandle() is focused:
                if self._is_mine(top) and self._action not in top.actions():
                    self._free_key(top)
                    top.addAction(self._action)
                return

    def _free_key(self, dialog: QDialog) -> None:
        """Qt's own dialog for files goes home with it; two of one key are none."""
        for other in dialog.findChildren(QAction):
            if (
                other is not self._action
                and other.shortcut() == self._action.shortcut()
            ):
                other.setShortcut(QKeySequence())

    def _is_mine(self, dialog: QDialog) -> bool:
        above = dialog.parent()
        while above is not None and above is not self._window:
            above = above.parent()
        return above is self._window
