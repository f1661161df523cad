"""Devices: push tokens with a name, and how to read a pasted list of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from .outcome import Verdict
from .token_text import clean_token, split_tokens


@dataclass(frozen=True, slots=True)
class LastOutcome:
    """What became of a device in the last request to it; `at` is Unix seconds."""

    verdict: Verdict
    code: str = ""
    reason: str = ""
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Device:
    """A push token of one project. `chosen` says whether the next send goes to it.

    `dead` is the reason, or the code, by which Push Kit called the token itself no
    good (`pushkit.death`); empty if it never did, or has accepted it since.
    """

    token: str
    label: str
    project: str
    chosen: bool = True
    tags: tuple[str, ...] = ()
    note: str = ""
    language: str = ""
    last: LastOutcome | None = None
    dead: str = ""


@dataclass(frozen=True, slots=True)
class PastedTokens:
    """What a pasted text held: tokens in order, and what was done to them."""

    tokens: tuple[str, ...]
    cleaned: int
    repeated: int


def read_tokens(text: str, known: Iterable[str] = ()) -> PastedTokens:
    """The tokens in a pasted text: one a line, or parted by commas, semicolons, tabs.

    A quoted token may be wrapped over lines. Quotes, brackets, blanks and characters
    without width are taken away and counted; tokens already in `known`, or pasted
    twice, are counted once. Length and alphabet are never judged (facts D.1).
    """
    seen = set(known)
    tokens: list[str] = []
    cleaned = repeated = 0
    for piece in split_tokens(text):
        token = clean_token(piece)
        if not token:
            continue
        cleaned += token != piece
        if token in seen:
            repeated += 1
            continue
        seen.add(token)
        tokens.append(token)
    return PastedTokens(tuple(tokens), cleaned, repeated)
