"""Tables of where the fields of one format stand in another, and how they are read."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .conversion import Fate, Found, Line, Path, Reading

NO_LIKE = QT_TRANSLATE_NOOP("exchange", "Push Kit has nothing like it.")
UNKNOWN = QT_TRANSLATE_NOOP(
    "exchange", "No reference of this format tells such a field here."
)
NOTHING = QT_TRANSLATE_NOOP("exchange", "There is nothing in it.")


class Entry(NamedTuple):
    """A field: where its like stands in a v1 message, or why it has none.

    `turn` rewrites the value.
    """

    place: Path = ()
    why: Sentence | None = None
    row: str = "H"
    turn: Callable[[Any], Any] = lambda value: value


def to(place: str, row: str = "H", turn: Callable[[Any], Any] | None = None) -> Entry:
    """An entry with a place below `message`, written with dots."""
    path = ("message", *place.split("."))
    return Entry(path, None, row, turn or (lambda value: value))


def no(why: Sentence = NO_LIKE, row: str = "H") -> Entry:
    """An entry without a place."""
    return Entry((), why, row)


Table = Mapping[str, Entry]


def snake(key: str) -> str:
    """`clickAction`, as some libraries write it, as `click_action`."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", key).lower()


def read_table(
    content: Any, table: Table, prefix: Path, name: Callable[[str], str] = str
) -> Reading:
    """What `table` says of the fields of `content`, in the order of the table.

    `prefix` is where `content` stands in the input, `name` how a key is looked up.
    """
    order = list(table)
    fields = sorted(
        _fields(content, table, name), key=lambda each: order.index(each[0])
    )
    for key, path, value in fields:
        entry, source = table[key], (*prefix, *path)
        if entry.place:
            yield Found(entry.place, entry.turn(value), source, row=entry.row)
        else:
            yield from dropped(source, value, entry.why or NO_LIKE, entry.row)


def dropped(source: Path, value: Any, why: Sentence, row: str) -> Reading:
    """A line that something has no place."""
    yield Line(Fate.DROPPED, source, why=why, row=row, value=value)


def _fields(
    content: Any, table: Table, name: Callable[[str], str]
) -> list[tuple[str, Path, Any]]:
    """The parts of `content` that the table knows: key, path and value."""
    above = {key[:place] for key in table for place in _dots(key)}
    found: list[tuple[str, Path, Any]] = []
    waiting: list[tuple[str, Path, Any]] = [("", (), content)]
    while waiting:
        key, path, value = waiting.pop()
        if key in table:
            found.append((key, path, value))
        elif isinstance(value, dict) and (not key or key in above):
            waiting += [
                (f"{key}.{name(each)}".lstrip("."), (*path, each), below)
                for each, below in value.items()
                if "." not in each
            ]
    return found


def _dots(key: str) -> list[int]:
    return [place for place, sign in enumerate(key) if sign == "."]
