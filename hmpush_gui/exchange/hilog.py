"""Finds push tokens, AAIDs, profile results and error codes in a device's log."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hmpush_gui.pushkit.explain import explain_device

from .hilog_lines import Record, read_records
from .hilog_shape import can_be_token, decoded
from .hilog_words import (
    AAID,
    CODE,
    CODE_WORD,
    FAILED,
    NEXT,
    PROFILE,
    PUSH,
    SOURCE,
    SUCCEEDED,
    TOKEN,
    WORTH,
)

if TYPE_CHECKING:
    import re


class Kind(StrEnum):
    """What was found."""

    TOKEN = "token"
    MASKED_TOKEN = "masked token"
    UNPRINTED_TOKEN = "unprinted token"
    """getToken succeeded, and the app did not log what it got."""
    MASKED_ERROR = "masked error"
    AAID = "aaid"
    MASKED_AAID = "masked aaid"
    CODE = "code"
    BOUND = "profile bound"
    NOT_BOUND = "profile not bound"
    UNBOUND = "profile unbound"
    NOT_UNBOUND = "profile not unbound"


class Certainty(StrEnum):
    """How sure it is that a value is what we take it for."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Finding:
    """A value of a log, and the numbers of all lines in which it begins (from 1).

    `value` is decoded; of a masked one what is left of it, "" if there is none.
    """

    kind: Kind
    value: str
    certainty: Certainty
    lines: tuple[int, ...]


def find_in_log(text: str) -> tuple[Finding, ...]:
    """All findings of a log, each value once, in the order in which they come.

    By the words around a value and its shape together, never by its shape alone.
    """
    found: dict[tuple[Kind, str], list[Finding]] = {}
    for record in read_records(text):
        said = f"{record.tag} {record.text}"
        if not WORTH.search(said) or SOURCE.search(said):
            continue
        for finding in _of_record(record):
            found.setdefault((finding.kind, finding.value), []).append(finding)
    if any(kind is Kind.TOKEN for kind, _ in found):
        # It was printed in another line.
        found.pop((Kind.UNPRINTED_TOKEN, ""), None)
    return tuple(map(_one, found.values()))


def _one(findings: Sequence[Finding]) -> Finding:
    """The same value in several lines."""
    surest = min(findings, key=lambda each: list(Certainty).index(each.certainty))
    lines = dict.fromkeys(line for each in findings for line in each.lines)
    return replace(surest, lines=tuple(lines))


def _of_record(record: Record) -> Iterator[Finding]:
    aaids = list(_aaids(record))
    codes = list(_codes(record))
    tokens = list(_tokens(record, {each.value for each in aaids}))
    yield from tokens
    yield from aaids
    if not tokens and not codes:
        yield from _unprinted(record)
    yield from _profiles(record)
    yield from codes


def _tokens(record: Record, others: set[str]) -> Iterator[Finding]:
    text, failed = record.text, bool(FAILED.search(record.text))
    alone = text.strip(" \t\"'[]")
    if TOKEN.fullmatch(record.tag) and can_be_token(alone, named=True):
        if not any(each.isspace() for each in alone):
            start = text.index(alone)
            yield _finding(Kind.TOKEN, decoded(alone), Certainty.LIKELY, record, start)
        return
    pushed = bool(PUSH.search(text) or PUSH.search(record.tag))
    for match in TOKEN.finditer(text):
        named = match["strong"] is not None
        if match["mask"] is not None and (named or pushed):
            kind = Kind.MASKED_ERROR if failed else Kind.MASKED_TOKEN
            rest = "" if "private" in match["mask"] else match["mask"]
            certainty = _certainty(named=named, pushed=True)
            yield _finding(kind, rest, certainty, record, match.start("mask"))
        elif match["value"] is not None:
            certainty = _certainty(named=named, pushed=pushed)
            place: re.Match[str] | None = match
            while place is not None:
                value = decoded(place["value"])
                if value not in others and can_be_token(value, named=named):
                    start = place.start("value")
                    yield _finding(Kind.TOKEN, value, certainty, record, start)
                place = NEXT.match(text, place.end("value"))


def _certainty(*, named: bool, pushed: bool) -> Certainty:
    if named:
        return Certainty.SURE
    return Certainty.LIKELY if pushed else Certainty.POSSIBLE


def _aaids(record: Record) -> Iterator[Finding]:
    for match in AAID.finditer(record.text):
        if match["value"]:
            start = match.start("value")
            value = match["value"]
            yield _finding(Kind.AAID, value, Certainty.SURE, record, start)
        else:
            start = match.start("mask")
            rest = "" if "private" in match["mask"] else match["mask"]
            yield _finding(Kind.MASKED_AAID, rest, Certainty.LIKELY, record, start)


def _codes(record: Record) -> Iterator[Finding]:
    around = f"{record.tag} {record.text}"
    for match in CODE.finditer(record.text):
        code, named = match[0], bool(CODE_WORD.search(around))
        known = explain_device(code) is not None
        if match["kit"]:
            certainty = Certainty.SURE if known else Certainty.LIKELY
        elif not (PUSH.search(around) or "token" in around.lower()):
            continue
        elif match["hms"]:
            certainty = Certainty.SURE if known and named else Certainty.LIKELY
        elif named:
            certainty = Certainty.LIKELY
        else:
            continue
        yield _finding(Kind.CODE, code, certainty, record, match.start())


def _unprinted(record: Record) -> Iterator[Finding]:
    text = record.text
    match = TOKEN.search(text)
    if match and match["strong"] and SUCCEEDED.search(text) and not FAILED.search(text):
        start = match.start()
        yield _finding(Kind.UNPRINTED_TOKEN, "", Certainty.SURE, record, start)


def _profiles(record: Record) -> Iterator[Finding]:
    match = PROFILE.search(record.text)
    if not match:
        return
    undone = bool(match["undo"]) or match["zh"] == "解绑"
    if FAILED.search(record.text):
        kind = Kind.NOT_UNBOUND if undone else Kind.NOT_BOUND
    elif SUCCEEDED.search(record.text):
        kind = Kind.UNBOUND if undone else Kind.BOUND
    else:
        return
    yield _finding(kind, "", Certainty.SURE, record, match.start())


def _finding(
    kind: Kind, value: str, certainty: Certainty, record: Record, start: int
) -> Finding:
    return Finding(kind, value, certainty, (record.line_at(start),))
