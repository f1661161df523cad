"""This computer's clock against the `Date` of an answer."""

from collections.abc import Iterable
from datetime import UTC
from email.utils import parsedate_to_datetime

from .finding import Finding, Part, State, fine
from .project_checks import SET_CLOCK
from .protocol import Exchange
from .words import QT_TRANSLATE_NOOP, Sentence

CLOSE = 60.0
"""Seconds by which two clocks may differ without a word."""

FAR = 300.0
"""Seconds from which on a JWT may be refused."""


Headers = Iterable[tuple[str, str]]


def seconds_behind(headers: Headers, before: float, after: float) -> float | None:
    """By how much the server is ahead of us; None if its answer does not tell.

    `before` and `after` are our clock around the request (Unix seconds). A `Date` has
    whole seconds.
    """
    date = next((value for name, value in headers if name.lower() == "date"), None)
    if date is None:
        return None
    try:
        server = parsedate_to_datetime(date)
    except (ValueError, OverflowError):
        return None
    if server.tzinfo is None:
        server = server.replace(tzinfo=UTC)
    return server.timestamp() + 0.5 - (before + after) / 2


def wrong_clock(exchange: Exchange) -> Finding | None:
    """What is wrong with our clock by the answer to a send; None if nothing is."""
    before, after = exchange.timing.began, exchange.timing.ended_at
    if before is None or after is None or exchange.answer is None:
        return None
    return wrong_by(exchange.answer.headers, before, after)


def wrong_by(headers: Headers, before: float, after: float) -> Finding | None:
    """What is wrong with our clock by these headers; None if nothing is."""
    off = seconds_behind(headers, before, after)
    return judge_clock(off) if off is not None and abs(off) > CLOSE else None


def judge_clock(off: float) -> Finding:
    """What it means that the server is `off` seconds ahead of this computer."""
    size = abs(off)
    if size <= CLOSE:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "The clock agrees with the server’s within {seconds} s."
        ).format(seconds=max(1, round(size)))
        return fine(Part.CLOCK, "server", words)
    if off > 0:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "This computer’s clock is {span} behind the server’s."
        )
    else:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "This computer’s clock is {span} ahead of the server’s."
        )
    state = State.WRONG if size > FAR else State.LOOK
    words = words.format(span=_span(size))
    return Finding(Part.CLOCK, "server", state, words, SET_CLOCK)


def _span(seconds: float) -> Sentence:
    """A length of time in the largest unit of which there are at least two."""
    units = (
        (86400, QT_TRANSLATE_NOOP("pushkit", "{count} days")),
        (3600, QT_TRANSLATE_NOOP("pushkit", "{count} hours")),
        (60, QT_TRANSLATE_NOOP("pushkit", "{count} minutes")),
    )
    for size, words in units:
        if seconds >= 1.95 * size:
            return words.format(count=round(seconds / size))
    return QT_TRANSLATE_NOOP("pushkit", "{count} seconds").format(count=round(seconds))
