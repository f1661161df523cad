"""Whatever goes wrong on real sockets: no token is lost, and none is accepted twice."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable

import pytest

from hmpush_gui.pushkit.campaign import Campaign
from hmpush_gui.pushkit.client import PushClient
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.pace import Pace
from hmpush_gui.pushkit.progress import Progress
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.retry import Patience
from hmpush_gui.pushkit.sending import send_requests
from hmpush_gui.pushkit.words import Sentence

from .campaigns import Book
from .fakes import OAUTH_CLIENT
from .fault_service import RETRY_AFTER, Fault, FaultService
from .ports import Port, closed_port, project_at

pytestmark = pytest.mark.usefixtures("no_proxy")

ACCEPTED, REJECTED = Verdict.ACCEPTED, Verdict.REJECTED
UNKNOWN, NOT_SENT = Verdict.UNKNOWN, Verdict.NOT_SENT
TOKENS = ("live-1", "live-2", "dead-3")


class Skipping:
    """The machine's time, from which all waits are cut out and remembered."""

    def __init__(self) -> None:
        self._skipped = 0.0
        self.waits: list[float] = []

    def clock(self) -> float:
        return time.monotonic() + self._skipped

    async def rest(self, seconds: float, bell: asyncio.Event) -> None:
        await asyncio.sleep(0)
        if not bell.is_set():
            self._skipped += seconds
            self.waits.append(seconds)


def _batches_of_ten() -> Message:
    """A test message: 10,000 tokens make a thousand requests."""
    document = write(kind("v3-alert").blank, ("pushOptions", "testMessage"), True)
    return Message(Api.V3, "0", document)


def _campaign(
    project: Project,
    tokens: tuple[str, ...],
    message: Message,
    book: Book,
    skipping: Skipping,
    pace: float | None = None,
) -> Campaign:
    return Campaign(
        send_requests(project, message, tokens),
        len(tokens),
        book,
        pace=Pace(pace, skipping.clock),
        patience=Patience(jitter=lambda: 1.0),
        clock=skipping.clock,
        rest=skipping.rest,
    )


async def _send(
    project: Project,
    tokens: tuple[str, ...],
    message: Message,
    book: Book,
    skipping: Skipping,
    pace: float | None = None,
) -> Progress:
    campaign = _campaign(project, tokens, message, book, skipping, pace)
    # OAuth, though it is no v3 credential: this service does not mind, and signs none.
    async with PushClient(project, OAUTH_CLIENT) as client:
        return await campaign.run(client.send)


def _choosing(*faults: Fault) -> Callable[[], Fault]:
    left = list(faults)
    return lambda: left.pop(0) if len(left) > 1 else left[0]


SOME = {"live-1": ACCEPTED, "live-2": ACCEPTED, "dead-3": REJECTED}


def _all(verdict: Verdict) -> dict[str, Verdict]:
    return dict.fromkeys(TOKENS, verdict)


ONCE = [
    # fault, then the service works again; outcome of each token, sends it took
    (Fault.PARTIAL, SOME, 1),
    (Fault.DRIP, SOME, 1),
    (Fault.BUSY, SOME, 2),
    (Fault.BUSY_FOR, SOME, 2),
    (Fault.BUSY_IN_WORDS, SOME, 2),
    (Fault.TOO_MANY, SOME, 2),
    (Fault.INNER, SOME, 2),
    (Fault.EXPIRED, SOME, 2),
    (Fault.TOO_LARGE, _all(REJECTED), 1),
    (Fault.GATEWAY, _all(UNKNOWN), 1),
    (Fault.GATEWAY_BEFORE, _all(UNKNOWN), 1),
    (Fault.TIMEOUT, _all(UNKNOWN), 1),
    (Fault.CUT_BEFORE, _all(UNKNOWN), 1),
    (Fault.CUT_MID, _all(UNKNOWN), 1),
    (Fault.CUT_AFTER, _all(UNKNOWN), 1),
    (Fault.HALF, _all(UNKNOWN), 1),
    (Fault.RESET, _all(UNKNOWN), 1),
    (Fault.GONE, SOME, 1),
]

