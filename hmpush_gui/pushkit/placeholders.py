"""Placeholders in texts and data, such as {{counter}}, and what goes in their place."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from .document import Path, compact, read
from .kinds import kind_of
from .message import Json, Message

COUNTER = "counter"
"""The number of the send on this computer, so that two pushes can be told apart."""

TIME = "time"
"""The local time of the send, as in 14:03:07."""

UUID = "uuid"
"""A new random UUID."""

LABEL = "device.label"
"""The name of the device: makes every device a request of its own."""

OURS = (COUNTER, TIME, UUID, LABEL)

_PLACE = re.compile(r"\{\{\s*([A-Za-z_][\w.-]*)\s*\}\}")
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_LONGEST = {COUNTER: "9" * 6, TIME: "23:59:59", UUID: "0" * 36}

Swap = Callable[[str], str]


def used(message: Message) -> frozenset[str]:
    """Every name between double braces, in any text of the document."""
    return frozenset(
        name
        for text in _texts(message.document)
        if "{{" in text
        for name in _PLACE.findall(text)
    )


def places(message: Message, name: str) -> list[Path]:
    """Where `name` stands between double braces; an entry of a list as the list."""
    found: list[Path] = []

    def look(value: Any, path: Path) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                look(inner, (*path, key))
        elif isinstance(value, list):
            for inner in value:
                look(inner, path)
        elif isinstance(value, str) and name in _PLACE.findall(value):
            found.append(path)

    look(message.document, ())
    return list(dict.fromkeys(found))


def is_name(text: str) -> bool:
    """Whether `text` can be the name of a variable of one's own."""
    return _NAME.fullmatch(text) is not None and text not in OURS


def is_personal(message: Message) -> bool:
    """Whether each device gets a message of its own."""
    return LABEL in used(message)


def resolve(message: Message, values: Mapping[str, str]) -> Message:
    """`message` with each placeholder that `values` names replaced.

    Others stay as they are: `{{status}}` of a live view is Push Kit's own (facts B.9).
    In data that travels as JSON inside a text, a value is written as JSON would.
    """
    if not used(message) & values.keys():
        return message
    kind = kind_of(message)
    inner = kind.data_path if kind.data_is_text else ()
    swap = partial(_filled, values=values)
    if inner and _is_json(read(message.document, inner)):
        document = _at(message.document, inner, partial(_filled_json, values=values))
        document = _swapped(document, swap, keep=inner)
    else:
        document = _swapped(message.document, swap)
    return Message(message.api, message.push_type, document)


def longest(
    message: Message, own: Mapping[str, str], labels: Iterable[str] = ()
) -> Message:
    """`message` with what takes the most bytes in each place, to be measured."""
    if not used(message):
        return message
    label = max(labels, key=lambda each: len(compact(each)), default="")
    return resolve(message, {**own, **_LONGEST, LABEL: label})


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), text)


def _filled_json(text: str, values: Mapping[str, str]) -> str:
    escaped = {
        name: json.dumps(value, ensure_ascii=False)[1:-1]
        for name, value in values.items()
    }
    return _filled(text, escaped)


def _is_json(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return isinstance(json.loads(value), dict | list)
    except (ValueError, RecursionError):
        return False


def _swapped(value: Any, swap: Swap, keep: Path = (), path: Path = ()) -> Any:
    """`value` with every text swapped but the one at `keep`."""
    if isinstance(value, str):
        return value if keep and path == keep else swap(value)
    if isinstance(value, list):
        return [_swapped(each, swap, keep, path) for each in value]
    if isinstance(value, dict):
        return {
            key: _swapped(inner, swap, keep, (*path, key))
            for key, inner in value.items()
        }
    return value


def _at(document: Json, path: Path, swap: Swap) -> Json:
    key, *rest = path
    inner = document[key]
    return {**document, key: _at(inner, tuple(rest), swap) if rest else swap(inner)}
