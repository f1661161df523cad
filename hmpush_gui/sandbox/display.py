"""What a phone makes of a message: the words, whether they show, whether it rings."""

from collections.abc import Callable
from functools import partial
from typing import Any

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json, Message, PushType

from .alert_rules import MULTI_LINE
from .body import compact
from .phone import Delivery

_SILENT_CATEGORY = "MARKETING"
"""The one class that never rings (facts C.1); the demo app holds all other rights."""


def delivery_maker(
    message: Message, request_id: str, at: float
) -> Callable[[str], Delivery]:
    """How to make the delivery for a token: the same for every phone but for it."""
    draw = _draw_legacy if message.api.legacy else _draw_v3
    return partial(
        Delivery,
        at=at,
        request_id=request_id,
        api=message.api,
        push_type=message.push_type,
        title=message.title,
        body=message.body,
        **draw(message),
    )


def _draw_v3(message: Message) -> dict[str, Any]:
    shows = message.push_type == PushType.ALERT
    payload = message.document["payload"]
    notification = payload["notification"] if shows else {}
    category = notification.get("category", "")
    return {
        "category": category,
        "shows": shows,
        "alerting": shows and category != _SILENT_CATEGORY,
        "data": _v3_data(payload, shows),
        "test": message.is_test,
        "notify_id": _notify_id(notification.get("notifyId")),
        "image": notification.get("image", ""),
        "lines": _lines(notification, "inboxContent"),
    }


def _v3_data(payload: Json, shows: bool) -> str:
    """Custom data: of an alert an object, of other messages a text (facts 0.1)."""
    if not shows:
        return str(payload["extraData"])
    data = read(payload, ("notification", "clickAction", "data"))
    return compact(data) if data else ""


def _draw_legacy(message: Message) -> dict[str, Any]:
    content = message.document["message"]
    android = content.get("android", {})
    notification = android.get("notification")
    shows = notification is not None
    inner, outer = notification or {}, content.get("notification") or {}
    category = android.get("category", "")
    quiet = category == _SILENT_CATEGORY or inner.get("importance") == "LOW"
    return {
        "category": category,
        "shows": shows,
        "alerting": shows and not quiet,
        "data": _text(android.get("data")) or content.get("data", ""),
        "test": android.get("target_user_type") == 1,
        "notify_id": _notify_id(inner.get("notify_id")),
        "image": _text(inner.get("image")) or outer.get("image", ""),
        "lines": _lines(inner, "inbox_content"),
    }


def _notify_id(value: float | None) -> int | None:
    """The id to be replaced by; -1 leaves it to the system (facts A.6, B.5)."""
    return None if value is None or value < 0 else int(value)


def _lines(notification: Json, name: str) -> tuple[str, ...]:
    """The lines of the multi-line style; other styles do not show them."""
    lines = notification.get(name)
    if notification.get("style") != MULTI_LINE or not isinstance(lines, list):
        return ()
    return tuple(line for line in lines if isinstance(line, str))


def _text(value: object) -> str:
    """`value` if it is a text: no schema has judged it."""
    return value if isinstance(value, str) else ""
