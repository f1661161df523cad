"""The sends under way."""

import asyncio
from collections.abc import Coroutine, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from hmpush_gui.clients import Clients
from hmpush_gui.pushkit.client import PushClient, not_sent, stopped
from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.errors import PushError
from hmpush_gui.pushkit.protocol import Exchange, Request, send_request
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history import History

IN_FLIGHT = 8
"""Requests of one send at a time: beyond it httpx costs the window frames."""

_STOPPED_BEFORE = QT_TRANSLATE_NOOP("app", "Stopped before it was sent.")


class Sender(QObject):
    """Sends records, each in a task of its own, and writes history ahead of the wire.

    Signals:
        started: a send begins; its SendRecord.
        begun: a request goes out; key of the send, its number, the Request.
        settled: a request's fate is known; key, number, the Exchange.
        finished: nothing more will happen in the send with this key.
        troubled: history could not be written; a Sentence. The send goes on.
    """

    started = Signal(object)
    begun = Signal(str, int, object)
    settled = Signal(str, int, object)
    finished = Signal(str)
    troubled = Signal(object)

    def __init__(
        self, clients: Clients, history: History, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clients = clients
        self._history = history
        self._sends: set[asyncio.Task[None]] = set()
        self._notes: set[asyncio.Task[None]] = set()

    def send(self, record: SendRecord) -> None:
        """Start a send; sends under way are left alone."""
        self.started.emit(record)
        task = asyncio.ensure_future(self._send(record))
        self._sends.add(task)
        task.add_done_callback(partial(self._on_send_done, record.key))

    def stop(self) -> None:
        """Stop all sends: what has left reads Unknown, the rest Not sent."""
        for task in self._sends:
            task.cancel()

    async def aclose(self) -> None:
        """Stop everything and wait until it is written down."""
        self.stop()
        await asyncio.gather(*self._sends, return_exceptions=True)
        await asyncio.gather(*self._notes, return_exceptions=True)

    async def _send(self, record: SendRecord) -> None:
        await self._write(self._history.begin(record))
        requests = _requests(record)
        try:
            client = await self._clients.client_for(record.project, record.message.api)
        except (PushError, StoreError) as error:
            for index, request in enumerate(requests):
                exchange = not_sent(request, error.sentence, "credential")
                self._settle(record.key, index, exchange)
            return
        room = asyncio.Semaphore(IN_FLIGHT)
        async with asyncio.TaskGroup() as group:
            for index, request in enumerate(requests):
                group.create_task(self._post(client, record.key, index, request, room))

    async def _post(
        self,
        client: PushClient,
        key: str,
        index: int,
        request: Request,
        room: asyncio.Semaphore,
    ) -> None:
        async with room:
            fate = not_sent(request, _STOPPED_BEFORE, "stopped-before")
            try:
                await self._write(self._history.request_begun(key, index, request))
                self.begun.emit(key, index, request)
                fate = stopped(request)
                fate = await client.send(request)
            finally:
                # Also when the send is stopped: then `fate` says how far it had come.
                self._settle(key, index, fate)

    def _settle(self, key: str, index: int, exchange: Exchange) -> None:
        self._note(self._write(self._history.request_done(key, index, exchange)))
        self.settled.emit(key, index, exchange)

    def _on_send_done(self, key: str, task: asyncio.Task[None]) -> None:
        self._sends.discard(task)
        self._note(self._write(self._history.finish(key)))
        self.finished.emit(key)
        if not task.cancelled():
            # A bug inside the send: on to the loop's exception handler.
            task.result()

    async def _write(self, writing: Future[None]) -> None:
        try:
            await asyncio.wrap_future(writing)
        except StoreError as error:
            self.troubled.emit(error.sentence)

    def _note(self, writing: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(writing)
        self._notes.add(task)
        task.add_done_callback(self._notes.discard)


def _requests(record: SendRecord) -> Sequence[Request]:
    """The send's requests: encoded once, split by what one request may carry."""
    encoded = encode(record.message)
    tokens = [device.token for device in record.devices]
    cap = record.message.token_cap
    return [
        send_request(record.project, record.message, encoded, tokens[at : at + cap])
        for at in range(0, len(tokens), cap)
    ]
