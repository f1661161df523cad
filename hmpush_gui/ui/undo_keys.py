"""Leaves undo and redo to the window: there is one undo stack for the message."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

UNDO = ("Ctrl+Z",)
REDO = ("Ctrl+Shift+Z", "Ctrl+Y")
"""The same on every system: Qt's standard keys know one or the other."""


def is_undo_key(event: QEvent) -> bool:
    """Whether an editor is being asked to take the undo or redo key for itself."""
    if event.type() is not QEvent.Type.ShortcutOverride:
        return False
    return isinstance(event, QKeyEvent) and (
        QKeySequence(event.keyCombination()).toString() in (*UNDO, *REDO)
    )
