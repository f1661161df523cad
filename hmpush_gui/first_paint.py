"""Waits until a window was drawn: nothing slow is imported before."""

import asyncio

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

PATIENCE = 1.0
"""Seconds after which a window is not waited for: a minimised one is never drawn."""


class _Watch(QObject):
    """Tells of the first time that something is painted."""

    painted = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Once all that is painted along with it is.
            QTimer.singleShot(0, self.painted.emit)
        return False


async def first_paint(widget: QWidget, patience: float = PATIENCE) -> None:
    """Wait until `widget` was painted with all in it, at most `patience` seconds."""
    painted, watch = asyncio.Event(), _Watch(widget)
    watch.painted.connect(painted.set)
    widget.installEventFilter(watch)
    try:
        await asyncio.wait_for(painted.wait(), patience)
    except TimeoutError:
        widget.removeEventFilter(watch)
