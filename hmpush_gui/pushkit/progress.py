"""How far a campaign has come, as values."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .protocol import Verdict


class State(StrEnum):
    """What a campaign is doing. STOPPING waits a moment for answers on their way."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"
    STOPPED = "stopped"
    DONE = "done"

    @property
    def over(self) -> bool:
        return self in (State.STOPPED, State.DONE)


@dataclass(frozen=True, slots=True)
class Progress:
    """A campaign at one moment, counted in devices.

    `counts` are those whose fate is known, `out` those in requests that have begun;
    `repeating` are those among `out` that were refused for now and wait to be sent
    again. `per_second` is how many are settled a second, `seconds_left` how long the
    rest will take; None where nobody can tell yet.
    """

    state: State
    total: int
    counts: Mapping[Verdict, int]
    out: int = 0
    repeating: int = 0
    per_second: float | None = None
    seconds_left: float | None = None

    @property
    def settled(self) -> int:
        return sum(self.counts.values())

    @property
    def waiting(self) -> int:
        """Devices no request has begun for; when the campaign is over, never will."""
        return self.total - self.settled - self.out


class Speed:
    """Devices per second over the last requests; `at` is in seconds of any clock."""

    _REMEMBERED = 64

    def __init__(self) -> None:
        self._settled: deque[tuple[float, int]] = deque(maxlen=self._REMEMBERED)

    def note(self, at: float, devices: int) -> None:
        self._settled.append((at, devices))

    def forget(self) -> None:
        """Time from now on has nothing to do with the time before: after a pause."""
        self._settled.clear()

    @property
    def per_second(self) -> float | None:
        """None until two moments can be compared."""
        if not self._settled:
            return None
        # The first one only marks where the time begins.
        passed = self._settled[-1][0] - self._settled[0][0]
        devices = sum(count for _, count in self._settled) - self._settled[0][1]
        return devices / passed if passed > 0 else None
