"""Turns a message into another kind, keeping what both kinds have."""

import json
from typing import Any

from .document import Path, read, write
from .fields import fields
from .kinds import Kind, kind_of
from .message import Json, Message

_SHARED: dict[str, dict[bool, Path]] = {
    "image": {
        False: ("payload", "notification", "image"),
        True: ("message", "notification", "image"),
    },
    "category": {
        False: ("payload", "notification", "category"),
        True: ("message", "android", "category"),
    },
    "collapse": {
        False: ("pushOptions", "collapseKey"),
        True: ("message", "android", "collapse_key"),
    },
    "tag": {
        False: ("pushOptions", "biTag"),
        True: ("message", "android", "bi_tag"),
    },
}
"""Values of the same meaning (facts H), by whether the generation is legacy."""

_ALWAYS = ("biTag", "bi_tag")
"""What a message that shows nothing keeps, too."""

_SPOKEN = "PLAY_VOICE"

_NOTHING: tuple[Any, ...] = (None, "", "{}", {})
"""Data not yet written. A live view's is never nothing: it is no free data."""

_TITLE: dict[bool, Path] = {
    False: ("payload", "notification"),
    True: ("message", "notification"),
}


def carry(message: Message, kind: Kind) -> Message:
    """`message` as a new message of `kind`: texts, category, options and data.

    Within one generation of the legacy API (v1 and v2) documents are alike, so the
    whole document stays when only the generation changes.
    """
    before = kind_of(message)
    if (before.schema, before.shape) == (kind.schema, kind.shape):
        return Message(kind.api, kind.push_type, message.document)
    document = kind.blank
    if kind.shows_notification:
        document = _texts(message, kind, document)
    for paths in _SHARED.values():
        value = read(message.document, paths[before.api.legacy])
        if value is not None and _takes(kind, paths[kind.api.legacy], value):
            document = write(document, paths[kind.api.legacy], value)
    return Message(kind.api, kind.push_type, _data(message, kind, document))


def _takes(kind: Kind, path: Path, value: Any) -> bool:
    """Whether `kind` has a field at `path` that this value fits.

    A spoken message has one category of its own, and no other message may have it.
    """
    known = [
        each
        for tab in ("content", "delivery")
        for each in fields(kind, tab)
        if each.path == path
    ]
    if not known or not (kind.shows_notification or path[-1] in _ALWAYS):
        return False
    return value in known[0].schema.get("enum", [value]) and value != _SPOKEN


def _texts(message: Message, kind: Kind, document: Json) -> Json:
    where = _TITLE[kind.api.legacy]
    document = write(document, (*where, "title"), message.title)
    return write(document, (*where, "body"), message.body)


def _data(message: Message, kind: Kind, document: Json) -> Json:
    before = kind_of(message)
    value = read(message.document, before.data_path)
    if value in _NOTHING or read(kind.blank, kind.data_path) not in _NOTHING:
        return document
    if read(before.blank, before.data_path) not in _NOTHING:
        return document
    if kind.data_is_text and not isinstance(value, str):
        return write(document, kind.data_path, json.dumps(value, ensure_ascii=False))
    if not kind.data_is_text:
        value = _object(value)
    return document if value is None else write(document, kind.data_path, value)


def _object(value: Any) -> Any:
    """The object in a text of JSON; None for any other text."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, dict) else None
