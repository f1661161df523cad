"""Writes what was edited in the device book, page by page."""

import json
import sqlite3
import struct
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, TypeVar

from hmpush_gui.pushkit.book_edit import BookEdit, Touched
from hmpush_gui.pushkit.roll import Roll

from .device_tables import PAGE
from .device_words import words
from .history_tables import spelt_out, transaction

Cell = TypeVar("Cell")
_PLAIN = bytes(each for each in range(0x20, 0x7F) if each != ord("\\"))
"""What JSON writes as it is, and the quotes."""

Places = Sequence[int] | Sequence[int | None]


def write(database: sqlite3.Connection, edit: BookEdit) -> None:
    """Write what `edit` has touched, or nothing of it."""
    what = edit.what
    if Touched.DEVICES in what:
        what = Touched.DEVICES | Touched.TICKS | Touched.DETAILS
        if edit.roll.lasts.counts() or edit.roll.dead:
            what |= Touched.OUTCOMES
    with transaction(database):
        for page in _pages(edit.roll, edit.slots):
            _write_page(database, edit.roll, page, what)
        if Touched.OUTCOMES in what:
            _write_kinds(database, edit.roll)


def _pages(roll: Roll, slots: Sequence[int]) -> Sequence[int]:
    """The pages these slots are on."""
    if not slots:
        return ()
    if isinstance(slots, range):
        first, last = roll.numbers[slots[0]], roll.numbers[slots[-1]]
        return range((first - 1) // PAGE, (last - 1) // PAGE + 1)
    return sorted({(roll.numbers[slot] - 1) // PAGE for slot in slots})


def _write_page(
    database: sqlite3.Connection, roll: Roll, page: int, what: Touched
) -> None:
    places = _places(roll, page * PAGE + 1)
    key = (roll.project, page)
    for table, values in _columns(roll, places, what).items():
        if not places or not any(values):
            database.execute(f"DELETE FROM {table} WHERE project = ? AND page = ?", key)
            continue
        marks = ", ".join("?" * (len(values) + 2))
        database.execute(
            f"INSERT OR REPLACE INTO {table} VALUES ({marks})", (*key, *values)
        )


def _places(roll: Roll, first: int) -> Places:
    """The slot in each place of the page that begins with the number `first`."""
    start = bisect_left(roll.numbers, first)
    slots = range(start, bisect_left(roll.numbers, first + PAGE, start))
    if (
        slots
        and roll.has_all(slots)
        and roll.numbers[slots[-1]] == first + len(slots) - 1
    ):
        # Nobody is missing.
        return slots
    there = [slot for slot in slots if roll.has(slot)]
    size = roll.numbers[there[-1]] + 1 - first if there else 0
    places: list[int | None] = [None] * size
    for slot in there:
        places[roll.numbers[slot] - first] = slot
    return places


def _columns(roll: Roll, places: Places, what: Touched) -> dict[str, tuple[Any, ...]]:
    """What stands in the row of a page, by table."""
    columns: dict[str, tuple[Any, ...]] = {}
    if Touched.DEVICES in what:
        columns["tokens"] = (_token_list(_at(roll.tokens, places, None)),)
    if Touched.TICKS in what:
        columns["ticks"] = (bytes(_at(roll.ticks, places, 0)),)
    if Touched.OUTCOMES in what:
        columns["outcomes"] = _outcomes(roll, places)
    if Touched.DETAILS in what:
        columns["details"] = words(roll, places)
    return columns


def _token_list(tokens: Sequence[str | None]) -> str:
    """A JSON list; most tokens need no care, and then it takes half the time."""
    text = '["' + '","'.join(filter(None, tokens)) + '"]'
    plain = text.isascii() and not text.encode().translate(None, _PLAIN)
    if plain and None not in tokens and text.count('"') == 2 * len(tokens):
        return text
    return json.dumps(tokens)


def _at(column: Sequence[Cell], places: Places, none: Cell | None) -> Sequence[Any]:
    """What `column` has in each place, and `none` where nobody is."""
    if isinstance(places, range):
        return column[places.start : places.stop]
    return [none if slot is None else column[slot] for slot in places]


def _outcomes(roll: Roll, places: Places) -> tuple[bytes, bytes, str]:
    if isinstance(places, range):
        kinds, times = roll.lasts.raws(places)
    else:
        raw = [(0, 0) if slot is None else roll.lasts.raw(slot) for slot in places]
        kinds, times = zip(*raw, strict=True) if raw else ((), ())
    layout = struct.Struct(f"<{len(places)}I")
    return layout.pack(*kinds), layout.pack(*times), json.dumps(_dead(roll, places))


def _dead(roll: Roll, places: Places) -> dict[int, str]:
    """Why devices of the page are dead, by their places."""
    if not roll.dead:
        return {}
    return {
        place: roll.dead[slot] for place, slot in enumerate(places) if slot in roll.dead
    }


def _write_kinds(database: sqlite3.Connection, roll: Roll) -> None:
    database.executemany(
        "INSERT OR IGNORE INTO kind VALUES (?, ?, ?, ?, ?)",
        (
            (roll.project, number, *map(spelt_out, kind))
            for number, kind in enumerate(roll.lasts.kinds(), 1)
        ),
    )
