"""A send on view or under way, and what is known of its requests."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hmpush_gui.pushkit.outcome import Outcome
from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.record import SendHistory, SendRecord
from hmpush_gui.pushkit.slim import SlimExchanges, SlimRequest, slim

from .inspected import Attempt, Inspected


@dataclass(slots=True)
class ShownSend:
    """Its requests by their number; `request` is the number of the one on view.

    A campaign has a thousand requests of a thousand tokens, so they are kept small.
    """

    record: SendRecord
    request: int = 0
    _requests: dict[int, SlimRequest] = field(default_factory=dict)
    _exchanges: dict[int, Exchange] = field(default_factory=dict)
    _attempts: dict[int, list[Attempt]] = field(default_factory=dict)

    @classmethod
    def of(cls, send: SendHistory) -> "ShownSend":
        """A send of history."""
        shown = cls(send.record)
        if isinstance(send.exchanges, SlimExchanges):
            for number, (request, exchange) in enumerate(send.exchanges.pairs):
                shown._requests[number] = request
                shown._exchanges[number] = _bare(exchange)
        else:
            for number, exchange in enumerate(send.exchanges):
                shown.settle(number, exchange)
        return shown

    @property
    def key(self) -> str:
        return self.record.key

    @property
    def total(self) -> int:
        """How many requests there are by now."""
        return max(self._requests, default=-1) + 1

    @property
    def has_request(self) -> bool:
        """Whether anything is known of the request on view."""
        return self.request in self._requests

    def begin(self, number: int, request: Request) -> None:
        """A request goes out, perhaps again."""
        # It is kept small once it is over; those that are out are few.
        self._requests[number] = SlimRequest(request, request.body)

    def repeat(self, number: int, exchange: Exchange, seconds: float) -> None:
        """A request came to nothing, and is repeated in so long."""
        attempt = Attempt(_bare(exchange), seconds)
        self._attempts.setdefault(number, []).append(attempt)

    def settle(self, number: int, exchange: Exchange) -> None:
        """The fate of a request is known."""
        self._requests[number] = slim(exchange.request)
        self._exchanges[number] = _bare(exchange)

    def carried(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The number of each request and the tokens it carried."""
        for number, request in sorted(self._requests.items()):
            yield number, request.bare.tokens

    def settled(self) -> Iterator[tuple[int, Exchange]]:
        """The requests whose fate is known, without their bodies."""
        yield from sorted(self._exchanges.items())

    def exchanges(self) -> Sequence[Exchange]:
        """What is known of the requests that are over, in their order."""
        return SlimExchanges(
            [(self._requests[number], each) for number, each in self.settled()]
        )

    def whole_request(self) -> Request | None:
        """The request on view, to its last byte."""
        known = self._requests.get(self.request)
        return known.whole if known else None

    def inspected(
        self,
        counts: Mapping[Verdict | None, int],
        row: tuple[str, Outcome] | None,
        receipt: tuple[int, float | None] | None = None,
    ) -> Inspected:
        """The request on view, whose devices met `counts`; `row` is the chosen one."""
        number = self.request
        return Inspected(
            self.record,
            number,
            self.total,
            self._requests.get(number),
            self._exchanges.get(number),
            tuple(self._attempts.get(number, ())),
            row,
            receipt,
            counts,
        )


def _bare(exchange: Exchange) -> Exchange:
    """What came of a request, without the bytes of it."""
    return replace(exchange, request=replace(exchange.request, body=b""))
