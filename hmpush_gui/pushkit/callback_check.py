"""Checks the signature of a callback: whether who sent it knew the secret (I.1)."""

import base64
import hashlib
import hmac
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from . import callback_words as words
from .words import Sentence

HEADER = "X-HUAWEI-CALLBACK-ID"

FRESH = 300
"""Seconds. Our reading: facts name no number from which on a server should refuse."""


_PARTS = ("timestamp", "nonce", "value")


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

    @property
    def has_odd_time(self) -> bool:
        """Whether its timestamp is none, or lies in the future."""
        odd = (words.AHEAD.template, words.NO_TIME.template)
        return self.age is not None and self.age.template in odd


def check_callback(header: str, user_name: str, secret: str, now: float) -> Checked:
    """Check the value of the header; `now` is Unix seconds.

    Both forms of the secret are tried: decoded from Base64, as in new configurations,
    and its own bytes, as in old ones.
    """
    if not header.strip():
        return Checked(Proof.UNKNOWN, words.NO_HEADER)
    fields = _fields(header)
    missing = [name for name in _PARTS if not fields.get(name)]
    if missing:
        lacks = words.LACKS.format(parts=", ".join(missing))
        return Checked(
            Proof.UNKNOWN, words.NO_FIELDS if len(missing) == len(_PARTS) else lacks
        )
    age = _age(fields["timestamp"], now)
    if not _is_digest(fields["value"]):
        damaged = words.DAMAGED.format(count=len(fields["value"]))
        return Checked(Proof.UNKNOWN, damaged, age)
    if not (user_name and secret):
        asked = words.NO_NAME if secret else words.NO_SECRET
        return Checked(
            Proof.UNKNOWN, asked if user_name or secret else words.NEITHER, age
        )
    if why := _fits(fields, user_name, secret):
        return Checked(Proof.RIGHT, why, age)
    return Checked(Proof.WRONG, _why_wrong(fields, user_name, secret), age)


def _fields(header: str) -> dict[str, str]:
    """The parts of `timestamp=..; nonce=..; value=..`, in any order."""
    name, colon, rest = header.partition(":")
    if colon and name.strip().lower() == HEADER.lower():
        header = rest
    parts = (part.partition("=") for part in header.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in parts}


def _is_digest(value: str) -> bool:
    """Whether it can be an HMAC of SHA-256 at all."""
    digest = _decoded(value)
    return digest is not None and len(digest) == hashlib.sha256().digest_size


def _fits(fields: Mapping[str, str], user_name: str, secret: str) -> Sentence | None:
    """In which form the secret fits, None for none."""
    text = f"{fields['timestamp']}{fields['nonce']}{user_name}"
    for key, why in _keys(secret):
        made = hmac.new(key, text.encode("utf-8", "replace"), hashlib.sha256).digest()
        if hmac.compare_digest(made, base64.b64decode(fields["value"])):
            return why
    return None


def _why_wrong(fields: Mapping[str, str], user_name: str, secret: str) -> Sentence:
    """What is nearly right can be told; else a signature does not say what is wrong."""
    if _fits(fields, secret, user_name):
        return words.SWAPPED
    for name in (user_name.lower(), user_name.upper(), "".join(user_name.split())):
        if _fits(fields, name, secret):
            return words.OTHER_NAME.format(name=name)
    if _fits(fields, user_name, "".join(secret.split()).strip("\"'“”")):
        return words.OTHER_SECRET
    return words.WRONG_NO_BASE64 if _decoded(secret) is None else words.WRONG


def _keys(secret: str) -> Iterator[tuple[bytes, Sentence]]:
    decoded = _decoded(secret)
    if decoded is not None:
        yield decoded, words.RIGHT
    yield secret.encode("utf-8", "replace"), words.RIGHT_OLD


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return None


def _age(timestamp: str, now: float) -> Sentence:
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) == 13):
        return words.NO_TIME
    seconds = now - int(timestamp) / 1000
    if seconds < -FRESH:
        return words.AHEAD.format(minutes=round(-seconds / 60))
    if seconds <= FRESH:
        return words.NEW
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return words.MINUTES.format(minutes=minutes)
    if hours < 48:
        return words.HOURS.format(hours=hours)
    return words.DAYS.format(days=hours // 24)
