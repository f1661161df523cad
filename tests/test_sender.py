"""Sends under way: what is written, what is told, and what can be stopped."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from hmpush_gui.clients import Clients
from hmpush_gui.pushkit.errors import CredentialError, Misconfigured, PushError
from hmpush_gui.pushkit.hindrances import BAD_CA
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.progress import Progress, State
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.record import SendHistory, SendRecord
from hmpush_gui.pushkit.retry import Patience
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.sender import DEVICES_A_SECOND, Sender
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history import History
from hmpush_gui.store.secrets import MemorySecrets

from .programs import until
from .pushkit.campaigns import Fate, accepted, answered
from .store.samples import PROJECT, record

pytestmark = pytest.mark.usefixtures("qapp")

BUSY = answered(503)


class FakeClient:
    """Gives each request the next of `fates`, then `accepted`, once `gate` is open."""

    def __init__(self, *fates: Fate) -> None:
        self.fates = list(fates)
        self.requests: list[Request] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.before: Callable[[Request], object] = lambda _request: None

    async def send(
        self, request: Request, tell_left: Callable[[bool], object]
    ) -> Exchange:
        self.before(request)
        tell_left(True)
        self.requests.append(request)
        await self.gate.wait()
        return (self.fates.pop(0) if self.fates else accepted)(request)

    @property
    def tokens(self) -> Counter[str]:
        return Counter(token for each in self.requests for token in each.tokens)


class FakeClients(Clients):
    """Hands out `client`, or raises `error`."""

    def __init__(self, client: FakeClient) -> None:
        super().__init__(MemorySecrets(Sentence("test", "in memory")))
        self.client = client
        self.error: PushError | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def client_for(self, project: Project, api: Api) -> Any:
        await self.gate.wait()
        if self.error:
            raise self.error
        return self.client


@dataclass
class Heard:
    """What a sender told."""

    started: list[SendRecord] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)
    repeating: list[tuple[int, float]] = field(default_factory=list)
    settled: dict[int, Exchange] = field(default_factory=dict)
    progress: dict[str, Progress] = field(default_factory=dict)
    finished: list[str] = field(default_factory=list)
    troubled: list[Sentence] = field(default_factory=list)

    def listen(self, sender: Sender) -> None:
        sender.started.connect(self.started.append)
        sender.begun.connect(lambda _key, number, _r: self.begun.append(number))
        sender.repeating.connect(
            lambda _key, number, _e, seconds: self.repeating.append((number, seconds))
        )
        sender.settled.connect(lambda _key, n, fate: self.settled.update({n: fate}))
        sender.progress.connect(lambda key, each: self.progress.update({key: each}))
        sender.finished.connect(self.finished.append)
        sender.troubled.connect(self.troubled.append)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        fates = [each for fate in self.settled.values() for each in fate.outcomes]
        return {each.token: each.verdict for each in fates}


@dataclass
class Office:
    """A sender with a history in memory, a client that does as told, and listeners."""

    sender: Sender
    history: History
    client: FakeClient
    clients: FakeClients
    heard: Heard

    async def over(self, *keys: str) -> None:
        await until(lambda: set(keys or ["send"]) <= set(self.heard.finished))
        await until(lambda: not self.sender._notes)

    def kept(self, key: str = "send") -> SendHistory:
        found = self.history.load(key).result()
        assert found
        return found


@asynccontextmanager
async def office(*fates: Fate, history: History | None = None) -> AsyncIterator[Office]:
    history, client = history or History(None), FakeClient(*fates)
    clients = FakeClients(client)
    sender, heard = Sender(clients, history), Heard()
    sender.patience = Patience(base=0.01)
    heard.listen(sender)
    try:
        yield Office(sender, history, client, clients, heard)
    finally:
        await sender.aclose()
        history.close()


def _many(count: int, key: str = "send") -> SendRecord:
    """A test message, of which ten devices make a request."""
    sent = record(*(f"t{number}" for number in range(count)), key=key)
    document = {**sent.message.document, "pushOptions": {"testMessage": True}}
    return replace(sent, message=Message(Api.V3, "0", document))


async def test_history_has_each_request_before_it_leaves() -> None:
    seen: list[Verdict] = []
    async with office() as here:

        def look(request: Request) -> None:
            outcomes = here.kept().outcomes
            seen.extend(o.verdict for o in outcomes if o.token in request.tokens)

        here.client.before = look
        here.sender.send(_many(25))
        await here.over()
        assert {each.verdict for each in here.kept().outcomes} == {Verdict.ACCEPTED}
        assert here.kept().finished
    assert seen == [Verdict.UNKNOWN] * 25


class SlowHistory(History):
    """Says that a request is written only when told to."""

    def __init__(self) -> None:
        super().__init__(None)
        self.held: list[Future[None]] = []

    def request_begun(self, key: str, index: int, request: Request) -> Future[None]:
        super().request_begun(key, index, request).result()
        self.held.append(Future())
        return self.held[-1]


async def test_nothing_leaves_while_history_is_still_writing() -> None:
    history = SlowHistory()
    async with office(history=history) as here:
        here.sender.send(_many(5))
        await until(lambda: history.held)
        for _ in range(50):
            await asyncio.sleep(0)
        assert here.client.requests == []
        history.held[0].set_result(None)
        await here.over()
        assert len(here.client.requests) == 1


async def test_a_send_tells_its_whole_story() -> None:
    async with office() as here:
        sent = _many(25)
        here.sender.send(sent)
        await here.over()
        heard = here.heard
        assert heard.started == [sent]
        assert heard.begun == [0, 1, 2]
        assert set(heard.settled) == {0, 1, 2}
        assert heard.finished == ["send"]
        assert heard.progress["send"].state is State.DONE
        assert heard.progress["send"].counts[Verdict.ACCEPTED] == 25
        assert heard.troubled == []


async def test_what_is_written_down_before_a_large_send_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("hmpush_gui.store.history_begin.SLICE", 10)
    written: list[tuple[str, int]] = []
    async with office() as here:
        here.sender.writing.connect(lambda key, number: written.append((key, number)))
        here.sender.send(_many(25))
        await here.over()
    assert written[:3] == [("send", 10), ("send", 20), ("send", 25)]


async def test_a_repeat_is_told_and_history_never_says_unknown_meanwhile() -> None:
    async with office(BUSY) as here:
        here.sender.patience = Patience(base=0.2, jitter=lambda: 1.0)
        here.sender.send(_many(5))
        await until(lambda: here.heard.repeating)
        await until(lambda: not here.sender._notes)
        waiting = here.kept()
        assert {each.verdict for each in waiting.outcomes} == {Verdict.REJECTED}
        assert here.heard.settled == {}
        await here.over()
        assert here.heard.repeating == [(0, 0.2)]
        assert here.heard.begun == [0, 0]
        assert {each.verdict for each in here.kept().outcomes} == {Verdict.ACCEPTED}
        assert len(here.kept().exchanges) == 1


async def test_a_token_listed_twice_has_an_outcome_for_each_time() -> None:
    # A widget update carries one token: the twins go out in requests of their own.
    sent = replace(record("a", "a"), message=kind("v3-widget").message())
    refused = answered(400, b'{"code":"80100003","msg":"x","requestId":"1"}')
    async with office(accepted, BUSY, refused) as here:
        here.sender.in_flight = 1
        here.sender.send(sent)
        await here.over()
        assert here.heard.begun == [0, 1, 1]
        assert [each.verdict for each in here.kept().outcomes] == [
            Verdict.ACCEPTED,
            Verdict.REJECTED,
        ]


async def test_one_send_is_stopped_and_the_other_goes_on() -> None:
    async with office() as here:
        here.client.gate.clear()
        here.sender.send(_many(200, "one"))
        here.sender.send(_many(20, "two"))
        await until(lambda: len(here.client.requests) >= 10)
        here.sender.stop("one")
        await here.over("one")
        here.client.gate.set()
        await here.over("two")
        stopped, other = here.heard.progress["one"], here.heard.progress["two"]
        assert stopped.state is State.STOPPED
        assert stopped.counts[Verdict.UNKNOWN] == 80
        assert stopped.waiting == 120
        assert other.counts[Verdict.ACCEPTED] == 20
        kept = Counter(each.verdict for each in here.kept("one").outcomes)
        assert kept == {Verdict.UNKNOWN: 80, Verdict.NOT_SENT: 120}
        assert here.heard.troubled == []


async def test_a_send_pauses_and_goes_on() -> None:
    async with office() as here:
        here.client.gate.clear()
        here.sender.send(_many(200))
        await until(lambda: len(here.client.requests) == 8)
        here.sender.pause("send")
        here.client.gate.set()
        await until(lambda: here.heard.progress["send"].state is State.PAUSED)
        await until(lambda: len(here.heard.settled) == 8)
        for _ in range(20):
            await asyncio.sleep(0)
        assert len(here.client.requests) == 8
        here.sender.resume("send")
        await here.over()
        assert here.client.tokens == Counter(f"t{n}" for n in range(200))


async def test_what_a_crash_left_unsent_is_sent_and_nothing_else() -> None:
    async with office() as here:
        here.client.gate.clear()
        here.sender.send(_many(200))
        await until(lambda: len(here.client.requests) == 8)
        # As after a crash: history knows eight requests, and that nobody answered.
        left = here.kept()
        here.sender.stop()
        await here.over()
        before = here.client.tokens
        here.client.gate.set()
        here.heard.finished.clear()
        here.sender.go_on(left)
        await here.over()
        after = here.client.tokens
        assert set(after.values()) == {1}
        assert len(before) == 80
        assert len(after) == 200
        kept = Counter(each.verdict for each in here.kept().outcomes)
        assert kept == {Verdict.UNKNOWN: 80, Verdict.ACCEPTED: 120}
        assert len(here.kept().exchanges) == 20


class Full(History):
    """A history whose disk is full for the requests with these numbers."""

    def __init__(self, *numbers: int) -> None:
        super().__init__(None)
        self.numbers = set(numbers)
        self.knows = True

    def begin(
        self, record: SendRecord, told: Callable[[int], object] | None = None
    ) -> Future[None]:
        return super().begin(record, told) if self.knows else self._full()

    def request_begun(self, key: str, index: int, request: Request) -> Future[None]:
        full = index in self.numbers
        return self._full() if full else super().request_begun(key, index, request)

    def _full(self) -> Future[None]:
        future: Future[None] = Future()
        future.set_exception(StoreError(Sentence("test", "the disk is full")))
        return future


async def test_what_history_cannot_write_is_not_sent_and_can_be_sent_later() -> None:
    history = Full(1)
    async with office(history=history) as here:
        here.sender.send(_many(30))
        await here.over()
        assert len(here.client.requests) == 2
        kept = Counter(each.verdict for each in here.kept().outcomes)
        assert kept == {Verdict.ACCEPTED: 20, Verdict.NOT_SENT: 10}
        assert Counter(here.heard.verdicts.values()) == kept
        assert {str(each) for each in here.heard.troubled} == {"the disk is full"}
        history.numbers.clear()
        here.heard.finished.clear()
        here.sender.go_on(here.kept())
        await here.over()
        assert here.client.tokens == Counter(f"t{n}" for n in range(30))
        assert {each.verdict for each in here.kept().outcomes} == {Verdict.ACCEPTED}
        assert len(here.kept().exchanges) == 3


async def test_a_send_that_history_does_not_know_goes_out_all_the_same() -> None:
    history = Full(*range(10))
    history.knows = False
    async with office(history=history) as here:
        here.sender.send(_many(30))
        await until(lambda: "send" in here.heard.finished)
        assert here.client.tokens == Counter(f"t{n}" for n in range(30))
        assert {str(each) for each in here.heard.troubled} >= {"the disk is full"}


async def test_two_sends_of_a_project_share_its_pace() -> None:
    project = replace(PROJECT, environment=Environment.TEST)
    async with office() as here:
        here.client.gate.clear()
        here.sender.pace = 100.0
        for key in ("one", "two"):
            here.sender.send(replace(_many(10, key), project=project))
        elsewhere = replace(project, key="elsewhere")
        here.sender.send(replace(_many(10, "three"), project=elsewhere))
        sends = here.sender._sends
        assert sends["one"].pace is sends["two"].pace is not sends["three"].pace
        here.sender.set_pace("one", 50.0)
        here.sender.pace = 1000.0
        here.sender.send(replace(_many(10, "four"), project=project))
        assert sends["four"].pace.per_second == 50
        assert sends["three"].pace.per_second == 100
        here.client.gate.set()
        await here.over("one", "two", "three", "four")
        here.sender.send(replace(_many(10, "five"), project=project))
        assert sends["five"].pace.per_second == 1000
        await here.over("five")


async def test_a_topic_message_has_its_topic_for_a_device() -> None:
    document = {"message": {"data": "x", "topic": "news"}}
    sent = replace(record("t0"), message=Message(Api.V1, "", document))
    async with office() as here:
        here.sender.send(sent)
        await here.over()
        (device,) = here.heard.started[0].devices
        assert device.token == "'news' in topics"
        assert here.heard.verdicts == {"'news' in topics": Verdict.ACCEPTED}
        (outcome,) = here.kept().outcomes
        assert outcome.verdict is Verdict.ACCEPTED


async def test_without_a_credential_every_device_says_so() -> None:
    async with office() as here:
        here.clients.error = CredentialError(Sentence("test", "none"))
        here.sender.send(_many(25))
        await here.over()
        assert here.client.requests == []
        outcomes = here.kept().outcomes
        assert {each.verdict for each in outcomes} == {Verdict.NOT_SENT}
        assert {each.reason for each in outcomes} == {"credential"}
        assert len(here.heard.settled) == 3
        assert here.heard.troubled == []


async def test_settings_that_cannot_be_used_are_no_fault_of_the_credential() -> None:
    async with office() as here:
        here.clients.error = Misconfigured(Sentence("test", "no file"), BAD_CA)
        here.sender.send(_many(25))
        await here.over()
        assert {each.reason for each in here.kept().outcomes} == {BAD_CA}


async def test_a_stop_does_not_wait_for_a_keyring() -> None:
    async with office() as here:
        here.clients.gate.clear()
        here.sender.send(_many(25))
        await asyncio.sleep(0.01)
        here.sender.stop()
        await here.over()
        assert {each.verdict for each in here.kept().outcomes} == {Verdict.NOT_SENT}
        assert here.client.requests == []


@pytest.mark.parametrize(
    ("environment", "pace"),
    [
        (Environment.SANDBOX, None),
        (Environment.TEST, DEVICES_A_SECOND),
        (Environment.FORMAL, DEVICES_A_SECOND),
    ],
)
async def test_only_the_sandbox_is_sent_to_without_a_pace(
    environment: Environment, pace: float | None
) -> None:
    project = replace(PROJECT, environment=environment)
    async with office() as here:
        here.sender.send(replace(_many(5), project=project))
        shared = here.sender._sends["send"].pace
        assert shared.per_second == pace
        here.sender.set_pace("send", 10.0)
        assert shared.per_second == 10
        await here.over()


async def test_what_is_asked_of_a_send_that_is_over_does_no_harm() -> None:
    async with office() as here:
        for ask in (here.sender.pause, here.sender.resume, here.sender.stop):
            ask("gone")
        here.sender.set_pace("gone", 5.0)
        assert here.sender._sends == {}
