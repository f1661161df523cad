"""Rules on the notification of v3 alerts and text-to-speech messages."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from .document import Path, read
from .message import Message
from .problem import Problem, blocking, hint, warning
from .words import QT_TRANSLATE_NOOP

ALERT: Path = ("payload", "notification")

_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".webp")
_NOT_ANONYMOUS = re.compile(r"^\+?[0-9][0-9 \-]{6,}[0-9]$|@.+\.")
"""Telephone numbers and mail addresses."""

Fields = Mapping[str, Any]


def alert_problems(message: Message) -> Iterator[Problem]:
    """Facts B.5 and the rows of J that go with it."""
    fields = read(message.document, ALERT)
    if message.push_type not in ("0", "2") or not isinstance(fields, dict):
        return
    yield from _click(fields)
    if message.push_type == "0":
        yield from _category(fields, is_test=message.is_test)
    yield from _style(fields)
    yield from _image(fields)
    yield from _sound(fields)
    yield from _identity(fields)
    yield from _badge(fields)


def _click(fields: Fields) -> Iterator[Problem]:
    click = fields.get("clickAction")
    if not isinstance(click, dict) or click.get("actionType") != 1:
        return
    if not click.get("action") and not click.get("uri"):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "To open a page of the app, give its action or its URI."
        )
        yield blocking("page", (*ALERT, "clickAction", "action"), sentence, "B.5.1")


def _category(fields: Fields, *, is_test: bool) -> Iterator[Problem]:
    path = (*ALERT, "category")
    category = fields.get("category")
    if category == "PLAY_VOICE":
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "PLAY_VOICE works only as a text-to-speech message."
        )
        yield blocking("play-voice", path, sentence, "C.2", "80300007")
    elif category == "MARKETING" and not is_test:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "MARKETING is silent, and a device shows 2 a day (5 for licensed news "
            "apps). While testing, send it as a test message.",
        )
        yield warning("marketing", path, sentence, "C.1, J 10")
    elif isinstance(category, str) and category and not is_test:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "{category} needs a right from AppGallery Connect. Without it Push Kit "
            "still answers success, but the phone treats the message as MARKETING: "
            "silent, 2 a day.",
        ).format(category=category)
        yield warning("category-right", path, sentence, "C.3, J 9")


def _style(fields: Fields) -> Iterator[Problem]:
    style, lines = fields.get("style"), fields.get("inboxContent")
    if style == 3 and not lines:
        sentence = QT_TRANSLATE_NOOP("pushkit", "The multi-line style needs its lines.")
        yield blocking("lines", (*ALERT, "inboxContent"), sentence, "B.5, J 14")
    elif lines and style != 3:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "Lines are shown only with the multi-line style."
        )
        yield hint("lines-unused", (*ALERT, "inboxContent"), sentence, "B.5")
    if style == 1:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Big text is deprecated: the normal style shows three lines already.",
        )
        yield warning("big-text", (*ALERT, "style"), sentence, "B.5, J 14")


def _image(fields: Fields) -> Iterator[Problem]:
    image = fields.get("image")
    if not isinstance(image, str) or not image.startswith("https://"):
        return
    if not _path_of(image).lower().endswith(_PICTURES):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "The image should be a PNG, JPG, BMP or WEBP: its address ends otherwise. "
            "A picture that the phone cannot read is left out, and nothing says so.",
        )
        yield warning("image-type", (*ALERT, "image"), sentence, "B.5, J 15")


def _path_of(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _sound(fields: Fields) -> Iterator[Problem]:
    if "soundDuration" in fields and not fields.get("sound"):
        sentence = QT_TRANSLATE_NOOP("pushkit", "A sound duration needs a sound.")
        yield blocking("sound", (*ALERT, "soundDuration"), sentence, "B.5, J 16")
    if fields.get("sound") and fields.get("category") == "MARKETING":
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "A sound has no effect for MARKETING, which is silent."
        )
        yield hint("sound-silent", (*ALERT, "sound"), sentence, "B.5")


def _identity(fields: Fields) -> Iterator[Problem]:
    profile = fields.get("profileId")
    yield from profile_problems(profile, (*ALERT, "profileId"))
    if fields.get("title") and fields.get("notifyId") in (None, -1):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Without a notify ID this message can be neither replaced nor revoked.",
        )
        yield hint("notify-id", (*ALERT, "notifyId"), sentence, "B.5, I.2, J 17")


def profile_problems(profile: object, path: Path) -> Iterator[Problem]:
    """Facts B.5, A.6: it is made for an ID that tells no person."""
    if isinstance(profile, str) and _NOT_ANONYMOUS.search(profile.strip()):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "This profile ID looks like a telephone number or a mail address. Bind "
            "and send an anonymous ID instead of a real one.",
        )
        yield warning("profile", path, sentence, "B.5")


def _badge(fields: Fields) -> Iterator[Problem]:
    badge = fields.get("badge")
    if isinstance(badge, dict) and {"addNum", "setNum"} <= badge.keys():
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "“Set badge to” wins; “Add to badge” has no effect."
        )
        yield hint("badge", (*ALERT, "badge", "addNum"), sentence, "B.5.2, J 13")
