"""What it takes to take a message back, and whether it is at hand (facts I.2)."""

from .document import read
from .message import Message
from .reference import limits

_NOTIFY_ID = ("payload", "notification", "notifyId")


def notify_id_of(message: Message) -> int | None:
    """The ID by which `message` can be recalled, None where it has none."""
    value = None if message.api.legacy else read(message.document, _NOTIFY_ID)
    if type(value) is int and 0 <= value <= limits()["notify_id_most"]:
        return value
    return None
