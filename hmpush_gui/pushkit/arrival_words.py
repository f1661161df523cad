"""What a notification does on the phone, in sentences, and on what that depends."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .arrival import MARKETING, Arrival, arrival_of
from .badge import is_badge_only
from .document import read
from .kinds import kind_of
from .message import Message, PushType
from .words import QT_TRANSLATE_NOOP, Sentence


class Mark(StrEnum):
    """How sure a line of the explanation is."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the explanation."""

    mark: Mark
    sentence: Sentence


def arrival_lines(message: Message, *, wearable: bool = False) -> list[Line]:
    """How `message` arrives, place by place (facts C.1, G.2)."""
    arrival = arrival_of(message, wearable=wearable)
    if is_badge_only(message):
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "Nothing but the badge changes: no card, no ring. The app needs the "
            "self-classification right for IM.",
        )
        return [Line(Mark.NOTE, words)]
    if not arrival.known:
        return [Line(Mark.DEPENDS, _UNCLASSIFIED), *_conditions(message)]
    places = [_centre(arrival), _lock(arrival), _sound(message, arrival)]
    if not wearable:
        places += [_banner(arrival), _status(arrival)]
    return [*places, *_right(arrival), *_conditions(message)]


_UNCLASSIFIED = QT_TRANSLATE_NOOP(
    "pushkit",
    "Without a category Huawei’s own classification decides whether it rings or comes "
    "silently. The picture shows the louder case.",
)


def _centre(arrival: Arrival) -> Line:
    if arrival.important:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "Notification centre: on top, right after live views."
        )
    else:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "Notification centre: below, under “More notifications”."
        )
    return Line(Mark.YES, words)


def _lock(arrival: Arrival) -> Line:
    if not arrival.lock:
        words = QT_TRANSLATE_NOOP("pushkit", "Lock screen: not shown.")
        return Line(Mark.NO, words)
    words = QT_TRANSLATE_NOOP(
        "pushkit",
        "Lock screen: if it comes while the device is locked; the user may have its "
        "text hidden.",
    )
    return Line(Mark.YES, words)


def _sound(message: Message, arrival: Arrival) -> Line:
    if not arrival.vibrates:
        words = QT_TRANSLATE_NOOP("pushkit", "Sound: silent, and no vibration.")
        return Line(Mark.NO, words)
    if not arrival.rings:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "Sound: vibrates without a ring; the app’s extension speaks instead.",
        )
        return Line(Mark.YES, words)
    sound = read(message.document, ("payload", "notification", "sound"))
    if isinstance(sound, str) and sound:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "Sound: rings with the app’s “{sound}” and vibrates."
        )
        return Line(Mark.YES, words.format(sound=sound))
    return Line(Mark.YES, QT_TRANSLATE_NOOP("pushkit", "Sound: rings and vibrates."))


def _banner(arrival: Arrival) -> Line:
    if not arrival.banner:
        return Line(Mark.NO, QT_TRANSLATE_NOOP("pushkit", "Banner: none."))
    words = QT_TRANSLATE_NOOP(
        "pushkit",
        "Banner: for about five seconds, if the user has switched banners on for the "
        "app.",
    )
    return Line(Mark.DEPENDS, words)


def _status(arrival: Arrival) -> Line:
    if not arrival.status:
        return Line(Mark.NO, QT_TRANSLATE_NOOP("pushkit", "Status bar: no icon."))
    words = QT_TRANSLATE_NOOP(
        "pushkit", "Status bar and always-on display: a small icon."
    )
    return Line(Mark.YES, words)


def _right(arrival: Arrival) -> Iterator[Line]:
    if arrival.right:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "All this if the app has the right for {category}. Without it, Push Kit "
            "takes the message for MARKETING: silent, under “More notifications”.",
        )
        yield Line(Mark.DEPENDS, words.format(category=arrival.category))
    elif arrival.category != MARKETING:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "The category {category} is not known; shown like MARKETING."
        )
        yield Line(Mark.DEPENDS, words.format(category=arrival.category or "–"))


def _conditions(message: Message) -> Iterator[Line]:
    """What holds whatever the category (facts G.2 Permission, B.5 foregroundShow)."""
    note = read(message.document, ("payload", "notification"))
    fields = note if isinstance(note, dict) else {}
    if message.push_type == PushType.SPEECH:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "The system starts the app’s extension for ten seconds. While the app is "
            "in front, nothing is shown.",
        )
        yield Line(Mark.NOTE, words)
    elif fields.get("foregroundShow") is False:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "While the app is in front, nothing is shown: the app gets the message.",
        )
        yield Line(Mark.NOTE, words)
    if fields.get("style") == 1:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "The big-text style is deprecated: the normal one shows three lines, too.",
        )
        yield Line(Mark.NOTE, words)
    if fields.get("overlayIcon"):
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "The icon over the app’s own shows from HarmonyOS 6.1.0(23) on, for chats "
            "and calls only.",
        )
        yield Line(Mark.NOTE, words)
    if kind_of(message).shape in ("alert", "speech", "notification"):
        words = QT_TRANSLATE_NOOP(
            "pushkit", "Only if the user has allowed the app’s notifications."
        )
        yield Line(Mark.DEPENDS, words)
