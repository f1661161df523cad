"""Bearers for Push Kit as `httpx.Auth` flows.

One is kept until shortly before it ends, made once however many sends wait for it, and
made anew once when Push Kit says that it is no longer good (facts F.5).
"""

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

import httpx

from .answers import RENEWABLE, json_object, read_code
from .clocks import Clock, steady
from .protocol import Answer
from .steps import REFUSED

MARGIN = 300.0
"""Seconds before its end at which a bearer is no longer used (advice in facts B.3)."""

_SET_BACK = 60.0
"""Seconds by which the clock may go back before what was made later is made anew."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A token for the Authorization header; `ends` is Unix seconds."""

    value: str = field(repr=False)
    ends: float


class BearerAuth(httpx.Auth, ABC):
    """Puts a bearer on each request and renews it at most once per request.

    Its life is measured by `clock` and by `steadily`: who sets the clock back does not
    lengthen it, nor does a sleep. One that was made under a clock since set back is
    made anew, for its `iat` lies ahead now.
    """

    def __init__(self, clock: Clock = time.time, steadily: Clock = steady) -> None:
        self._clock = clock
        self._steadily = steadily
        self._asked = (0.0, 0.0)
        self._over = 0.0
        self._bearer: Bearer | None = None
        self._making: asyncio.Task[Bearer] | None = None

    @property
    def at_hand(self) -> str | None:
        """The bearer in force, to be shown to who asks for it; None without one."""
        return self._bearer.value if self._bearer else None

    @abstractmethod
    async def _make(self) -> Bearer:
        """Get or sign a new bearer. Raises PushError or httpx.TransportError."""

    async def async_auth_flow(
        self, request: httpx.Request
    ) -> AsyncGenerator[httpx.Request, httpx.Response]:
        bearer = await self._current(stale=None)
        request.headers["Authorization"] = f"Bearer {bearer.value}"
        response = yield request
        # httpx reads it for a flow only where the flow is written for sync and async.
        await response.aread()
        if _says_renew(response):
            if trace := request.extensions.get("trace"):
                await trace(REFUSED, {})
            bearer = await self._current(stale=bearer)
            request.headers["Authorization"] = f"Bearer {bearer.value}"
            yield request

    async def aclose(self) -> None:
        """Give up making a bearer, if one is being made."""
        if self._making:
            self._making.cancel()
            await asyncio.gather(self._making, return_exceptions=True)

    async def _current(self, stale: Bearer | None) -> Bearer:
        """A bearer other than `stale`, made by one task for all who wait."""
        bearer = self._bearer
        if bearer and bearer is not stale and self._lives(bearer):
            return bearer
        if self._making is None:
            self._asked = (self._clock(), self._steadily())
            self._making = asyncio.ensure_future(self._make())
            self._making.add_done_callback(self._on_made)
        # A send that is stopped must not take the token away from the others.
        return await asyncio.shield(self._making)

    def _lives(self, bearer: Bearer) -> bool:
        made, _ = self._asked
        in_time = made - _SET_BACK <= self._clock() < bearer.ends
        return in_time and self._steadily() < self._over

    def use(self, http: httpx.AsyncClient) -> None:
        """Ask through `http` from now on, where anybody is asked at all."""

    def _on_made(self, task: asyncio.Task[Bearer]) -> None:
        self._making = None
        if not task.cancelled() and task.exception() is None:
            self._bearer = task.result()
            made, at = self._asked
            self._over = at + self._bearer.ends - made


def to_answer(response: httpx.Response) -> Answer:
    """An httpx response, read to its end, as the value the rest works with."""
    return Answer(
        response.status_code,
        response.reason_phrase,
        tuple(response.headers.multi_items()),
        response.content,
    )


def _says_renew(response: httpx.Response) -> bool:
    code = read_code(json_object(response.content))
    return code in RENEWABLE if code else response.status_code == 401
