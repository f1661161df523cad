"""Rules on the payloads of widgets and live views."""

from collections.abc import Iterator, Mapping
from typing import Any

from .document import Path, read
from .message import Message
from .problem import Problem, blocking, hint, warning
from .words import QT_TRANSLATE_NOOP

PAYLOAD: Path = ("payload",)

_TEXTS = ("activityData", "notificationData", "contentText")
_LONGEST_TEXT = 1024
_CREATED = ("FLIGHT", "TAXI", "TRAIN")
_PERHAPS_CREATED = ("EXPRESS", "CHECK_IN")
"""Facts K 7: one sentence of the page names three events, its note five."""

_LARGEST_NUMBER = 2**53 - 1
_PROXY = "datashareproxy://"


def payload_problems(message: Message) -> Iterator[Problem]:
    """Facts B.6 and B.9."""
    payload = read(message.document, PAYLOAD)
    if not isinstance(payload, dict):
        return
    if message.push_type == "1":
        yield from _widget(payload)
    elif message.push_type == "7":
        yield from _live_view(payload)
        yield from _live_texts(payload)
        yield from _live_event(payload)


def _widget(payload: Mapping[str, Any]) -> Iterator[Problem]:
    form_data = payload.get("formData")
    data = form_data if isinstance(form_data, dict) else {}
    for key, value in data.items():
        yield from _form_value(str(key), value)
    images = payload.get("images")
    for image in images if isinstance(images, list) else ():
        name = image.get("keyName") if isinstance(image, dict) else None
        if isinstance(name, str) and name in data:
            sentence = QT_TRANSLATE_NOOP(
                "pushkit",
                "The picture’s key “{key}” is a key of the form data too. "
                "Give the picture a key of its own.",
            ).format(key=name)
            yield blocking("widget-image", (*PAYLOAD, "images"), sentence, "B.6")
    version = payload.get("version")
    if isinstance(version, int) and version > 0:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "A widget takes only a version greater than its last one; 0 starts anew.",
        )
        yield hint("widget-version", (*PAYLOAD, "version"), sentence, "B.6, J 21")


def _form_value(key: str, value: Any) -> Iterator[Problem]:
    path = (*PAYLOAD, "formData", key)
    if key.startswith(_PROXY):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "A key of the form data must not start with {prefix}."
        ).format(prefix=_PROXY)
        yield blocking("widget-key", path, sentence, "B.6, J 21")
    elif value is None:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "“{key}” is null, which form data must not hold. Take it away."
        ).format(key=key)
        yield blocking("widget-null", path, sentence, "B.6, J 21")
    elif _is_too_large(value):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "“{key}” is larger than 9 007 199 254 740 991, the largest number that "
            "form data can hold. Send it as a text.",
        ).format(key=key)
        yield blocking("widget-number", path, sentence, "B.6, J 21")


def _is_too_large(value: Any) -> bool:
    return isinstance(value, int | float) and abs(value) > _LARGEST_NUMBER


def _live_view(payload: Mapping[str, Any]) -> Iterator[Problem]:
    operation = payload.get("operation")
    if operation in (0, 1) and not payload.get("status"):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "Creating or updating a live view needs its status."
        )
        path = (*PAYLOAD, "status")
        if operation == 0:
            yield blocking("live-status", path, sentence, "B.9")
        else:
            yield hint("live-status", path, sentence, "B.9")
    if operation == 1:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Update only a live view that was created: an unknown activity ID is "
            "blocked for 24 hours.",
        )
        yield hint("live-unknown", (*PAYLOAD, "activityId"), sentence, "B.9")
    if operation in (4, 6) and not isinstance(payload.get("trigger"), dict):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "A delayed live view needs its trigger: where it starts or ends."
        )
        yield blocking("live-trigger", (*PAYLOAD, "trigger"), sentence, "B.9")


def _live_texts(payload: Mapping[str, Any]) -> Iterator[Problem]:
    found = read(dict(payload), _TEXTS)
    parts = found if isinstance(found, list) else []
    texts = [each for each in parts if isinstance(each, dict)]
    path = (*PAYLOAD, *_TEXTS)
    length = sum(len(str(each.get("text") or "")) for each in texts)
    if length > _LONGEST_TEXT:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "The card text has {length} characters in all: at most {most}."
        ).format(length=length, most=_LONGEST_TEXT)
        yield blocking("live-text", path, sentence, "B.9")
    colours = {str(each["foregroundColor"]) for each in texts if _coloured(each)}
    if len(colours) > 1:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "The card text may have one colour only: here are {count}."
        ).format(count=len(colours))
        yield blocking("live-colour", path, sentence, "B.9")


def _coloured(text: Mapping[str, Any]) -> bool:
    return text.get("foregroundColor") is not None


def _live_event(payload: Mapping[str, Any]) -> Iterator[Problem]:
    event = payload.get("event")
    if payload.get("operation") != 0 or event in _CREATED or not event:
        return
    if event in _PERHAPS_CREATED:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Huawei’s page is of two minds whether {event} can be created by push. If "
            "the phone does not show it, the app has to create it.",
        )
    else:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "A live view of {event} is created by the app, and push only updates it: "
            "Push Kit accepts this message, but the phone shows nothing.",
        )
    path = (*PAYLOAD, "event")
    yield warning("live-event", path, sentence.format(event=event), "B.9, K 7")
