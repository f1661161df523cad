"""Rules between fields, which no schema can tell."""

import json
from collections.abc import Iterator
from typing import Any

from .document import Path, encode, read
from .message import Message
from .problem import Problem, blocking, hint, warning
from .reference import Kind, kind_of, limits
from .words import QT_TRANSLATE_NOOP

_ALERT: Path = ("payload", "notification")
_LEGACY: Path = ("message", "android", "notification")


def message_problems(message: Message) -> Iterator[Problem]:
    """Everything about `message` alone that its schema cannot say."""
    yield from _size(message)
    yield from _tokens_inside(message)
    kind = kind_of(message)
    yield from _data(message, kind)
    if kind.shows_notification:
        yield from _wording(message)
        yield from _legacy(message) if message.api.legacy else _alert(message)


def _size(message: Message) -> Iterator[Problem]:
    size, allowed = encode(message).size, limits()["body_bytes"]
    if size > allowed:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "{size} of {allowed} bytes: cut {excess}."
        ).format(size=size, allowed=allowed, excess=size - allowed)
        yield blocking("size", (), sentence, "D", "80300008")


def _tokens_inside(message: Message) -> Iterator[Problem]:
    if read(message.document, message.token_path):
        yield warning(
            "tokens-inside",
            message.token_path,
            QT_TRANSLATE_NOOP(
                "pushkit",
                "The message holds tokens of its own. They are not sent: a send goes "
                "to the chosen devices. Paste them under Devices.",
            ),
            "A.4, B.4",
        )


def _data(message: Message, kind: Kind) -> Iterator[Problem]:
    value = read(message.document, kind.data_path)
    if not kind.data_is_text or not isinstance(value, str) or not value:
        return
    if not isinstance(_json(value), dict):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "The data is not a JSON object. It travels as plain text; apps usually "
            "expect an object such as {example}.",
        ).format(example='{"id":"77"}')
        yield warning("data-not-object", kind.data_path, sentence, "A.4, B.8")


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _wording(message: Message) -> Iterator[Problem]:
    path = (*_ALERT, "title") if not message.api.legacy else _title_path(message)
    title, body = message.title.strip(), message.body.strip()
    if title and title == body:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Title and text are the same. Huawei’s content rules ask for two "
            "different ones.",
        )
        yield warning("title-is-body", path, sentence, "G.1, J 20")


def _title_path(message: Message) -> Path:
    inner = (*_LEGACY, "title")
    return (
        inner if read(message.document, inner) else ("message", "notification", "title")
    )


def _alert(message: Message) -> Iterator[Problem]:
    notification = read(message.document, _ALERT)
    if not isinstance(notification, dict):
        return
    yield from _click(notification)
    yield from _category(notification, is_test=message.is_test)
    if notification.get("style") == 3 and not notification.get("inboxContent"):
        sentence = QT_TRANSLATE_NOOP("pushkit", "The multi-line style needs its lines.")
        yield blocking("lines", (*_ALERT, "inboxContent"), sentence, "B.5")
    if "soundDuration" in notification and not notification.get("sound"):
        sentence = QT_TRANSLATE_NOOP("pushkit", "A sound duration needs a sound.")
        yield blocking("sound", (*_ALERT, "soundDuration"), sentence, "B.5")
    badge = notification.get("badge")
    if isinstance(badge, dict) and {"addNum", "setNum"} <= badge.keys():
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "“Set badge to” wins; “Add to badge” has no effect."
        )
        yield hint("badge", (*_ALERT, "badge", "addNum"), sentence, "B.5.2")


def _click(notification: dict[str, Any]) -> Iterator[Problem]:
    click = notification.get("clickAction")
    if not isinstance(click, dict) or click.get("actionType") != 1:
        return
    if not click.get("action") and not click.get("uri"):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "To open a page of the app, give its action or its URI."
        )
        yield blocking("page", (*_ALERT, "clickAction", "action"), sentence, "B.5.1")


def _category(notification: dict[str, Any], *, is_test: bool) -> Iterator[Problem]:
    path = (*_ALERT, "category")
    category = notification.get("category")
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
            "still answers success, but the phone treats the message as MARKETING.",
        ).format(category=category)
        yield hint("category-right", path, sentence, "C.3, J 9")


def _legacy(message: Message) -> Iterator[Problem]:
    general = ("message", "notification")
    for name in ("title", "body"):
        if not getattr(message, name):
            sentence = QT_TRANSLATE_NOOP("pushkit", "{label} is missing.").format(
                label=name.capitalize() if name == "title" else "Text"
            )
            yield blocking(f"legacy-{name}", (*general, name), sentence, "A.6")
    if not isinstance(read(message.document, (*_LEGACY, "click_action")), dict):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "Say what a click opens (android.notification.click_action)."
        )
        path = (*_LEGACY, "click_action", "type")
        yield blocking("legacy-click", path, sentence, "A.6")
        return
    yield from _legacy_click(read(message.document, (*_LEGACY, "click_action")))


def _legacy_click(click: dict[str, Any]) -> Iterator[Problem]:
    if click.get("type") == 1 and not (click.get("intent") or click.get("action")):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "To open a page of the app, give its intent or its action."
        )
        path = (*_LEGACY, "click_action", "action")
        yield blocking("legacy-page", path, sentence, "A.7")
    if click.get("type") == 2 and not click.get("url"):
        sentence = QT_TRANSLATE_NOOP("pushkit", "To open a web address, give its URL.")
        path = (*_LEGACY, "click_action", "url")
        yield blocking("legacy-url", path, sentence, "A.7")
