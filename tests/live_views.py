"""Live view messages that several tests share."""

from typing import Any

from hmpush_gui.pushkit.message import Api, Json, Message

CAPSULE: Json = {
    "type": 1,
    "status": 1,
    "icon": "train.svg",
    "bgColor": "#FF0A6CFF",
    "title": "Check",
    "content": "B12",
}


def live_view(
    card: Json | None = None, parts: Json | None = None, **more: Any
) -> Message:
    """A live view with this card; `parts` stand beside it, `more` in the payload."""
    payload = {
        "activityId": 501,
        "operation": 0,
        "event": "TRAIN",
        "status": "CHECK_IN_CLOSED",
        **more,
        "activityData": {"notificationData": card or {}, **(parts or {})},
    }
    return Message(Api.V3, "7", {"payload": payload})
