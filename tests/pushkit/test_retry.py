import asyncio

import pytest

from hmpush_gui.pushkit.hindrances import (
    CERTIFICATE,
    OWN_CERTIFICATE,
    PROXY,
    PROXY_AWAY,
    PROXY_LOGIN,
    PROXY_SIGN_IN,
    SETTINGS,
    TLS,
    UNKNOWN_HOST,
)
from hmpush_gui.pushkit.protocol import Answer, Exchange, Request
from hmpush_gui.pushkit.retry import Patience, persist, retry_after, retry_class
from tests.cases import for_each

from .campaigns import SUCCESS, Fate, Time, accepted, answered, lost, unsent

REQUEST = Request("POST", "https://push.test/", {}, b"", ("a", "b"))
NOW = 1_900_000_000.0
PARTIAL = b'{"code":"80100000","msg":"{\\"illegalTokens\\":{\\"noRight\\":[\\"a\\"]}}"}'


def _says(code: str) -> bytes:
    return f'{{"code":"{code}","msg":"","requestId":"1"}}'.encode()


FATES: list[tuple[str, Fate, str]] = [
    # Never left this computer.
    ("connection refused", unsent("ConnectError"), "limited"),
    ("connect timeout", unsent("ConnectTimeout"), "limited"),
    ("pool timeout", unsent("PoolTimeout"), "limited"),
    ("OAuth host unreachable", unsent("unreachable"), "limited"),
    ("no credential", unsent("credential"), "never"),
    ("a bad address", unsent("UnsupportedProtocol"), "never"),
    ("proxy refuses the tunnel", unsent(PROXY), "never"),
    ("proxy refuses the sign-in", unsent(PROXY_LOGIN), "never"),
    ("proxy wants NTLM", unsent(PROXY_SIGN_IN), "never"),
    ("proxy is not there", unsent(PROXY_AWAY), "limited"),
    ("unknown host", unsent(UNKNOWN_HOST), "limited"),
    ("certificate not believed", unsent(CERTIFICATE), "never"),
    ("client certificate refused", unsent(OWN_CERTIFICATE), "never"),
    ("no TLS in common", unsent(TLS), "never"),
    ("settings that cannot be used", unsent(SETTINGS), "never"),
    # Certainly refused for now.
    ("503", answered(503), "backoff"),
    ("503 with a code", answered(503, _says("80300008")), "backoff"),
    ("429", answered(429), "backoff"),
    ("429 with a code", answered(429, _says("81000001")), "backoff"),
    ("topic tasks", answered(400, _says("80100017")), "backoff"),
    ("image checks", answered(200, _says("83010002")), "backoff"),
    ("inner error", answered(500, _says("81000001")), "limited"),
    ("inner error, 200", answered(200, _says("81000001")), "limited"),
    ("common service error", answered(500, _says("80000001")), "limited"),
    # May have been delivered.
    ("success", accepted, "never"),
    ("success with 503", answered(503, SUCCESS), "never"),
    ("partial", answered(200, PARTIAL), "never"),
    ("partial with 503", answered(503, PARTIAL), "never"),
    ("partial, unreadable, with 503", answered(503, _says("80100000")), "never"),
    ("500 without a code", answered(500), "never"),
    ("502", answered(502, b"<html>"), "never"),
    ("504", answered(504), "never"),
    ("200 without a code", answered(200, b"<html>"), "never"),
    ("lost answer", lost, "never"),
    # Needs a person.
    ("401", answered(401), "never"),
    ("expired", answered(401, _says("80200005")), "never"),
    ("403", answered(403), "never"),
    ("413", answered(413), "never"),
    ("bad payload", answered(400, _says("80100003")), "never"),
    ("all invalid", answered(400, _says("80300007")), "never"),
    ("test limit", answered(400, _says("80300029")), "never"),
    ("an unknown code", answered(400, _says("89999999")), "never"),
    ("an unknown code, 500", answered(500, _says("89999999")), "never"),
    ("a known code, 502", answered(502, _says("80300008")), "never"),
]


@for_each(
    ("fate", "expected"), [row[1:] for row in FATES], ids=[row[0] for row in FATES]
)
def test_only_what_certainly_did_no_harm_is_repeated(fate: Fate, expected: str) -> None:
    assert retry_class(fate(REQUEST)) == expected


@pytest.mark.parametrize(
    ("status", "reason", "expected"),
    [
        (503, "HTTP 503", "backoff"),
        (500, "HTTP 500", "limited"),
        (400, "1203/100300", "limited"),
        (400, "1203/500", "limited"),
        (400, "1101/12304", "never"),
        (403, "HTTP 403", "never"),
    ],
)
def test_a_refused_bearer_is_asked_for_again_if_the_service_was_at_fault(
    status: int, reason: str, expected: str
) -> None:
    outcomes = unsent(reason)(REQUEST).outcomes
    exchange = Exchange(REQUEST, outcomes, Answer(status, "", (), b""))
    assert retry_class(exchange) == expected


