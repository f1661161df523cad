"""Clocks: one that people set, and one that nobody can."""

import math
import time
from collections.abc import Callable

Clock = Callable[[], float]
"""Seconds; since 1970 or since any moment, as is said where one is asked for."""


def wall() -> float:
    """Unix seconds, as people have set them."""
    return time.time()


def steady() -> float:
    """Seconds that never go back, whatever the wall clock is set to.

    They count the time a computer sleeps, where its system can tell it.
    """
    return _steady()


def _sleepless() -> Clock:
    # Linux and macOS stop `monotonic` while they sleep; Windows does not.
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC_RAW"):
        if (clock := getattr(time, name, None)) is not None and _counts_sleep(name):
            return lambda: time.clock_gettime(clock)
    return time.monotonic


def _counts_sleep(name: str) -> bool:
    # Raw is the one that goes on in macOS's sleep, and not on Linux.
    return name == "CLOCK_BOOTTIME" or hasattr(time, "CLOCK_UPTIME_RAW")


_steady = _sleepless()


class SteadyWall:
    """The Unix time that a wall clock would show had nobody set it since the start.

    Never ahead of the wall clock: who forgets what is old must not be fooled by a clock
    that is set forward for a while. `latest` is what it can have been at the start.
    """

    def __init__(
        self,
        wall: Clock = wall,
        steadily: Clock = steady,
        latest: float = math.inf,
    ) -> None:
        self._wall = wall
        self._steadily = steadily
        self._offset = min(wall(), latest) - steadily()

    def now(self) -> float:
        return min(self._wall(), self._offset + self._steadily())