ALWAYS = [
    (Fault.BUSY, 5),
    (Fault.BUSY_FOR, 5),
    (Fault.TOO_MANY, 5),
    (Fault.INNER, 3),
    (Fault.EXPIRED, 2),
]


@pytest.mark.parametrize(
    ("fault", "fates", "sends"), ONCE, ids=[str(row[0]) for row in ONCE]
)
async def test_each_fault_leaves_every_token_with_its_true_fate(
    fault: Fault, fates: dict[str, Verdict], sends: int
) -> None:
    service, book = FaultService(_choosing(fault, Fault.NONE)), Book()
    with Port(service) as port:
        message = kind("v3-alert").message()
        await _send(port.project(), TOKENS, message, book, Skipping())
    assert book.verdicts == fates
    assert service.sends == sends
    _agree(TOKENS, book, service)


@pytest.mark.parametrize(
    ("fault", "sends"), ALWAYS, ids=[str(row[0]) for row in ALWAYS]
)
async def test_a_fault_that_does_not_end_is_given_up_as_refused(
    fault: Fault, sends: int
) -> None:
    service, book = FaultService(_choosing(fault)), Book()
    with Port(service) as port:
        message = kind("v3-alert").message()
        await _send(port.project(), TOKENS, message, book, Skipping())
    assert book.verdicts == _all(REJECTED)
    assert service.sends == sends
    assert not service.accepted


async def test_a_retry_after_is_waited_for() -> None:
    service = FaultService(_choosing(Fault.BUSY_FOR, Fault.NONE))
    skipping = Skipping()
    with Port(service) as port:
        message = kind("v3-alert").message()
        await _send(port.project(), TOKENS, message, Book(), skipping)
    assert sum(skipping.waits) == pytest.approx(RETRY_AFTER, abs=0.5)


async def test_a_port_where_nobody_listens_is_sent_nothing() -> None:
    book, skipping = Book(), Skipping()
    message = kind("v3-alert").message()
    await _send(project_at(closed_port()), TOKENS, message, book, skipping)
    assert book.verdicts == _all(NOT_SENT)
    assert len(book.repeats) == 2


async def test_a_send_lost_to_a_closed_port_arrives_once_it_opens() -> None:
    service, book = FaultService(_choosing(Fault.NONE)), Book()
    with Port(service) as port:
        number = port.number
    opened: list[Port] = []

    class Opening(Skipping):
        async def rest(self, seconds: float, bell: asyncio.Event) -> None:
            if not opened:
                opened.append(Port(service, number).__enter__())
            await super().rest(seconds, bell)

    message = kind("v3-alert").message()
    try:
        await _send(project_at(number), TOKENS, message, book, Opening())
    finally:
        for each in opened:
            each.__exit__(None, None, None)
    assert book.verdicts == SOME
    assert service.received == Counter(TOKENS)


COMMON = [Fault.NONE] * 12
EVERY = [*COMMON, *Fault]


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(each, marks=pytest.mark.long) for each in (1, 2))]
)
async def test_ten_thousand_tokens_under_random_faults_all_have_their_true_fate(
    seed: int,
) -> None:
    chance = random.Random(seed)
    service, book = FaultService(lambda: chance.choice(EVERY)), Book()
    names = [chance.choice(["live", "live", "live", "dead"]) for _ in range(10_000)]
    tokens = tuple(f"{name}-{number}" for number, name in enumerate(names))
    with Port(service) as port:
        progress = await _send(
            port.project(), tokens, _batches_of_ten(), book, Skipping()
        )
    _agree(tokens, book, service)
    assert +Counter(progress.counts) == Counter(book.verdicts.values())
    assert progress.settled == progress.total == 10_000
    assert min(progress.counts[each] for each in (ACCEPTED, REJECTED, UNKNOWN)) > 100
    assert service.sends > 1000


