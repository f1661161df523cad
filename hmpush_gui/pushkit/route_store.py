"""What becomes of a message while the phone is offline (facts B.4, D)."""

from .document import read
from .kinds import kind_of
from .message import Message
from .route_told import Told
from .words import QT_TRANSLATE_NOOP, Sentence

_DAY = 86400.0
"""Seconds that a message lives unless told otherwise (facts D)."""

_MOST = 1_296_000.0
"""Seconds that it lives at most (facts D)."""

_UNITS = (
    (3600.0, QT_TRANSLATE_NOOP("route", "{count} h")),
    (60.0, QT_TRANSLATE_NOOP("route", "{count} min")),
    (1.0, QT_TRANSLATE_NOOP("route", "{count} s")),
)


def kept(message: Message) -> Told:
    """How long Push Kit keeps `message` for a phone that is away."""
    return Told(
        _words(message).format(time=_time(_lives(message))), "B.4, D, I.1",
        pages=("legacy",) if message.api.legacy else ("request",),
    )  # fmt: skip


def _words(message: Message) -> Sentence:
    if kind_of(message).shape == "background":
        return _NEWEST
    key = _option(message, "collapseKey", "collapse_key")
    if isinstance(key, int) and key >= 0 and _collapses(message):
        return _GROUP.format(key=key)
    return _ALL


def _collapses(message: Message) -> bool:
    return message.api.legacy or message.push_type in ("0", "2")


def _lives(message: Message) -> float:
    """Seconds; the usual ones if what is written is no time."""
    ttl = _option(message, "ttl", "ttl")
    try:
        return min(max(0.0, float(str(ttl).lower().removesuffix("s"))), _MOST)
    except ValueError:
        return _DAY


def _option(message: Message, name: str, older: str) -> object:
    path = ("message", "android", older)
    return read(message.document, path if message.api.legacy else ("pushOptions", name))


def _time(seconds: float) -> Sentence:
    for unit, words in _UNITS:
        if seconds >= unit and seconds % unit == 0:
            return words.format(count=f"{seconds / unit:g}")
    return _UNITS[-1][1].format(count=f"{seconds:g}")


_ALL = QT_TRANSLATE_NOOP(
    "route",
    "Push Kit keeps it for {time} and delivers it when the phone is back. It keeps 120 "
    "messages for a phone; the oldest make room (receipt 15).",
)
_GROUP = QT_TRANSLATE_NOOP(
    "route",
    "Push Kit keeps it for {time}; of all with the collapse key {key} only the newest "
    "(receipt 15).",
)
_NEWEST = QT_TRANSLATE_NOOP(
    "route",
    "Push Kit keeps it for {time}; of the app’s background messages only the newest.",
)
