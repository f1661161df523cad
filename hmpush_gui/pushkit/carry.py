"""Turns a message into another kind, and says what of it found no place there."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .document import Path, read, write
from .fields import Field, fields
from .kinds import Kind, kind_of
from .leftovers import NOTHING, left_over
from .message import Json, Message
from .twins import TWINS

_SPOKEN = "PLAY_VOICE"

_WORDS: dict[bool, Path] = {
    False: ("payload", "notification"),
    True: ("message", "notification"),
}

_OPTIONS: Path = ("pushOptions",)

_FALLBACK: dict[str, Path] = {
    "title": ("payload", "title"),
    "body": ("payload", "content"),
}
"""Where the words of a notification stand in a live view (facts B.9)."""

_Step = tuple[Path, Path, Callable[[Any], Any]]
"""From where to where, and how the value is rewritten."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The new message, and where the old one had values that found no place in it."""

    message: Message
    left: tuple[Path, ...]


def carry(message: Message, kind: Kind) -> Carried:
    """`message` as a new message of `kind`: all that means something there as well.

    Within one generation of the legacy API (v1 and v2) documents are alike, so the
    whole document stays when only the generation changes.
    """
    before = kind_of(message)
    if (before.schema, before.shape) == (kind.schema, kind.shape):
        return Carried(Message(kind.api, kind.push_type, message.document), ())
    document, moved = kind.blank, set[Path]()
    for old, new, rewrite in _steps(before, kind):
        value = rewrite(read(message.document, old))
        if value is not None and _takes(before, kind, new, value):
            document = write(document, new, value)
            moved.add(old)
    document = _words(message, kind, document, moved)
    document = _data(message, kind, document, moved)
    left = tuple(left_over(message, before, moved))
    return Carried(Message(kind.api, kind.push_type, document), left)


def _steps(before: Kind, kind: Kind) -> Iterator[_Step]:
    """What stands where in both; within a generation that is the same place."""
    if before.api.legacy == kind.api.legacy:
        for field in _fields_of(before):
            # Only these mean the same in every kind: a widget's version does not.
            shared = kind.api.legacy or field.path[:1] == _OPTIONS
            if shared or field.path[:2] == _WORDS[False]:
                yield field.path, field.path, lambda value: value
        return
    for twin in TWINS:
        if kind.api.legacy:
            yield twin.v3, twin.legacy, twin.to_legacy
        else:
            yield twin.legacy, twin.v3, twin.to_v3


def _fields_of(kind: Kind) -> Iterator[Field]:
    for tab in ("content", "action", "delivery"):
        yield from fields(kind, tab)


def _takes(before: Kind, kind: Kind, path: Path, value: Any) -> bool:
    """Whether `kind` has a field at `path` that this value fits.

    A spoken message has one category of its own, and no other message may have it. In a
    data message the category does another job (facts A.5). A call lives shortly.
    """
    field = next((each for each in _fields_of(kind) if each.path == path), None)
    if field is None or not _fits(field.schema, value):
        return False
    if path[-1] == "category":
        return kind.shows_notification and before.shows_notification
    return path[-1] != "ttl" or read(kind.blank, path) is None


def _fits(node: Json, value: Any) -> bool:
    return value in node.get("enum", [value]) and value != _SPOKEN


def _words(message: Message, kind: Kind, document: Json, moved: set[Path]) -> Json:
    """Title and text, wherever they stood, where they can be shown."""
    for name, shown in (("title", message.title), ("body", message.body)):
        text = shown or read(message.document, _FALLBACK[name])
        if not isinstance(text, str) or not text:
            continue
        live = kind.shape == "live-view"
        place = _FALLBACK[name] if live else (*_WORDS[kind.api.legacy], name)
        if (
            not isinstance(text, str)
            or not text
            or not (live or kind.shows_notification)
        ):
            continue
        if not read(document, place):
            document = write(document, place, text)
        if read(document, place) == text:
            moved.update(_standing(message, name, text))
    return document


def _standing(message: Message, name: str, text: str) -> Iterator[Path]:
    """Where the words that are shown come from."""
    own = ("message", "android", "notification")
    places = ((*place, name) for place in (*_WORDS.values(), own))
    for place in (*places, _FALLBACK[name]):
        if read(message.document, place) == text:
            yield place


def _data(message: Message, kind: Kind, document: Json, moved: set[Path]) -> Json:
    before = kind_of(message)
    value = read(message.document, before.data_path)
    if value in NOTHING or read(kind.blank, kind.data_path) not in NOTHING:
        return document
    if read(before.blank, before.data_path) not in NOTHING:
        return document
    if kind.data_is_text and not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False)
    elif not kind.data_is_text:
        value = _object(value)
    if value is None:
        return document
    moved.add(before.data_path)
    return write(document, kind.data_path, value)


def _object(value: Any) -> Any:
    """The object in a text of JSON; None for any other text."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, dict) else None
