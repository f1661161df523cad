"""How fast devices may be sent to: Push Kit counts devices per second (facts D)."""

import time
from collections.abc import Callable

Clock = Callable[[], float]
"""Seconds on a clock that never goes back, such as `time.monotonic`."""

CATCH_UP = 0.1
"""Seconds by which a late timer does not slow the pace down."""


class Pace:
    """A token bucket that holds one request: what leaves keeps to so many a second.

    A request of a thousand devices at a pace of 100 leaves at once and keeps the next
    one back for ten seconds. None is no limit. In any `t` seconds no more leave than
    pace * (t + CATCH_UP) and one request.
    """

    def __init__(
        self, per_second: float | None = None, clock: Clock = time.monotonic
    ) -> None:
        self._clock = clock
        self._free = clock()
        self._held = self._free
        self._per_second = _usable(per_second)

    @property
    def per_second(self) -> float | None:
        return self._per_second

    @per_second.setter
    def per_second(self, value: float | None) -> None:
        """What has already left counts at the new pace."""
        value = _usable(value)
        now = self._clock()
        owed = max(0.0, self._free - now) * (self._per_second or 0.0)
        self._free = now + (owed / value if value else 0.0)
        self._per_second = value

    def take(self, devices: int) -> float:
        """0.0 if so many devices leave now; else the seconds to wait and ask again."""
        now = self._clock()
        wait = max(self._free, self._held) - now
        if wait > 0:
            return wait
        if self._per_second:
            # Timers fire late: the next slot is counted from when this one was due.
            due = max(self._free, now - CATCH_UP)
            self._free = due + devices / self._per_second
        return 0.0

    def hold(self, seconds: float) -> None:
        """Let nothing leave for so long: Push Kit asked everybody to slow down."""
        self._held = max(self._held, self._clock() + seconds)


def _usable(per_second: float | None) -> float | None:
    if per_second is not None and not 0 < per_second < float("inf"):
        raise ValueError("a pace is a number of devices above zero, or None")
    return per_second
