"""Checks the signature of a callback: whether who sent it knew the secret (I.1)."""

import base64
import contextlib
import hashlib
import hmac
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from .words import QT_TRANSLATE_NOOP, Sentence

HEADER = "X-HUAWEI-CALLBACK-ID"

FRESH = 300
"""Seconds. Our reading: facts name no number from which on a server should refuse."""


class Proof(StrEnum):
    """What a signature proves."""

    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "cannot tell"


class Checked(NamedTuple):
    """Whether a signature is right, why, and how old the header is (None: unknown)."""

    proof: Proof
    why: Sentence
    age: Sentence | None = None


def check_callback(header: str, user_name: str, secret: str, now: float) -> Checked:
    """Check the value of the header; `now` is Unix seconds.

    Both forms of the secret are tried: decoded from Base64, as in new configurations,
    and its own bytes, as in old ones.
    """
    if not header.strip():
        return Checked(Proof.UNKNOWN, _NO_HEADER)
    fields = _fields(header)
    timestamp, nonce, value = map(fields.get, ("timestamp", "nonce", "value"))
    if not (timestamp and nonce and value):
        return Checked(Proof.UNKNOWN, _BROKEN)
    age = _age(timestamp, now)
    if not (user_name and secret):
        return Checked(Proof.UNKNOWN, _NO_SECRET, age)
    text = f"{timestamp}{nonce}{user_name}".encode("utf-8", "replace")
    for key, why in _keys(secret):
        digest = base64.b64encode(hmac.new(key, text, hashlib.sha256).digest())
        if hmac.compare_digest(digest, value.encode("utf-8", "replace")):
            return Checked(Proof.RIGHT, why, age)
    return Checked(Proof.WRONG, _WRONG, age)


def _fields(header: str) -> dict[str, str]:
    """The parts of `timestamp=..; nonce=..; value=..`, in any order."""
    name, colon, rest = header.partition(":")
    if colon and name.strip().lower() == HEADER.lower():
        header = rest
    parts = (part.partition("=") for part in header.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in parts}


def _keys(secret: str) -> Iterator[tuple[bytes, Sentence]]:
    with contextlib.suppress(ValueError):
        yield base64.b64decode(secret, validate=True), _RIGHT
    yield secret.encode("utf-8", "replace"), _RIGHT_OLD


def _age(timestamp: str, now: float) -> Sentence:
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 16):
        return _NO_TIME
    seconds = now - int(timestamp) / 1000
    if seconds < -FRESH:
        return _AHEAD.format(minutes=round(-seconds / 60))
    if seconds <= FRESH:
        return _NEW
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return _MINUTES.format(minutes=minutes)
    if hours < 48:
        return _HOURS.format(hours=hours)
    return _DAYS.format(days=hours // 24)


_NO_HEADER = QT_TRANSLATE_NOOP(
    "pushkit",
    "There is no header X-HUAWEI-CALLBACK-ID. Huawei sends it only where user name and "
    "secret are configured; copy it from the log of your server.",
)
_BROKEN = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is not whole: it should read timestamp=…; nonce=…; value=….",
)
_NO_SECRET = QT_TRANSLATE_NOOP(
    "pushkit",
    "Enter the user name and the secret of the receipt configuration in AppGallery "
    "Connect.",
)
_RIGHT = QT_TRANSLATE_NOOP(
    "pushkit",
    "Who sent the header knows the secret (a new configuration: it is decoded from "
    "Base64). The body itself is not signed.",
)
_RIGHT_OLD = QT_TRANSLATE_NOOP(
    "pushkit",
    "Who sent the header knows the secret (an old configuration: it is taken as it is "
    "written). The body itself is not signed.",
)
_WRONG = QT_TRANSLATE_NOOP(
    "pushkit",
    "It fits neither form of this secret. Take user name, secret and header of the "
    "same receipt configuration; if they are, somebody else sent it.",
)
_NO_TIME = QT_TRANSLATE_NOOP("pushkit", "Its timestamp is no time in milliseconds.")
_NEW = QT_TRANSLATE_NOOP("pushkit", "The header is new.")
_AHEAD = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is {minutes} min ahead of this computer’s clock: one clock is wrong.",
)
_MINUTES = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is {minutes} min old: a server should take it for a repetition.",
)
_HOURS = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is {hours} h old: a server should take it for a repetition.",
)
_DAYS = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is {days} days old: a server should take it for a repetition.",
)
