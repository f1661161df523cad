"""Writes one send to history ahead of the wire, and tells of it."""

from typing import TYPE_CHECKING

from hmpush_gui.pushkit.progress import Progress
from hmpush_gui.pushkit.protocol import Exchange, Request
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.store.errors import Damaged
from hmpush_gui.store.history import History

if TYPE_CHECKING:
    from hmpush_gui.sender import Sender


class SendLedger:
    """The ledger of the send `key`, for its campaign (`pushkit.ledger.Ledger`).

    `kept` says whether history has the send. While it has, a request that cannot be
    written does not leave: history would go on to call its devices Not sent, and have
    them sent once more some day.
    """

    def __init__(self, sender: "Sender", key: str, history: History) -> None:
        self.kept = True
        self._sender = sender
        self._key = key
        self._history = history
        self._unwritten: set[int] = set()

    async def begins(self, number: int, request: Request) -> Sentence | None:
        writing = self._history.request_begun(self._key, number, request)
        error = await self._sender.write(writing)
        if isinstance(error, Damaged):
            # Set aside with all that it said.
            self.kept = False
        if error and self.kept:
            self._unwritten.add(number)
            return error.sentence
        self._unwritten.discard(number)
        self._sender.begun.emit(self._key, number, request)
        return None

    def refused(self, number: int, exchange: Exchange, seconds: float) -> None:
        # Should the program end while it waits, this is what is known.
        self._done(number, exchange)
        self._sender.repeating.emit(self._key, number, exchange, seconds)

    def settled(self, number: int, exchange: Exchange) -> None:
        self._done(number, exchange)
        self._sender.settled.emit(self._key, number, exchange)

    def progressed(self, progress: Progress) -> None:
        self._sender.progress.emit(self._key, progress)

    def _done(self, number: int, exchange: Exchange) -> None:
        if number not in self._unwritten:
            self._sender.note(self._history.request_done(self._key, number, exchange))
