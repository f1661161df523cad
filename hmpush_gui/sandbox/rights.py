"""What the demo app may do: granted categories, push-types and more."""

from dataclasses import dataclass

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Message

MARKETING = "MARKETING"
"""The category that needs no right, and never rings (facts C.1)."""

_SPEECH = "PLAY_VOICE"
_NEEDING_A_RIGHT = frozenset({"2", "10"})
"""Push-types with a right of their own; live views have one per event (facts B.2)."""


@dataclass(frozen=True, slots=True)
class Rights:
    """The rights an app was granted in AppGallery Connect; None grants all.

    `categories` are of self-classification (facts C.3), `push_types` of B.2,
    `live_views` are events (B.9). `urgent` allows high-priority data messages (A.5).
    `news` is an app with a news licence (C.1). `penalty` is a punished app (C.3).
    `verified_images` wants every picture checked first (B.11).
    """

    categories: frozenset[str] | None = None
    push_types: frozenset[str] | None = None
    live_views: frozenset[str] | None = None
    urgent: bool = True
    news: bool = False
    penalty: bool = False
    verified_images: bool = False

    def grants(self, category: str) -> bool:
        """Whether messages of `category` are taken for what they say they are."""
        # Without a category v1 and v2 messages are classified by Push Kit (facts A.5).
        if category in ("", MARKETING) or self.categories is None:
            return True
        return category in self.categories

    def refusal_reason(self, message: Message) -> str:
        """Why each token of a v3 message is refused; empty if none is (facts F.3)."""
        push_type = message.push_type
        note = read(message.document, ("payload", "notification")) or {}
        if push_type == "0" and note.get("category") == _SPEECH:
            return "notSupportPlayVoice"
        if push_type in _NEEDING_A_RIGHT and not _among(push_type, self.push_types):
            return "noPushTypeRight"
        event = read(message.document, ("payload", "event"))
        if push_type == "7" and not (
            _among(push_type, self.push_types) and _among(event, self.live_views)
        ):
            return "noRightToSendThisLiveNotificationEvent"
        # Facts B.5.3 name the right, not the answer without it: this one is a guess.
        if push_type == "0" and is_badge_only(message) and not self.grants("IM"):
            return "noPushTypeRight"
        return ""


def is_badge_only(message: Message) -> bool:
    """Whether an alert does no more than set the badge (facts B.5.3)."""
    note = read(message.document, ("payload", "notification"))
    if message.push_type != "0" or not isinstance(note, dict):
        return False
    badge = note.get("badge")
    sets = isinstance(badge, dict) and badge.get("setNum") is not None
    return sets and not note.keys() & {"title", "body", "clickAction"}


def _among(value: object, granted: frozenset[str] | None) -> bool:
    return granted is None or value in granted