class Crashing(Book):
    """A history whose program is killed when the request `last` has begun."""

    def __init__(self, last: int) -> None:
        super().__init__()
        self.last = last
        self.killed = asyncio.Event()
        self.known: dict[str, Verdict] = {}

    async def begins(self, number: int, request: Request) -> Sentence | None:
        if self.killed.is_set():
            # A program that is gone begins nothing, however long its end takes here.
            await asyncio.Event().wait()
        self._write(dict.fromkeys(request.tokens, UNKNOWN))
        if number == self.last:
            self.killed.set()
        return await super().begins(number, request)

    def refused(self, number: int, exchange: Exchange, seconds: float) -> None:
        super().refused(number, exchange, seconds)
        self._write({each.token: each.verdict for each in exchange.outcomes})

    def settled(self, number: int, exchange: Exchange) -> None:
        super().settled(number, exchange)
        self._write({each.token: each.verdict for each in exchange.outcomes})

    def _write(self, fates: dict[str, Verdict]) -> None:
        if not self.killed.is_set():
            self.known.update(fates)


@pytest.mark.parametrize("seed", range(2))
async def test_going_on_after_a_crash_sends_nothing_twice(seed: int) -> None:
    chance = random.Random(seed)
    service = FaultService(lambda: chance.choice(EVERY))
    tokens = tuple(f"live-{number}" for number in range(2000))
    known: dict[str, Verdict] = {}
    with Port(service) as port:
        for last in (40, 50, 10_000):
            left = tuple(each for each in tokens if known.get(each) in (None, NOT_SENT))
            book = Crashing(last)
            run = asyncio.ensure_future(
                _send(port.project(), left, _batches_of_ten(), book, Skipping())
            )
            kill = asyncio.ensure_future(book.killed.wait())
            await asyncio.wait({run, kill}, return_when=asyncio.FIRST_COMPLETED)
            run.cancel()
            kill.cancel()
            await asyncio.gather(run, kill, return_exceptions=True)
            known |= book.known
    assert set(known) == set(tokens)
    for token, verdict in known.items():
        assert service.received[token] - service.refused[token] <= 1
        assert service.accepted[token] <= 1
        assert verdict is not ACCEPTED or service.accepted[token] == 1
    assert service.accepted.total() > 1000


@pytest.mark.parametrize("seed", range(2))
async def test_two_sends_at_once_keep_their_accounts(seed: int) -> None:
    chance = random.Random(seed)
    service, books = FaultService(lambda: chance.choice(EVERY)), [Book(), Book()]
    sides = [tuple(f"live-{side}-{n}" for n in range(1000)) for side in "ab"]
    with Port(service) as port:
        async with PushClient(port.project(), OAUTH_CLIENT) as client:
            first, second = (
                _campaign(port.project(), tokens, _batches_of_ten(), book, Skipping())
                for tokens, book in zip(sides, books, strict=True)
            )
            runs = asyncio.gather(first.run(client.send), second.run(client.send))
            for _ in range(20):
                await asyncio.sleep(0.01)
                chance.choice([first.pause, first.resume])()
            first.resume()
            second.stop()
            whole, part = await runs
    assert whole.settled == 1000
    assert part.settled + part.waiting == 1000
    for tokens, book in zip(sides, books, strict=True):
        begun = tuple(each for each in tokens if each in book.verdicts)
        _agree(begun, book, service)
    assert {*service.received} <= {*books[0].verdicts, *books[1].verdicts}


def _agree(tokens: tuple[str, ...], book: Book, service: FaultService) -> None:
    """What we know of each token is what the service did with it."""
    verdicts = book.verdicts
    assert set(verdicts) == set(tokens)
    settled = [o.token for each in book.fates.values() for o in each.outcomes]
    assert Counter(settled) == Counter(tokens), "a token was lost or counted twice"
    assert max(service.accepted.values(), default=0) <= 1, "accepted twice"
    for token, verdict in verdicts.items():
        # It came again only after an answer that refused it for certain.
        assert service.received[token] - service.refused[token] <= 1
        if verdict is ACCEPTED:
            assert service.accepted[token] == 1
        elif verdict is not UNKNOWN:
            assert service.accepted[token] == 0
    unknown = [token for token, verdict in verdicts.items() if verdict is UNKNOWN]
    ours = Counter(verdicts.values())[ACCEPTED]
    reached = sum(service.accepted[token] for token in tokens)
    assert reached == ours + sum(service.accepted[token] for token in unknown)
