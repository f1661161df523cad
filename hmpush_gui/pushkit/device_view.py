"""Which devices of a roll are listed, and in which order, worked out in slices.

A million devices take longer than a frame of the window. So all of this is generators,
which stop between each few thousand and may be dropped at any stop. Fewer than that are
listed without a stop.
"""

import re
from array import array
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import Any

from .outcome import Verdict
from .roll import Roll

SLICE = 4096
"""Devices that are looked at between two stops."""

Slots = Sequence[int]
Work = Generator[None, None, Slots]


class ListKind(StrEnum):
    """Lists that fill themselves. By outcome means that of the last request."""

    ALL = auto()
    CHOSEN = auto()
    FAILED = auto()
    UNKNOWN = auto()
    ACCEPTED = auto()
    NEVER = auto()
    DEAD = auto()
    TAG = auto()


FAILED = frozenset({Verdict.REJECTED, Verdict.NOT_SENT})
"""Those that certainly did not get it. What is Unknown may be on a phone."""


class SortKey(StrEnum):
    """By what devices can be put in order."""

    LABEL = auto()
    TOKEN = auto()
    TAGS = auto()
    LAST = auto()
    LANGUAGE = auto()


@dataclass(frozen=True, slots=True)
class DeviceView:
    """The devices of a list in which every word of `text` stands somewhere.

    Looked at are label, token, tags and note. Without `sort` they stand as they came.
    """

    kind: ListKind = ListKind.ALL
    tag: str = ""
    text: str = ""
    sort: SortKey | None = None
    descending: bool = False

    @property
    def words(self) -> list[str]:
        return self.text.casefold().split()

    @property
    def plain(self) -> bool:
        """Whether it is simply everything, as it came."""
        return self.kind is ListKind.ALL and not self.words and self.sort is None


def count_of(roll: Roll, kind: ListKind, tag: str = "") -> int:
    """How many devices are in a list."""
    if kind is ListKind.ALL:
        return len(roll)
    if kind is ListKind.CHOSEN:
        return roll.chosen_count
    if kind is ListKind.DEAD:
        return sum(map(roll.has, list(roll.dead)))
    if kind is ListKind.TAG:
        return roll.tag_counts[tag]
    counts = roll.lasts.counts()
    if kind is ListKind.NEVER:
        return len(roll) - counts.total()
    wanted = _VERDICTS[kind]
    return sum(count for verdict, count in counts.items() if verdict in wanted)


def arrange(roll: Roll, view: DeviceView) -> Work:
    """The slots that `view` shows, in its order."""
    slots = yield from _found(roll, view)
    if view.sort is not None:
        slots = yield from _ordered(roll, slots, view.sort, view.descending)
    return slots


def _found(roll: Roll, view: DeviceView) -> Work:
    everything, words = range(len(roll.numbers)), view.words
    whole = len(everything) == len(roll)
    if view.kind is ListKind.ALL and not words and whole:
        return everything
    found = array("i")
    belongs = _belongs(roll, view)
    for start in range(0, len(everything), SLICE):
        if start:
            yield
        some = [slot for slot in everything[start : start + SLICE] if belongs(slot)]
        if not whole:
            some = list(filter(roll.has, some))
        for word in words:
            some = _with_word(roll, some, word)
        found.extend(some)
    return found


_VERDICTS: dict[ListKind, frozenset[Verdict | None]] = {
    ListKind.FAILED: FAILED,
    ListKind.UNKNOWN: frozenset({Verdict.UNKNOWN}),
    ListKind.ACCEPTED: frozenset({Verdict.ACCEPTED}),
    ListKind.NEVER: frozenset({None}),
}


def _belongs(roll: Roll, view: DeviceView) -> Callable[[int], object]:
    if view.kind is ListKind.ALL:
        return roll.has
    if view.kind is ListKind.CHOSEN:
        return roll.ticks.__getitem__
    if view.kind is ListKind.DEAD:
        return roll.dead.__contains__
    if view.kind is ListKind.TAG:
        return lambda slot: view.tag in roll.details.tags.get(slot, ())
    wanted = _VERDICTS[view.kind]
    return lambda slot: roll.lasts.verdict(slot) in wanted


def _with_word(roll: Roll, slots: list[int], word: str) -> list[int]:
    tokens, own, numbers = roll.tokens, roll.details, roll.numbers
    fixed = roll.unnamed.format(number="").casefold()
    always, perhaps = word in fixed, any(map(str.isdigit, word))

    def written(slot: int) -> bool:
        if slot in own.labels:
            if word in own.labels[slot].casefold():
                return True
        elif always or (
            perhaps and word in roll.unnamed.format(number=numbers[slot]).casefold()
        ):
            return True
        if slot in own.tags and any(word in tag.casefold() for tag in own.tags[slot]):
            return True
        return slot in own.notes and word in own.notes[slot].casefold()

    return [slot for slot in slots if word in tokens[slot].casefold() or written(slot)]


def _ordered(roll: Roll, slots: Slots, sort: SortKey, descending: bool) -> Work:
    """Runs that are in order each, and then merged: one sort of all would stop all."""
    key = _key(roll, sort)
    runs = []
    for start in range(0, len(slots), SLICE):
        if start:
            yield
        run = [(key(slot), slot) for slot in slots[start : start + SLICE]]
        # Taken from its end, so that it is let go of bit by bit.
        run.reverse()
        run.sort(key=itemgetter(0), reverse=not descending)
        runs.append(_drained(run))
    ordered = array("i")
    merged = merge(*runs, key=itemgetter(0), reverse=descending)
    while len(ordered) < len(slots):
        if ordered:
            yield
        ordered.extend(slot for _, slot in islice(merged, SLICE))
    return ordered


def _drained(run: list[tuple[Any, int]]) -> Iterator[tuple[Any, int]]:
    while run:
        yield run.pop()


def _key(roll: Roll, sort: SortKey) -> Callable[[int], Any]:
    own = roll.details
    keys: dict[SortKey, Callable[[int], Any]] = {
        SortKey.LABEL: lambda slot: natural(roll.label(slot)),
        SortKey.TOKEN: roll.tokens.__getitem__,
        SortKey.TAGS: lambda slot: [each.casefold() for each in own.tags.get(slot, ())],
        SortKey.LAST: lambda slot: _last_key(roll, slot),
        SortKey.LANGUAGE: lambda slot: own.languages.get(slot, "").casefold(),
    }
    return keys[sort]


_RANKS = {verdict: rank for rank, verdict in enumerate((None, *Verdict))}


def _last_key(roll: Roll, slot: int) -> tuple[bool, int, int]:
    rank = _RANKS[roll.lasts.verdict(slot)]
    return slot in roll.dead, rank, roll.lasts.at(slot)


_NUMBER = re.compile(r"(\d+)")


def natural(text: str) -> list[tuple[int, str]]:
    """A key by which Phone 2 comes before Phone 10."""
    return [
        (len(part.lstrip("0")) if at % 2 else 0, part)
        for at, part in enumerate(_NUMBER.split(text.casefold()))
    ]
