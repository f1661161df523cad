"""What the credential doctor found: a state, one sentence, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .words import QT_TRANSLATE_NOOP, Sentence


class State(StrEnum):
    """How it stands with one thing that was looked at."""

    FINE = "fine"
    LOOK = "look"
    WRONG = "wrong"
    UNKNOWN = "unknown"
    """It could not be told."""


class Part(StrEnum):
    """What a finding is about."""

    FILE = "file"
    KEY = "key"
    JWT = "jwt"
    CLIENT = "client"
    PROJECT = "project"
    CLOCK = "clock"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Finding:
    """`name` tells it from others of its part and never changes.

    No sentence holds a key or a secret.
    """

    part: Part
    name: str
    state: State
    sentence: Sentence
    fix: Sentence | None = None


def fine(part: Part, name: str, sentence: Sentence) -> Finding:
    return Finding(part, name, State.FINE, sentence)


def look(part: Part, name: str, sentence: Sentence, fix: Sentence) -> Finding:
    return Finding(part, name, State.LOOK, sentence, fix)


def wrong(part: Part, name: str, sentence: Sentence, fix: Sentence) -> Finding:
    return Finding(part, name, State.WRONG, sentence, fix)


def unknown(part: Part, name: str, sentence: Sentence, fix: Sentence) -> Finding:
    return Finding(part, name, State.UNKNOWN, sentence, fix)


_ORDER = (State.WRONG, State.LOOK, State.UNKNOWN, State.FINE)


def worst(findings: Iterable[Finding]) -> State:
    """The state that matters most; fine if there is nothing."""
    return min((each.state for each in findings), key=_ORDER.index, default=State.FINE)


def shown(text: str) -> "str | Sentence":
    """A value of a credential that is no secret, safe to stand in a sentence.

    What is long may be a key in the wrong place: only its length is told.
    """
    if len(text) > _LONGEST or "-----" in text:
        return QT_TRANSLATE_NOOP("pushkit", "({count} characters, not shown)").format(
            count=len(text)
        )
    return "".join(sign if sign.isprintable() else "·" for sign in text)


_LONGEST = 64
