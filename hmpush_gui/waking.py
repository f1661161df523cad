"""Notices that the computer has slept, or that its clock was set."""

import logging
import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from hmpush_gui.pushkit.clocks import Clock, steady

_LOG = logging.getLogger("hmpush_gui.waking")

_EVERY = 5_000
"""Milliseconds between two looks."""
_GAP = 20.0
"""Seconds by which a look may be late on a busy computer."""


class Waking(QObject):
    """Compares clocks of which some stand still in a sleep and some do not.

    A clock that was set looks the same from here, and does as little harm.

    Signals:
        woke: the computer has slept since the last look; seconds.
    """

    woke = Signal(float)

    def __init__(
        self,
        parent: QObject | None = None,
        clocks: Sequence[Clock] = (time.monotonic, steady, time.time),
    ) -> None:
        super().__init__(parent)
        self._clocks = clocks
        self._last = self._read()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._last = self._read()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """See whether there was a gap, and tell of it at once."""
        last, self._last = self._last, self._read()
        passed = [now - then for now, then in zip(self._last, last, strict=True)]
        gap = max(map(abs, passed))
        if gap > _EVERY / 1000 + _GAP:
            _LOG.info("a gap of %.0f s: asleep, or the clock was set", gap)
            self.woke.emit(gap)

    def _read(self) -> list[float]:
        return [clock() for clock in self._clocks]
