"""Requests kept without the tokens in their bodies: of a million devices, 130 MB.

The tokens are at hand already. A body is the text around them and they themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

from .document import Encoded
from .protocol import Exchange, Request


@dataclass(frozen=True, slots=True)
class SlimRequest:
    """`bare` has no body; `around` is what stands around the tokens.

    Where the tokens do not stand in the body as the encoder writes them, `around` is
    the whole body.
    """

    bare: Request
    around: Encoded | bytes

    @property
    def whole(self) -> Request:
        """The request as it was."""
        body = self.around
        if isinstance(body, Encoded):
            body = body.with_tokens(self.bare.tokens)
        return replace(self.bare, body=body)


def slim(request: Request) -> SlimRequest:
    """`request`, kept small."""
    bare = replace(request, body=b"")
    between = Encoded(b"", b"").with_tokens(request.tokens)
    head, found, tail = request.body.partition(between) if between else (b"", b"", b"")
    return SlimRequest(bare, Encoded(head, tail) if found else request.body)


class SlimExchanges(Sequence[Exchange]):
    """Exchanges in order, each made whole when it is looked at."""

    def __init__(self, pairs: Sequence[tuple[SlimRequest, Exchange]]) -> None:
        """Each is a request, and the exchange with whatever request in it."""
        self._pairs = pairs

    @property
    def pairs(self) -> Sequence[tuple[SlimRequest, Exchange]]:
        """Each request, and the exchange with whatever request in it."""
        return self._pairs

    @overload
    def __getitem__(self, index: int) -> Exchange: ...
    @overload
    def __getitem__(self, index: slice) -> "SlimExchanges": ...
    def __getitem__(self, index: int | slice) -> "Exchange | SlimExchanges":
        if isinstance(index, slice):
            return SlimExchanges(self._pairs[index])
        request, exchange = self._pairs[index]
        return replace(exchange, request=request.whole)

    def __iter__(self) -> Iterator[Exchange]:
        return (self[number] for number in range(len(self)))

    def __len__(self) -> int:
        return len(self._pairs)

    def __eq__(self, other: object) -> bool:
        """Like a tuple of the same exchanges."""
        if not isinstance(other, SlimExchanges | tuple):
            return NotImplemented
        return tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]
