"""A send on view or under way, and what is known of its requests."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hmpush_gui.pushkit.outcome import Outcome
from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.record import SendRecord

from .inspected import Attempt, Inspected


@dataclass(slots=True)
class ShownSend:
    """Its requests by their number; `request` is the number of the one on view."""

    record: SendRecord
    requests: dict[int, Request] = field(default_factory=dict)
    exchanges: dict[int, Exchange] = field(default_factory=dict)
    attempts: dict[int, list[Attempt]] = field(default_factory=dict)
    request: int = 0

    @property
    def key(self) -> str:
        return self.record.key

    @property
    def total(self) -> int:
        """How many requests there are by now."""
        return max(self.requests, default=-1) + 1

    def repeat(self, number: int, exchange: Exchange, seconds: float) -> None:
        """A request came to nothing, and is repeated in so long."""
        self.attempts.setdefault(number, []).append(Attempt(exchange, seconds))

    def settle(self, number: int, exchange: Exchange) -> None:
        """The fate of a request is known."""
        self.exchanges[number] = exchange
        self.requests[number] = exchange.request

    def inspected(
        self,
        counts: Mapping[Verdict | None, int],
        row: tuple[str, Outcome] | None,
    ) -> Inspected:
        """The request on view, whose devices met `counts`; `row` is the chosen one."""
        number = self.request
        return Inspected(
            self.record,
            number,
            self.total,
            self.requests.get(number),
            self.exchanges.get(number),
            tuple(self.attempts.get(number, ())),
            row,
            counts,
        )
