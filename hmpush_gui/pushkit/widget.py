"""What a widget update puts into a card on the home screen (facts B.6)."""

import json
from dataclasses import dataclass
from typing import Any

from .loose import a_text, an_object, objects
from .message import Message
from .words import QT_TRANSLATE_NOOP, Sentence


@dataclass(frozen=True, slots=True)
class Widget:
    """A widget update. `rows` are the values of `formData` as they are written."""

    module: str
    ability: str
    form: str
    form_id: str
    version: str
    rows: tuple[tuple[str, str], ...]
    picture_key: str
    picture_url: str
    picture_required: bool


def read_widget(message: Message) -> Widget:
    """What `message` would put into the card."""
    payload = an_object(message.document.get("payload"))
    picture = next(iter(objects(payload.get("images"))), {})
    return Widget(
        a_text(payload.get("moduleName")),
        a_text(payload.get("abilityName")),
        a_text(payload.get("formName")),
        a_text(payload.get("formId")),
        a_text(payload.get("version")),
        tuple(
            (key, value if isinstance(value, str) else _written(value))
            for key, value in an_object(payload.get("formData")).items()
        ),
        a_text(picture.get("keyName")),
        a_text(picture.get("url")),
        picture.get("require") != 0,
    )


def _written(value: Any) -> str:
    """As it stands in the JSON view; never raises, whatever is being written."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def widget_words(message: Message) -> list[Sentence]:
    """What the phone does with it."""
    widget = read_widget(message)
    words = [
        _CHANGES.format(form=widget.form or "?", id=widget.form_id or "?"),
        _MISSING,
    ]
    if widget.version == "0":
        words.append(_RESETS)
    elif widget.version:
        words.append(_VERSION.format(version=widget.version))
    if widget.picture_url:
        words.append(_PICTURE_NEEDED if widget.picture_required else _PICTURE_OPTIONAL)
    return words


_CHANGES = QT_TRANSLATE_NOOP(
    "preview",
    "No notification. The system puts the values into the card “{form}” with the ID "
    "{id}; the app is not started.",
)
_MISSING = QT_TRANSLATE_NOOP(
    "preview",
    "Without this card on the home screen nothing changes, and the ID is blocked for "
    "30 days.",
)
_RESETS = QT_TRANSLATE_NOOP(
    "preview", "Version 0 is always applied, and starts the counting anew."
)
_VERSION = QT_TRANSLATE_NOOP(
    "preview", "Version {version} has to be greater than the last one; else nothing."
)
_PICTURE_NEEDED = QT_TRANSLATE_NOOP(
    "preview", "If the picture cannot be loaded, nothing is changed at all."
)
_PICTURE_OPTIONAL = QT_TRANSLATE_NOOP(
    "preview",
    "If the picture cannot be loaded, the other values change all the same.",
)
