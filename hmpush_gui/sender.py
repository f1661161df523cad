"""The sends under way."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from hmpush_gui.clients import Clients
from hmpush_gui.pushkit.campaign import IN_FLIGHT, Campaign
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.errors import Misconfigured, PushError
from hmpush_gui.pushkit.fates import not_sent
from hmpush_gui.pushkit.ledger import Post
from hmpush_gui.pushkit.pace import Pace
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.recall import recall_requests
from hmpush_gui.pushkit.record import Action, SendHistory, SendRecord
from hmpush_gui.pushkit.retry import Patience
from hmpush_gui.pushkit.sending import device_requests, target_of
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.send_ledger import SendLedger
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history import History

DEVICES_A_SECOND = 6000.0
"""The least that Push Kit lets an app send (facts D, Rate formula)."""


class Sender(QObject):
    """Sends records, each in a task of its own, and writes history ahead of the wire.

    `in_flight` requests of one send go out at a time; `pace` is in devices a second,
    None for no limit, and is not used in the sandbox. Both hold for sends that start
    from then on; sends of one project at the same time share their pace.

    Signals:
        started: a send begins; its SendRecord.
        writing: a large send is being written down before any of it leaves; key, how
            many devices are.
        begun: a request goes out, perhaps again; key of the send, number, the Request.
        repeating: a request was refused for now or did not get out, and is repeated;
            key, number, the Exchange, seconds until then.
        settled: a request's fate is known; key, number, the Exchange.
        progress: how far a send is; key, a Progress.
        finished: nothing more will happen in the send with this key.
        troubled: history could not be written; a Sentence. What is not written does
            not leave, but for a send that history knows nothing of.
    """

    started = Signal(object)
    writing = Signal(str, int)
    begun = Signal(str, int, object)
    repeating = Signal(str, int, object, float)
    settled = Signal(str, int, object)
    progress = Signal(str, object)
    finished = Signal(str)
    troubled = Signal(object)

    def __init__(
        self, clients: Clients, history: History, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.in_flight = IN_FLIGHT
        self.pace: float | None = DEVICES_A_SECOND
        self.patience = Patience()
        self._clients = clients
        self._history = history
        self._sends: dict[str, _Send] = {}
        self._paces: dict[str, Pace] = {}
        self._notes: set[asyncio.Task[StoreError | None]] = set()

    def send(self, record: SendRecord) -> None:
        """Start a send; sends under way are left alone.

        A message for a topic or condition has one device: its target (`target_of`).
        """
        record = _addressed(record)
        self.started.emit(record)
        # Told in the thread of history; Qt carries it over.
        told = partial(self.writing.emit, record.key)
        self._start(record, record.devices, 0, self._history.begin(record, told))

    def go_on(self, send: SendHistory) -> None:
        """Send what an earlier run left behind: the devices that are Not sent.

        Those that are Unknown may be on a phone, and are left alone.
        """
        self.started.emit(send.record)
        for number, exchange in enumerate(send.exchanges):
            self.settled.emit(send.record.key, number, exchange)
        devices = tuple(
            device
            for device, outcome in zip(send.record.devices, send.outcomes, strict=True)
            if outcome.verdict is Verdict.NOT_SENT
        )
        self._start(send.record, devices, send.next_number, None)

    def name(self, key: str, name: str) -> None:
        """Give a send that has started its name in history."""
        self.note(self._history.rename(key, name))

    def under_way(self) -> frozenset[str]:
        """The keys of the sends that run, wait or pause."""
        return frozenset(self._sends)

    def pause(self, key: str) -> None:
        """Begin nothing more in the send `key`; what is out comes home."""
        if send := self._sends.get(key):
            send.campaign.pause()

    def resume(self, key: str) -> None:
        """Go on with a send that was paused."""
        if send := self._sends.get(key):
            send.campaign.resume()

    def set_pace(self, key: str, devices_a_second: float | None) -> None:
        """Change the pace of a send under way, and of those that share it."""
        if send := self._sends.get(key):
            for each in self._sends.values():
                if each.pace is send.pace:
                    each.campaign.set_pace(devices_a_second)

    def stop(self, key: str | None = None) -> None:
        """Stop one send, or all: what has left reads Unknown, the rest Not sent.

        What is answered within half a second still counts.
        """
        for send in [*self._sends.values()] if key is None else self._found(key):
            send.stop()

    async def aclose(self) -> None:
        """Stop everything and wait until it is written down."""
        self.stop()
        tasks = [send.task for send in self._sends.values() if send.task]
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*self._notes, return_exceptions=True)

    def _found(self, key: str) -> list["_Send"]:
        return [self._sends[key]] if key in self._sends else []

    def _start(
        self,
        record: SendRecord,
        devices: Sequence[Device],
        first: int,
        writing: Future[None] | None,
    ) -> None:
        pace = self._pace_of(record.project)
        ledger = SendLedger(self, record.key, self._history)
        campaign = Campaign(
            _requests(record, devices),
            len(devices),
            ledger,
            pace=pace,
            in_flight=self.in_flight,
            patience=self.patience,
            first=first,
        )
        send = _Send(record, campaign, ledger, pace)
        self._sends[record.key] = send
        send.task = asyncio.ensure_future(self._send(send, writing))
        send.task.add_done_callback(partial(self._on_send_done, record.key))

    def _pace_of(self, project: Project) -> Pace:
        """Sends of one project share it: Push Kit counts an app's devices (facts D)."""
        if project.environment is Environment.SANDBOX:
            return Pace(None)
        pace = self._paces.setdefault(project.key, Pace())
        if all(each.pace is not pace for each in self._sends.values()):
            pace.per_second = self.pace
        return pace

    async def _send(self, send: "_Send", writing: Future[None] | None) -> None:
        if writing:
            send.ledger.kept = await self.write(writing) is None
        post = await self._post_for(send.record)
        send.running = True
        await send.campaign.run(post)

    async def _post_for(self, record: SendRecord) -> Post:
        try:
            client = await self._clients.client_for(record.project, record.message.api)
        except (PushError, StoreError) as error:
            of_way = error.reason if isinstance(error, Misconfigured) else ""
            return _refuser(error.sentence, of_way or "credential")
        return client.send

    def _on_send_done(self, key: str, task: asyncio.Task[None]) -> None:
        del self._sends[key]
        self.note(self._history.finish(key))
        self.finished.emit(key)
        if not task.cancelled():
            # A bug inside the send: on to the loop's exception handler.
            task.result()

    async def write(self, writing: Future[None]) -> StoreError | None:
        """Wait until history has written, or could not; a stop does not unwrite it."""
        try:
            await asyncio.shield(asyncio.wrap_future(writing))
        except StoreError as error:
            self.troubled.emit(error.sentence)
            return error
        return None

    def note(self, writing: Future[None]) -> None:
        """Let history write while the send goes on."""
        task = asyncio.ensure_future(self.write(writing))
        self._notes.add(task)
        task.add_done_callback(self._notes.discard)


@dataclass(slots=True)
class _Send:
    """A send under way. It is `running` once its client is at hand."""

    record: SendRecord
    campaign: Campaign
    ledger: SendLedger
    pace: Pace
    running: bool = False
    task: asyncio.Task[None] | None = field(default=None)

    def stop(self) -> None:
        self.campaign.stop()
        # A keyring may be asking for a password: that is not waited for.
        if not self.running and self.task:
            self.task.cancel()


def _refuser(why: Sentence, reason: str) -> Post:
    """Refuses everything, because there is no credential or no way to send with."""

    async def refuse(request: Request, tell_left: Callable[[bool], object]) -> Exchange:
        tell_left(False)
        return not_sent(request, why, reason)

    return refuse


def _requests(record: SendRecord, devices: Sequence[Device]) -> Iterator[Request]:
    make = recall_requests if record.action is Action.RECALL else device_requests
    return make(record.project, record.message, devices)


def _addressed(record: SendRecord) -> SendRecord:
    """The record with the topic or condition as its device, if it names one."""
    target = target_of(record.message)
    if not target:
        return record
    return replace(record, devices=(Device(target, target, record.project.key),))
