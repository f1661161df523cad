"""What a phone makes of a message: the words, whether they show, whether it rings."""

from collections.abc import Callable
from typing import Any

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json, Message

from .alert_rules import MULTI_LINE
from .body import compact
from .phone import notify_slot
from .rights import MARKETING, Rights

Look = dict[str, Any]
"""The fields of a Delivery that are the same on every phone."""


def draw_v3(message: Message, rights: Rights) -> Look:
    """How an accepted v3 message looks."""
    look = _DRAWERS[message.push_type](message)
    granted = message.is_test or rights.grants(look["category"])
    # Facts C.3: what is not granted is marketing; test messages are taken as they say.
    rings = look["shows"] and granted and look["category"] != MARKETING
    return {"alerting": rings, "test": message.is_test} | look


def _draw_notification(message: Message) -> Look:
    """Alerts and spoken messages (facts B.5, B.7)."""
    payload = message.document["payload"]
    note = payload["notification"]
    notify_id = read_notify_id(note.get("notifyId"))
    click = read(note, ("clickAction", "data"))
    return {
        **_BLANK,
        "title": message.title,
        "body": message.body,
        "category": note.get("category") or "",
        # A badge alone has no words, and nothing to show them in (facts B.5.3).
        "shows": bool(message.title),
        "data": payload.get("extraData") or (compact(click) if click else ""),
        "notify_id": notify_id,
        "slot": notify_slot(message.push_type, notify_id),
        "image": note.get("image") or "",
        "lines": read_lines(note, "inboxContent"),
    }


def _draw_data(message: Message) -> Look:
    """Background messages and calls (facts B.8, B.10)."""
    return {**_BLANK, "data": str(message.document["payload"]["extraData"])}


def _draw_widget(message: Message) -> Look:
    """A card on the home screen: no notification, but its data (facts B.6)."""
    payload = message.document["payload"]
    images: list[Json] = payload.get("images") or [{}]
    return {
        **_BLANK,
        "data": compact(payload["formData"]),
        "slot": f"widget {int(payload['formId'])}",
        "image": images[0].get("url") or "",
    }


def _draw_live_view(message: Message) -> Look:
    """Facts B.9: texts with their placeholders filled; it rings unless muted."""
    payload = message.document["payload"]
    content = read(payload, ("activityData", "notificationData")) or {}
    words = content.get("keywords") or {}
    words = {**words, "status": payload.get("status") or ""}
    texts = [each.get("text") or "" for each in content.get("contentText") or ()]
    return {
        **_BLANK,
        "title": _fill(content.get("contentTitle") or payload.get("title"), words),
        "body": _fill("".join(texts) or payload.get("content"), words),
        "shows": True,
        "alerting": payload.get("mute") is False,
        "slot": f"live {int(payload['activityId'])}",
    }


_BLANK: Look = {
    "title": "",
    "body": "",
    "category": "",
    "shows": False,
    "data": "",
    "notify_id": None,
    "slot": "",
    "image": "",
    "lines": (),
}

_DRAWERS: dict[str, Callable[[Message], Look]] = {
    "0": _draw_notification,
    "1": _draw_widget,
    "2": _draw_notification,
    "6": _draw_data,
    "7": _draw_live_view,
    "10": _draw_data,
}


def read_notify_id(value: float | None) -> int | None:
    """The id to be replaced by; -1 leaves it to the system (facts A.6, B.5)."""
    return None if value is None or value < 0 else int(value)


def read_lines(note: Json, name: str) -> tuple[str, ...]:
    """The lines of the multi-line style; other styles do not show them."""
    lines = note.get(name)
    if note.get("style") != MULTI_LINE or not isinstance(lines, list):
        return ()
    return tuple(line for line in lines if isinstance(line, str))


def _fill(text: object, words: Json) -> str:
    """`text` with its places such as `{{status}}` filled (facts B.9)."""
    filled = text if isinstance(text, str) else ""
    for name, word in words.items():
        filled = filled.replace(f"{{{{{name}}}}}", str(word))
    return filled
