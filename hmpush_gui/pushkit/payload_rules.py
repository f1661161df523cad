"""Rules on the payloads of widgets; those of live views have a module of their own."""

from collections.abc import Iterator, Mapping
from typing import Any

from .document import Path, read
from .live_view_rules import live_view_problems
from .message import Message
from .problem import Problem, blocking, hint
from .words import QT_TRANSLATE_NOOP

PAYLOAD: Path = ("payload",)

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
        yield from live_view_problems(payload)


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
