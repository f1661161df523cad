"""Many requests of one message: paced, bounded, repeated with care, stoppable."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType

from .ledger import Ledger, Post
from .outcome import Verdict, verdicts
from .pace import Clock, Pace
from .progress import Progress, Speed, State
from .protocol import Exchange, Request
from .rest import Rest, rest
from .retry import Patience, is_hopeless, persist, retry_class
from .trip import Trip
from .turnstile import Turnstile

IN_FLIGHT = 8
"""Requests at a time: beyond it httpx costs a window frames."""

GRACE = 0.5
"""Seconds that a stop gives answers to come in before their tokens are Unknown."""

_TELL_SECONDS = 0.1


class Campaign:
    """Sends `requests`, which carry `total` devices and are cut only when needed.

    Requests are numbered from `first`; no request leaves that `ledger` did not write.
    To go on after a crash, give it the requests of those devices that history knows as
    Not sent, and only those: what is Unknown may be on a phone. Once a credential is
    refused nothing more is posted, for it would fare no better. `clock` and `rest` are
    the time it lives in.
    """

    def __init__(
        self,
        requests: Iterable[Request],
        total: int,
        ledger: Ledger,
        *,
        pace: Pace | None = None,
        in_flight: int = IN_FLIGHT,
        patience: Patience = Patience(),  # noqa: B008 (a value)
        first: int = 0,
        clock: Clock = time.monotonic,
        rest: Rest = rest,
    ) -> None:
        self._gate = Turnstile(pace or Pace(clock=clock), clock, rest)
        self._requests = requests
        self._total = total
        self._ledger = ledger
        self._patience = patience
        self._first = first
        self._clock = clock
        self._rest = rest
        self._room = asyncio.Semaphore(in_flight)
        self._one_a_turn = asyncio.Lock()
        self._counts = Counter(dict.fromkeys(Verdict, 0))
        self._out: dict[asyncio.Task[None] | None, Trip] = {}
        self._repeating: set[int] = set()
        self._hopeless: Exchange | None = None
        self._speed = Speed()
        self._told_at = clock()
        self._telling: asyncio.Task[None] | None = None
        self._ended = asyncio.Event()

    @property
    def progress(self) -> Progress:
        out = sum(len(trip.request.tokens) for trip in self._out.values())
        left = self._total - self._counted
        speed = None if self._gate.state is State.PAUSED else self._speed.per_second
        return Progress(
            self._gate.state,
            self._total,
            self._frozen_counts(),
            out,
            sum(
                len(trip.request.tokens)
                for trip in self._out.values()
                if trip.number in self._repeating
            ),
            speed,
            left / speed if speed and not self._gate.state.over else None,
        )

    async def run(self, post: Post) -> Progress:
        """Send everything, and say how it ended. Raises nothing that `post` does not.

        Cancelling it is a stop without grace. It can be run once.
        """
        if self._gate.state is State.READY:
            self._change(State.RUNNING)
        guard = asyncio.ensure_future(self._cut_short())
        try:
            async with asyncio.TaskGroup() as group:
                await self._start_all(group, post)
        finally:
            self._ended.set()
            tasks = [task for task in (guard, self._telling) if task]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            stopping = self._gate.state is State.STOPPING or self._counted < self._total
            self._change(State.STOPPED if stopping else State.DONE)
        return self.progress

    def pause(self) -> None:
        """Begin nothing more until `resume`; what has begun comes home."""
        if self._gate.state in (State.READY, State.RUNNING):
            self._change(State.PAUSED)

    def resume(self) -> None:
        if self._gate.state is State.PAUSED:
            self._speed.forget()
            self._change(State.RUNNING)

    def set_pace(self, devices_a_second: float | None) -> None:
        """Change the pace, also for those that are waiting for it."""
        self._gate.pace.per_second = devices_a_second
        self._gate.ring()

    def stop(self) -> None:
        """Begin nothing more; what does not come home within GRACE is given up."""
        if not self._gate.state.over:
            self._change(State.STOPPING)

    async def _start_all(self, group: asyncio.TaskGroup, post: Post) -> None:
        for number, request in enumerate(self._requests, self._first):
            await self._room.acquire()
            if not await self._gate.turn(len(request.tokens)):
                return
            group.create_task(self._carry(Trip(number, request), post))

    async def _carry(self, trip: Trip, post: Post) -> None:
        task = asyncio.current_task()
        self._out[task] = trip
        try:
            await persist(
                partial(self._try, trip, post),
                self._patience,
                self._gate.sleep,
                told=partial(self._on_refused, trip),
                over=lambda: self._gate.stopping,
            )
        finally:
            del self._out[task]
            self._settle(trip)
            self._room.release()

    async def _try(self, trip: Trip, post: Post) -> Exchange:
        # The first turn was taken before the request had a task.
        if trip.fate and not await self._gate.turn(len(trip.request.tokens)):
            return trip.fate
        self._repeating.discard(trip.number)
        why = await self._ledger.begins(trip.number, trip.request)
        if why or self._gate.stopping:
            return trip.keep_back(why)
        if self._hopeless:
            return trip.give_up(self._hopeless)
        fate = await trip.go(post)
        async with self._one_a_turn:
            # Ten answers that come together would hold the window ten times as long.
            await asyncio.sleep(0)
        if is_hopeless(fate):
            self._hopeless = fate
            self._gate.waived = True
            self._gate.ring()
        return fate

    def _on_refused(self, trip: Trip, exchange: Exchange, seconds: float) -> None:
        self._repeating.add(trip.number)
        self._ledger.refused(trip.number, exchange, seconds)
        if retry_class(exchange) == "backoff" or exchange.answer is None:
            # Not this request's own fault: the others would fare no better.
            self._gate.pace.hold(seconds)
        self._tell()

    def _settle(self, trip: Trip) -> None:
        self._repeating.discard(trip.number)
        exchange = trip.end()
        self._counts.update(verdicts(exchange.outcomes))
        self._speed.note(self._clock(), len(exchange.outcomes))
        self._ledger.settled(trip.number, exchange)
        self._tell()

    async def _cut_short(self) -> None:
        """After a stop, give up what is still out when its grace is over."""
        await self._gate.stopped()
        end = self._clock() + GRACE
        while (left := end - self._clock()) > 0:
            await self._rest(left, self._ended)
        for task in [task for task in self._out if task]:
            task.cancel()

    def _change(self, state: State) -> None:
        self._gate.change(state)
        self._tell_now()

    def _tell(self) -> None:
        if self._too_soon() <= 0:
            self._tell_now()
        elif self._telling is None or self._telling.done():
            self._telling = asyncio.ensure_future(self._tell_later())

    def _too_soon(self) -> float:
        return self._told_at + _TELL_SECONDS - self._clock()

    def _tell_now(self) -> None:
        self._told_at = self._clock()
        self._ledger.progressed(self.progress)

    async def _tell_later(self) -> None:
        """Or what came last would be told only with what comes next."""
        while (wait := self._too_soon()) > 0:
            await self._rest(wait, self._ended)
        self._tell_now()

    @property
    def _counted(self) -> int:
        return self._counts.total()

    def _frozen_counts(self) -> Mapping[Verdict, int]:
        return MappingProxyType(dict(self._counts))
