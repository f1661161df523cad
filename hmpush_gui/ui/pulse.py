"""Tells of what changes all the time no more often than an eye can follow."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

INTERVAL = 100
"""Milliseconds between two repaints of what changes all the time."""


class Pulse(QObject):
    """The first change is told at once, those that follow together.

    Signals:
        beat: something has changed.
    """

    beat = Signal()

    def __init__(self, parent: QObject | None = None, interval: int = INTERVAL) -> None:
        """`interval` is in milliseconds."""
        super().__init__(parent)
        self._interval = interval
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def want(self) -> None:
        """Something has changed."""
        if self._timer.isActive():
            return
        passed = self._since.elapsed() if self._since.isValid() else self._interval
        if passed >= self._interval:
            self.flush()
        else:
            self._timer.start(self._interval - passed)

    def flush(self) -> None:
        """Tell it now."""
        self._timer.stop()
        self._since.start()
        self.beat.emit()

    def forget(self) -> None:
        """What has changed until now is known already; the next is told at once."""
        self._timer.stop()
        self._since.invalidate()
