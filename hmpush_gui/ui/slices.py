"""Does long work a little at a time, so that the window stays alive."""

import time
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer

BUDGET = 0.008
"""Seconds of work at a time: half a frame."""


class Slices(QObject):
    """Runs one generator at a time; a new one takes the place of the one under way.

    What fits into the first slice is done at once, before `run` returns.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._work: Generator[None, None, Any] | None = None
        self._done: Callable[[Any], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def busy(self) -> bool:
        return self._work is not None

    def run(
        self, work: Generator[None, None, Any], done: Callable[[Any], None]
    ) -> None:
        """Work, and hand the result to `done`."""
        self._work, self._done = work, done
        self._timer.start()
        self._on_timeout()

    def drop(self) -> None:
        """Give up what is under way."""
        self._work = self._done = None
        self._timer.stop()

    def _on_timeout(self) -> None:
        end = self._clock() + BUDGET
        while self._work is not None:
            try:
                next(self._work)
            except StopIteration as result:
                done = self._done
                self.drop()
                if done:
                    done(result.value)
                return
            if self._clock() >= end:
                return
