"""Repeats a request that certainly did no harm, and no other.

What may have been delivered is never repeated: an answer that was lost, a gateway's
page, a request of which some tokens were accepted. What is left are requests that never
left this computer and requests that Push Kit refused for now (facts F.5).
"""

import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_result,
    wait_exponential,
)

from .explain import retry_of
from .hindrances import FOR_ALL, MAY_PASS
from .outcome import Verdict, verdicts
from .protocol import Answer, Exchange

Attempt = Callable[[], Awaitable[Exchange]]
Sleep = Callable[[float], Awaitable[None]]
Told = Callable[[Exchange, float], None]

NEVER_LEFT = MAY_PASS | frozenset(
    {
        "ConnectError",
        "ConnectTimeout",
        "PoolTimeout",
        "unreachable",
        # While a proxy was asked for a tunnel.
        "ReadError",
        "ReadTimeout",
        "RemoteProtocolError",
        "TimeoutError",
    }
)
"""Reasons of Not sent that may pass by themselves; other ones need a person."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long a request is repeated; times in seconds.

    The wait before repeat n is random, from zero to `base` * 2 ** (n - 1) and at most
    `cap`, but never shorter than a Retry-After. One that asks for more than `longest`
    is not waited for. `jitter` gives 0.0 to 1.0, `wall` Unix seconds.
    """

    base: float = 0.5
    cap: float = 30.0
    repeats: int = 4
    limited_repeats: int = 2
    longest: float = 300.0
    jitter: Callable[[], float] = random.random
    wall: Callable[[], float] = time.time

    def repeats_of(self, exchange: Exchange) -> int:
        """How often a request may be repeated that came to this."""
        if exchange.answer and self._asked(exchange.answer) > self.longest:
            return 0
        match retry_class(exchange):
            case "backoff":
                return self.repeats
            case "limited":
                return self.limited_repeats
            case _:
                return 0

    def wait(self, state: RetryCallState) -> float:
        """Seconds until the next try, after the one in `state`."""
        ceiling = wait_exponential(multiplier=self.base, max=self.cap)(state)
        answer = _result(state).answer
        asked = self._asked(answer) if answer else 0.0
        return max(asked, self.jitter() * ceiling)

    def _asked(self, answer: Answer) -> float:
        return retry_after(answer, self.wall()) or 0.0


NO_PATIENCE = Patience(repeats=0, limited_repeats=0)
"""Never repeats anything."""


def retry_class(exchange: Exchange) -> str:
    """`backoff`, `limited` or `never`: what repeating this request may be good for."""
    met = set(verdicts(exchange.outcomes))
    if met == {Verdict.NOT_SENT}:
        reasons = {outcome.reason for outcome in exchange.outcomes}
        if exchange.answer:
            # The OAuth service's: no bearer, so nothing was sent.
            return _class_of(reasons.pop(), exchange.answer.status)
        return "limited" if reasons <= NEVER_LEFT else "never"
    if met == {Verdict.REJECTED} and exchange.answer:
        return _refusal_class(exchange.code, exchange.answer.status)
    return "never"


def is_hopeless(exchange: Exchange) -> bool:
    """Whether no request can leave: there is no credential, or it is refused; or no
    certificate or sign-in that the way needs.

    Another is not tried then: the OAuth service takes 1000 a client in five minutes
    (facts D). A page in its place, or silence, says nothing of the credential.
    """
    if set(verdicts(exchange.outcomes)) != {Verdict.NOT_SENT}:
        return False
    reason = exchange.outcomes[0].reason
    # OAuth's own refusals read `error/sub_error`.
    certain = reason == "credential" or reason in FOR_ALL or "/" in reason
    return certain and retry_class(exchange) == "never"


def retry_after(answer: Answer, now: float) -> float | None:
    """Seconds the answer asks to wait, in either form of the header; None if neither.

    Push Kit's pages do not mention it (facts F.1), but gateways send it. A date is
    compared with the answer's own Date: this computer's clock may be wrong.
    """
    headers = {name.lower(): value.strip() for name, value in answer.headers}
    text = headers.get("retry-after", "")
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    until = _http_date(text)
    if until is None:
        return None
    sent = _http_date(headers.get("date", ""))
    return max(0.0, until - (now if sent is None else sent))


async def persist(
    attempt: Attempt,
    patience: Patience,
    sleep: Sleep,
    told: Told = lambda _exchange, _seconds: None,
    over: Callable[[], bool] = lambda: False,
) -> Exchange:
    """Try until there is a fate that repeating cannot better, and give the last one.

    `told` hears of each fate that is going to be repeated, and in how many seconds.
    Nothing is repeated once `over` says so.
    """

    first = await attempt()
    if not patience.repeats_of(first):
        return first
    tried = [first]

    async def try_again() -> Exchange:
        return tried.pop() if tried else await attempt()

    def is_enough(state: RetryCallState) -> bool:
        repeats = patience.repeats_of(_result(state))
        return over() or state.attempt_number > repeats

    retrying = AsyncRetrying(
        sleep=sleep,
        retry=retry_if_result(lambda fate: patience.repeats_of(fate) > 0),
        wait=patience.wait,
        stop=is_enough,
        before_sleep=lambda state: told(_result(state), state.upcoming_sleep),
        retry_error_callback=_result,
    )
    fate: Exchange = await retrying(try_again)
    return fate


def _refusal_class(code: str, status: int) -> str:
    """The class of a request of which every token was refused (facts F.1, F.5)."""
    if status in (429, 503):
        return "backoff"
    # A code says more than its status, even one that we do not know.
    return _class_of(code, 0 if code else status)


def _class_of(code: str, status: int) -> str:
    known = retry_of(code, status)
    return known if known in ("backoff", "limited") else "never"


def _result(state: RetryCallState) -> Exchange:
    assert state.outcome is not None
    result: Exchange = state.outcome.result()
    return result


def _http_date(text: str) -> float | None:
    """Unix seconds of an HTTP date, which is always in UTC."""
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return _in_utc(date).timestamp()


def _in_utc(date: datetime) -> datetime:
    return date if date.tzinfo else date.replace(tzinfo=UTC)
