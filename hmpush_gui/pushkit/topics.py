"""What there is to explain about a request: its code, and each reason in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from .explain import (
    Explanation,
    apis_of,
    explain_code,
    explain_http,
    explain_oauth,
    explain_reason,
    explain_receipt,
)
from .outcome import Outcome, Verdict
from .pages import Page, page
from .protocol import Exchange


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that was answered, what is known of it, and where it is written.

    `devices` is how many it is about, 0 if it is about the request as a whole.
    """

    name: str
    known: Explanation | None
    pages: tuple[Page, ...] = ()
    devices: int = 0


def request_topic(
    exchange: Exchange,
    language: str = "en",
    *,
    legacy: bool = False,
    recall: bool = False,
) -> Topic | None:
    """What the answer as a whole says: by its code, else by its HTTP status.

    `legacy` names the pages of v1 and v2 where both generations know the code, `recall`
    that of taking messages back.
    """
    if exchange.code and recall:
        known = explain_code(exchange.code, language)
        return Topic(exchange.code, known, (page("revoke", language),))
    if exchange.code:
        return _topic("codes", exchange.code, language, legacy=legacy)
    reason = exchange.outcomes[0].reason if exchange.outcomes else ""
    if "/" in reason:
        return _topic("oauth", reason, language)
    if exchange.answer is None:
        return None
    return _topic("http", str(exchange.answer.status), language)


def reason_topics(exchange: Exchange, language: str = "en") -> Iterator[Topic]:
    """Each reason that Push Kit gave for some tokens, the most frequent first."""
    counts = Counter(
        each.reason
        for each in exchange.outcomes
        if each.verdict is Verdict.REJECTED and each.reason and each.code
    )
    for reason, devices in counts.most_common():
        yield _topic("reasons", reason, language, devices)


def outcome_topic(outcome: Outcome, language: str = "en") -> Topic | None:
    """Why this one device met its verdict; None if the whole request tells."""
    if outcome.verdict is Verdict.REJECTED and outcome.reason and outcome.code:
        return _topic("reasons", outcome.reason, language, 1)
    return None


def receipt_topic(result: int, language: str = "en") -> Topic:
    """What a receipt says, after Push Kit accepted the message."""
    known = explain_receipt(str(result), language)
    return Topic(str(result), known, (page("receipts", language),), 1)


_LOOK_UP = {
    "codes": explain_code,
    "reasons": explain_reason,
    "http": explain_http,
    "oauth": explain_oauth,
}

_SENDS = {"L", "3"}

_PAGES = {"L": "legacy", "3": "v3", "R": "revoke", "T": "topic", "I": "image"}


def _topic(
    table: str, key: str, language: str, devices: int = 0, *, legacy: bool = False
) -> Topic:
    known = _LOOK_UP[table](key, language)
    name = f"HTTP {key}" if table == "http" else key
    return Topic(name, known, tuple(_pages(table, key, language, legacy)), devices)


def _pages(table: str, key: str, language: str, legacy: bool) -> Iterator[Page]:
    if table == "oauth":
        yield page("oauth", language)
        return
    met = set((apis_of(table, key) or "3").split())
    if met & _SENDS == _SENDS:
        met.remove("3" if legacy else "L")
    if met & _SENDS:
        # What revoking or topics say of it is beside the point.
        met &= _SENDS
    for letter, name in _PAGES.items():
        if letter in met:
            yield page(name, language)
