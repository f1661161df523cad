"""The request on view, and all that is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hmpush_gui.pushkit.outcome import Outcome
from hmpush_gui.pushkit.protocol import Exchange, Verdict
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.slim import SlimRequest


@dataclass(frozen=True, slots=True)
class Attempt:
    """A time that a request came to nothing, `seconds` before it was repeated."""

    exchange: Exchange
    seconds: float


@dataclass(frozen=True, slots=True)
class Inspected:
    """Request `number` of a send. `exchange` is None until its fate is known.

    `kept` is the request, None if there is none; the one in `exchange` has no body.

    `row` is the label and outcome of the device that was chosen, if it went in this
    request; `receipt` what its receipt says, and when in Unix seconds, if it has one.
    `total` are the requests known by now.
    """

    record: SendRecord
    number: int = 0
    total: int = 0
    kept: SlimRequest | None = None
    exchange: Exchange | None = None
    attempts: tuple[Attempt, ...] = ()
    row: tuple[str, Outcome] | None = None
    receipt: tuple[int, float | None] | None = None
    counts: Mapping[Verdict | None, int] = field(default_factory=dict)

    def is_like(self, other: "Inspected | None") -> bool:
        """Whether there is nothing new to be seen; told at a glance."""
        return (
            other is not None
            and self.record is other.record
            and self.kept is other.kept
            and self.exchange is other.exchange
            and (self.number, len(self.attempts)) == (other.number, len(other.attempts))
            and (self.row, self.counts) == (other.row, other.counts)
            and self.receipt == other.receipt
        )

    @property
    def waits_to_repeat(self) -> Attempt | None:
        """The attempt that is going to be repeated, while it is."""
        return self.attempts[-1] if self.attempts and not self.exchange else None
