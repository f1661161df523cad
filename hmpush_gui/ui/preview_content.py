"""What the card of a message says."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTime
from PySide6.QtGui import QImage

from hmpush_gui.pushkit.arrival import category_of
from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Message

from .card_layout import CardContent
from .graphemes import well_formed

_OVERLAID = frozenset({"IM", "VOIP", "MISS_CALL"})

_BIG, _LINES = 1, 3
"""Values of `style` (facts B.5)."""


def content_of(
    message: Message, time: str = "", picture: QImage | None = None
) -> CardContent:
    """What the card of `message` says; now, unless a time is given.

    `picture` is its image where that has been loaded.
    """
    note, names = _note(message)
    title, body = _texts(message, note, names)
    lines = note.get(names[2]) if note.get("style") == _LINES else None
    texts = tuple(str(line) for line in lines) if isinstance(lines, list) else ()
    image = note.get("image") or read(
        message.document, ("message", "notification", "image")
    )
    return CardContent(
        well_formed(title),
        well_formed(body),
        time or QTime.currentTime().toString("HH:mm"),
        tuple(well_formed(text) for text in texts),
        bool(image),
        picture,
        has_overlay=_has_overlay(message, note),
    )


def _has_overlay(message: Message, note: Mapping[str, Any]) -> bool:
    """Only some categories may lay an icon over the app's (facts B.5, overlayIcon)."""
    return bool(note.get("overlayIcon")) and category_of(message) in _OVERLAID


def _note(message: Message) -> tuple[Mapping[str, Any], tuple[str, str, str]]:
    """The object that describes the notification, and its names for the long texts."""
    if message.api.legacy:
        path = ("message", "android", "notification")
        return _object(message, path), ("big_title", "big_body", "inbox_content")
    return (
        _object(message, ("payload", "notification")),
        ("bigTitle", "bigBody", "inboxContent"),
    )


def _texts(
    message: Message, note: Mapping[str, Any], names: tuple[str, str, str]
) -> tuple[str, str]:
    """Title and body; big texts and those for another system win (facts A.6, A.8)."""
    over: Mapping[str, Any] = {}
    if note.get("style") == _BIG:
        over = {"title": note.get(names[0]), "body": note.get(names[1])}
    elif "apns" in _object(message, ("message",)):
        alert = _object(message, ("message", "apns", "payload", "aps", "alert"))
        over = {"title": alert.get("title"), "body": alert.get("body")}
    elif "webpush" in _object(message, ("message",)):
        over = _object(message, ("message", "webpush", "notification"))
    return _text(over, "title") or message.title, _text(over, "body") or message.body


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _object(message: Message, path: tuple[str, ...]) -> Mapping[str, Any]:
    value = read(message.document, path)
    return value if isinstance(value, dict) else {}
