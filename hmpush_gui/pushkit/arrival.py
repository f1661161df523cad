"""Where a phone shows a notification, and whether it rings (facts C.1, C.2, G.2)."""

from dataclasses import dataclass, replace

from .document import read
from .message import Message
from .reference import categories

MARKETING = "MARKETING"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the system does with a notification of one category.

    `important` is the area right after live views, otherwise “more notifications”.
    `right` is a key of `reference.rights()`: without it the message is treated as
    MARKETING. `known` is false where Huawei’s own classification decides (facts C.3).
    """

    category: str = MARKETING
    right: str = ""
    important: bool = False
    lock: bool = False
    banner: bool = False
    status: bool = False
    rings: bool = False
    vibrates: bool = False
    known: bool = True


_SILENT = Arrival()
_LOUD = Arrival(
    important=True, lock=True, banner=True, status=True, rings=True, vibrates=True
)
_SPOKEN = replace(_LOUD, rings=False)
_CUSTOMER = replace(_LOUD, lock=False, banner=False)
"""Slot 5 of the device (facts G.2); its area is not documented."""


def arrival_of(message: Message, *, wearable: bool = False) -> Arrival:
    """How `message` arrives on a phone or a wearable that allows its notifications.

    It is taken as if the app had the right that its category needs.
    """
    category = category_of(message)
    if not category and message.api.legacy:
        return replace(_LOUD, category="", known=False)
    known = {each.name: each for each in categories()}.get(category)
    right = known.right if known else ""
    arrival = _on_phone(category) if known else _SILENT
    if wearable:
        arrival = _on_wearable(arrival)
    return replace(arrival, category=category, right=right)


def category_of(message: Message) -> str:
    """The category as written, empty if there is none or it is no text."""
    inside = ("payload", "notification", "category")
    path = ("message", "android", "category") if message.api.legacy else inside
    value = read(message.document, path)
    return value if isinstance(value, str) else ""


def _on_phone(category: str) -> Arrival:
    special = {
        MARKETING: _SILENT,
        "PLAY_VOICE": _SPOKEN,
        "CUSTOMER_SERVICE": _CUSTOMER,
    }
    return special.get(category, _LOUD)


def _on_wearable(arrival: Arrival) -> Arrival:
    """The other way round than on a phone (facts C.1, row Wearable)."""
    if arrival.important:
        return replace(_SILENT, important=True)
    return replace(_SILENT, lock=True, rings=True, vibrates=True)
