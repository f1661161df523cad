"""Waits until nothing has happened for a while."""

from PySide6.QtCore import QObject, QTimer


class Pause(QTimer):
    """Times out once, `wait` milliseconds after it was started last."""

    def __init__(self, wait: int, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(wait)
