"""What tests of campaigns share: a time that is told, a service, a ledger."""

import asyncio
import heapq
import itertools
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from hmpush_gui.pushkit.answers import read_answer
from hmpush_gui.pushkit.fates import not_sent
from hmpush_gui.pushkit.outcome import Outcomes, Verdict
from hmpush_gui.pushkit.progress import Progress
from hmpush_gui.pushkit.protocol import Answer, Exchange, Request
from hmpush_gui.pushkit.words import Sentence

SUCCESS = b'{"code":"80000000","msg":"Success","requestId":"1"}'
SENTENCE = Sentence("test", "no connection")


async def _ring(bell: asyncio.Event) -> None:
    await bell.wait()


class Time:
    """Goes on by itself, but only when nobody has anything left to do.

    With `early`, waits end that many seconds too soon, as timers of Qt do.
    """

    def __init__(self, early: float = 0.0) -> None:
        self.now = 1000.0
        self._early = early
        self._due: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        due = asyncio.get_running_loop().create_future()
        when = self.now + max(seconds - self._early, 0.001)
        heapq.heappush(self._due, (when, next(self._order), due))
        await due

    async def rest(self, seconds: float, bell: asyncio.Event) -> None:
        waits = [
            asyncio.ensure_future(self.sleep(seconds)),
            asyncio.ensure_future(_ring(bell)),
        ]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waits:
                each.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    @asynccontextmanager
    async def passing(self) -> AsyncIterator[None]:
        task = asyncio.ensure_future(self._pass())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _pass(self) -> None:
        while True:
            for _ in range(40):
                await asyncio.sleep(0)
            while self._due and self._due[0][2].done():
                heapq.heappop(self._due)
            if self._due:
                when, _, due = heapq.heappop(self._due)
                self.now = max(self.now, when)
                due.set_result(None)


Fate = Callable[[Request], Exchange]


def accepted(request: Request) -> Exchange:
    return answered(200, SUCCESS)(request)


def answered(status: int, body: bytes = b"", **headers: str) -> Fate:
    """The exchange that such an answer makes; underscores in headers are dashes."""
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    answer = Answer(status, "", pairs, body)

    def fate(request: Request) -> Exchange:
        reading = read_answer(answer, request.tokens)
        return Exchange(
            request,
            reading.outcomes,
            answer,
            reading.code,
            reading.message,
            reading.request_id,
        )

    return fate


def unsent(reason: str) -> Fate:
    return lambda request: not_sent(request, SENTENCE, reason)


def lost(request: Request) -> Exchange:
    outcomes = Outcomes(request.tokens, Verdict.UNKNOWN, "", "ReadError")
    return Exchange(request, outcomes, failure=SENTENCE)


@dataclass
class Service:
    """Gives each request the next fate of `fates`, then `accepted`.

    A request takes `seconds` of `time`. `posted` are the moments and tokens that went
    out, `most` how many were out at once.
    """

    time: Time
    fates: list[Fate] = field(default_factory=list)
    seconds: float = 0.0
    posted: list[tuple[float, tuple[str, ...]]] = field(default_factory=list)
    out: int = 0
    most: int = 0
    connecting: bool = False

    async def __call__(
        self, request: Request, tell_left: Callable[[bool], object]
    ) -> Exchange:
        tell_left(not self.connecting)
        self.posted.append((self.time.now, request.tokens))
        self.out += 1
        self.most = max(self.most, self.out)
        fate = self.fates.pop(0) if self.fates else accepted
        try:
            if self.seconds:
                await self.time.sleep(self.seconds)
        finally:
            self.out -= 1
        return fate(request)

    @property
    def received(self) -> Counter[str]:
        """How often each token went out."""
        return Counter(token for _, tokens in self.posted for token in tokens)

    @property
    def moments(self) -> list[float]:
        return [round(at - 1000.0, 6) for at, _ in self.posted]


@dataclass
class Book:
    """A ledger that remembers. `gate`, if set, must open before anything may leave."""

    begun: list[int] = field(default_factory=list)
    repeats: list[tuple[int, float]] = field(default_factory=list)
    fates: dict[int, Exchange] = field(default_factory=dict)
    told: list[Progress] = field(default_factory=list)
    gate: asyncio.Event | None = None
    full: set[int] = field(default_factory=set)
    """Requests that it cannot write."""

    async def begins(self, number: int, request: Request) -> Sentence | None:
        if self.gate:
            await self.gate.wait()
        if number in self.full:
            return SENTENCE
        self.begun.append(number)
        return None

    def refused(self, number: int, exchange: Exchange, seconds: float) -> None:
        assert number not in self.fates
        self.repeats.append((number, seconds))

    def settled(self, number: int, exchange: Exchange) -> None:
        assert number not in self.fates
        self.fates[number] = exchange

    def progressed(self, progress: Progress) -> None:
        self.told.append(progress)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """What became of each token that was settled."""
        return {
            outcome.token: outcome.verdict
            for exchange in self.fates.values()
            for outcome in exchange.outcomes
        }