def test_a_request_about_nothing_is_not_repeated() -> None:
    nothing = Request("POST", "https://push.test/", {}, b"", ())
    assert retry_class(answered(503)(nothing)) == "never"


# -- Retry-After


def _after(text: str, date: str = "") -> float | None:
    headers = (("Retry-AFTER", text), ("Date", date))
    return retry_after(Answer(503, "", headers, b""), NOW)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        ("7", 7),
        (" 120 ", 120),
        ("9" * 400, 999_999_999),
        ("Sun, 17 Mar 2030 17:47:10 GMT", 30),
        ("Sun, 17 Mar 2030 17:46:10 GMT", 0),
        ("Sun, 17 Mar 2030 17:47:10 -0000", 30),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("Fri, 99 Mar 2030 99:99:99 GMT", None),
    ],
)
def test_both_forms_of_retry_after_are_read(text: str, seconds: float | None) -> None:
    assert _after(text) == seconds


def test_a_date_is_compared_with_the_answers_own_clock() -> None:
    date, until = "Mon, 01 Jan 2035 00:00:00 GMT", "Mon, 01 Jan 2035 00:01:00 GMT"
    assert _after(until, date) == 60


def test_an_answer_without_the_header_asks_for_nothing() -> None:
    assert retry_after(Answer(503, "", (), b""), NOW) is None


# -- repeating


def _patience(jitter: float = 1.0, **more: float) -> Patience:
    return Patience(jitter=lambda: jitter, wall=lambda: NOW, **more)  # type: ignore[arg-type]


class Tries:
    """Attempts that come to `fates` one after the other, the last one for ever."""

    def __init__(self, *fates: Fate) -> None:
        self._fates = list(fates)
        self.count = 0

    async def __call__(self) -> Exchange:
        self.count += 1
        fate = self._fates.pop(0) if len(self._fates) > 1 else self._fates[0]
        return fate(REQUEST)


class Naps:
    """Sleeps that take no time and are remembered."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


async def test_a_success_is_asked_for_once() -> None:
    tries, naps = Tries(accepted), Naps()
    await persist(tries, _patience(), naps)
    assert (tries.count, naps.seconds) == (1, [])


async def test_the_waits_double_up_to_the_cap() -> None:
    naps = Naps()
    patience = _patience(base=0.5, cap=3.0, repeats=5)
    fate = await persist(Tries(answered(503)), patience, naps)
    assert naps.seconds == [0.5, 1, 2, 3, 3]
    assert fate.answer
    assert fate.answer.status == 503


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
async def test_the_jitter_reaches_from_nothing_to_the_whole_wait(share: float) -> None:
    naps = Naps()
    await persist(Tries(answered(503)), _patience(share), naps)
    assert naps.seconds == [each * share for each in (0.5, 1, 2, 4)]


async def test_two_waits_by_chance_are_not_the_same() -> None:
    naps = Naps()
    for _ in range(5):
        await persist(Tries(answered(503)), Patience(), naps)
    assert len(set(naps.seconds)) == len(naps.seconds) == 20


async def test_a_limited_refusal_is_repeated_twice() -> None:
    tries = Tries(answered(500, _says("81000001")))
    await persist(tries, _patience(), Naps())
    assert tries.count == 3


async def test_it_ends_with_the_first_fate_that_repeating_cannot_better() -> None:
    tries = Tries(answered(503), unsent("ConnectError"), lost, accepted)
    fate = await persist(tries, _patience(), Naps())
    assert tries.count == 3
    assert fate.outcomes == lost(REQUEST).outcomes


async def test_retry_after_is_never_cut_short() -> None:
    naps = Naps()
    tries = Tries(answered(503, Retry_After="20"), accepted)
    await persist(tries, _patience(0.0), naps)
    assert naps.seconds == [20]


async def test_a_retry_after_beyond_patience_is_not_waited_for() -> None:
    tries, naps = Tries(answered(503, Retry_After="301"), accepted), Naps()
    await persist(tries, _patience(), naps)
    assert (tries.count, naps.seconds) == (1, [])


async def test_each_fate_that_is_repeated_is_told_with_its_wait() -> None:
    told: list[tuple[int, float]] = []

    def hear(exchange: Exchange, seconds: float) -> None:
        assert exchange.answer
        told.append((exchange.answer.status, seconds))

    tries = Tries(answered(503), answered(429), accepted)
    await persist(tries, _patience(), Naps(), hear)
    assert told == [(503, 0.5), (429, 1)]


async def test_nothing_is_repeated_once_it_is_over() -> None:
    over = False

    async def nap(_seconds: float) -> None:
        nonlocal over
        over = True

    tries = Tries(answered(503))
    await persist(tries, _patience(), nap, over=lambda: over)
    assert tries.count == 2


async def test_a_stop_passes_through() -> None:
    time = Time()
    task = asyncio.ensure_future(persist(Tries(answered(503)), _patience(), time.sleep))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_bug_is_not_repeated() -> None:
    async def bug() -> Exchange:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await persist(bug, _patience(), Naps())
