"""Messages that go different ways."""

from typing import Any

from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message

NOTE = ("payload", "notification")
ANDROID = ("message", "android")


def of(key: str, *changes: tuple[Path, Any]) -> Message:
    """A new message of a kind, with these values in it."""
    made = kind(key).message()
    document = made.document
    for path, value in changes:
        document = write(document, path, value)
    return Message(made.api, made.push_type, document)


MIXED = of("v1-notification", (("message", "data"), '{"order": 1}'))
HANDED = of("v3-alert", ((*NOTE, "foregroundShow"), False))
URGENT = of("v1-data", ((*ANDROID, "urgency"), "HIGH"))
BADGE = Message(
    HANDED.api, "0", {"payload": {"notification": {"badge": {"setNum": 3}}}}
)
