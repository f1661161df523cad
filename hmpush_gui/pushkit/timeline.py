"""The steps of a request as stretches of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .protocol import Timing


class Step(StrEnum):
    """What happens in a stretch of time, in the order in which it does."""

    BEARER = "authorised"
    CONNECT = "connected"
    TLS = "secured"
    SEND = "sent"
    WAIT = "first_byte"
    READ = "done"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A step from `start` to `end`, in seconds since the request began."""

    step: Step
    start: float
    end: float

    @property
    def seconds(self) -> float:
        return self.end - self.start


def stretches(timing: Timing) -> Iterator[Stretch]:
    """The steps that were reached, one after the other."""
    start = 0.0
    for step in Step:
        end = getattr(timing, step)
        if end is None:
            continue
        # A renewed bearer has a request connect before, and send after it.
        yield Stretch(step, min(start, end), end)
        start = max(start, end)


def waited(timing: Timing, started_at: float) -> float | None:
    """Seconds from the start of the send until this request had its turn."""
    if timing.began is None or timing.began < started_at:
        return None
    return timing.began - started_at
