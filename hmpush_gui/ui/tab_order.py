"""The order in which Tab goes, where it differs from the order of building."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_before(widget: QWidget, following: QWidget) -> None:
    """Let Tab come to `widget` right before it comes to `following`.

    Both take the keyboard, and are in one window with somebody before them who does.
    """
    before = following.previousInFocusChain()
    while before is not None and before is not following:
        if before is not widget and before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, widget)
            return
        before = before.previousInFocusChain()
