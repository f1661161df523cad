"""What users wrote of devices as it is on disk: a column of a page is a JSON text.

That text is a list with null for each device of which nothing is written, or, where few
have something, an object of places in the page. NULL is for nothing at all.
"""

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hmpush_gui.pushkit.device_details import DeviceDetails, Tags
from hmpush_gui.pushkit.roll import Roll

from .device_tables import PAGE
from .plain import json_text

Words = tuple[str | None, str | None, str | None, str | None]


def words(roll: Roll, places: Sequence[int] | Sequence[int | None]) -> Words:
    """The four columns of a page, whose devices are in the slots of `places`."""
    own = roll.details
    return (
        _text(own.labels, places),
        _text(own.tags, places),
        _text(own.notes, places),
        _text(own.languages, places),
    )


def read(database: sqlite3.Connection, roll: Roll) -> None:
    """Take what is written of the devices of `roll`, which are all there.

    Raises ValueError for a page that cannot be understood.
    """
    own, shared = DeviceDetails(), dict[Tags, Tags]()
    for row in database.execute(
        "SELECT * FROM details WHERE project = ?", (roll.project,)
    ):
        first = row["page"] * PAGE + 1
        own.labels.update(_column(roll, first, row["labels"], json_text))
        own.notes.update(_column(roll, first, row["notes"], json_text))
        for slot, tags in _column(roll, first, row["tags"], _tags):
            own.tags[slot] = shared.setdefault(tags, tags)
        for slot, language in _column(roll, first, row["languages"], json_text):
            own.languages[slot] = sys.intern(language)
    roll.details = own
    roll.tag_counts = own.tag_counts(own.tags)


def _text(
    column: Mapping[int, object], places: Sequence[int] | Sequence[int | None]
) -> str | None:
    if not column:
        return None
    get: Any = column.get
    values = list(map(get, places))
    missing = values.count(None)
    if missing == len(values):
        return None
    if missing * 2 <= len(values):
        return json.dumps(values)
    return json.dumps(
        {place: value for place, value in enumerate(values) if value is not None}
    )


def _column(
    roll: Roll, first: int, text: str | None, value_of: Any
) -> Iterator[tuple[int, Any]]:
    """The slot of each device of which something is written, and what."""
    if text is None:
        return
    for place, value in _places(json.loads(text)):
        if value is not None:
            slot = roll.numbered(first + place)
            if slot is not None:
                yield slot, value_of(value)


def _places(content: object) -> Iterable[tuple[int, object]]:
    if isinstance(content, list):
        return enumerate(content)
    if isinstance(content, dict):
        return ((int(place), value) for place, value in content.items())
    raise ValueError("neither a list nor an object")


def _tags(content: object) -> Tags:
    if not isinstance(content, list):
        raise ValueError("not a list")
    return tuple(map(json_text, content))
