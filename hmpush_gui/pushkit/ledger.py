"""What a campaign asks of those who post its requests and write them down."""

from collections.abc import Callable
from typing import Protocol

from .progress import Progress
from .protocol import Exchange, Request
from .words import Sentence


class Post(Protocol):
    """Posts a request, as `PushClient.send` does."""

    async def __call__(
        self, request: Request, tell_left: Callable[[bool], object]
    ) -> Exchange: ...


class Ledger(Protocol):
    """Writes down what a campaign does. `number` tells its requests apart."""

    async def begins(self, number: int, request: Request) -> Sentence | None:
        """Awaited before a byte of the request leaves, also when it is repeated.

        It does not leave if the result says why not; then it is settled as Not sent,
        or as what it came to before.
        """

    def refused(self, number: int, exchange: Exchange, seconds: float) -> None:
        """The request came to nothing and is going to be repeated in so long."""

    def settled(self, number: int, exchange: Exchange) -> None:
        """The fate of a request that has begun; there will be no other."""

    def progressed(self, progress: Progress) -> None:
        """Told at every change of state, else at most ten times a second."""
