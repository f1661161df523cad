"""How much of a text a HarmonyOS phone shows (facts G.1)."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Room:
    """A place on the phone that takes so many Latin or so many Chinese characters."""

    latin: int
    chinese: int

    @property
    def wide_unit(self) -> float:
        """What one Chinese character takes, in Latin ones."""
        return self.latin / self.chinese


TITLE = Room(22, 15)
BODY = Room(84, 57)

_HAIR = 1e-6
"""More than full by this is full: the units of Chinese add up to fractions."""

_REMEMBERED = 64
"""Texts whose cut is kept: while one is typed, the others of a message stay."""

_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"


def fitting(pieces: Iterable[str], room: Room) -> int:
    """How many of `pieces`, the characters as a person counts them, fit into `room`.

    Combining marks, joiners and what they join take no room: a family of emoji is as
    wide as one of them.
    """
    filled, count = 0.0, 0
    for piece in pieces:
        filled += sum(_units(piece, room.wide_unit))
        if filled > room.latin + _HAIR:
            break
        count += 1
    return count


@lru_cache(_REMEMBERED)
def shown_part(text: str, room: Room) -> str:
    """The beginning of `text` that `room` takes, in whole characters."""
    # Enough for any room, so that a long text is not read to its end.
    units = list(_units(text[: room.latin * 8], room.wide_unit))
    filled, end = 0.0, 0
    for at, width in enumerate(units):
        filled += width
        if filled > room.latin + _HAIR:
            return text[:end]
        # What takes no room of its own belongs to the character before it.
        ends = at + 1 == len(units) or units[at + 1] > 0
        if ends and text[at + 1 : at + 2] != _EMOJI_STYLE:
            end = at + 1
    return text[:end]


@lru_cache(_REMEMBERED)
def overfills(text: str, room: Room) -> bool:
    """Whether `text` is more than `room` takes; a long one is not read to its end."""
    filled = 0.0
    for units in _units(text, room.wide_unit):
        filled += units
        if filled > room.latin + _HAIR:
            return True
    return False


def title_is_cut(title: str) -> bool:
    return overfills(title, TITLE)


def body_is_cut(body: str) -> bool:
    return overfills(body, BODY)


def _units(text: str, wide_unit: float) -> Iterator[float]:
    """What each sign takes, in Latin characters."""
    before = ""
    flag_open = False
    for sign in text:
        if sign == _EMOJI_STYLE and before and not _is_wide(before):
            yield wide_unit - 1
        elif _is_flag_half(sign):
            flag_open = not flag_open
            yield wide_unit if flag_open else 0.0
        elif before == _JOINER or not _takes(sign):
            yield 0.0
        else:
            yield wide_unit if _is_wide(sign) else 1.0
        before = sign


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in ("W", "F")


def _is_flag_half(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _takes(sign: str) -> bool:
    if "\U0001f3fb" <= sign <= "\U0001f3ff":
        # The tone of the skin belongs to the emoji before it.
        return False
    return unicodedata.category(sign) not in ("Mn", "Me", "Cf", "Cc")
