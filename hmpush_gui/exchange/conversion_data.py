"""The app's own data on their way into a message: as an object, or as one text."""

import json
from collections.abc import Sequence
from typing import Any

from hmpush_gui.pushkit.document import compact
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Found, Path, dotted
from .conversion_sheet import Sheet
from .conversion_values import Turned

DATA: Path = ("message", "data")
OWN: Path = ("message", "android", "data")
"""Where data stand in a v1 message; the second wins (facts A.5)."""

_FOLDED = QT_TRANSLATE_NOOP("exchange", "It stands in the text {name}, as JSON.")
_WINS = QT_TRANSLATE_NOOP("exchange", "{other} wins.")

Entry = tuple[Found, str, Any]
"""Where a value was found, its key, and the value."""


def is_data(found: Found) -> bool:
    """Whether it is data of the app."""
    return found.place[:2] == DATA or found.place[:3] == OWN


def entries(found: Sequence[Found]) -> list[Entry]:
    """Each value by itself: a text is unfolded if it holds an object."""
    each: list[Entry] = []
    for one in found:
        if one.place not in (DATA, OWN):
            each.append((one, one.place[-1], one.value))
        elif isinstance(one.value, dict):
            each += [
                (_under(one, key, value), key, value)
                for key, value in one.value.items()
            ]
        else:
            inside = unfolded(one.value) or {"data": one.value}
            each += [(one, key, value) for key, value in inside.items()]
    return each


def _under(whole: Found, key: str, value: Any) -> Found:
    source, place = (*whole.source, key), (*whole.place, key)
    return Found(place, value, source, row=whole.row)


def fold(found: Sequence[Found], sheet: Sheet, target: Path) -> None:
    """Write data as one text of JSON; a text alone stays as it is."""
    if len(found) == 1 and isinstance(found[0].value, str):
        sheet.put(found[0], target, Turned(found[0].value))
        return
    together: Json = {}
    places: dict[str, Path] = {}
    why = _FOLDED.format(name=dotted(target[-1:]))
    for each, key, value in entries(found):
        if key in places:
            other = dotted(places[key])
            sheet.drop(each, _WINS.format(other=other), each.row)
            continue
        together[key], places[key] = value, each.source
        sheet.tell_change(each, target, why)
    if together:
        sheet.set(target, compact(together).decode())


def unfolded(value: Any) -> Json | None:
    """The object in a text of JSON; None where there is none, or an empty one."""
    if not isinstance(value, str):
        return None
    try:
        inside = json.loads(value)
        compact(inside)
    except (ValueError, RecursionError):
        return None
    return inside if isinstance(inside, dict) and inside else None
