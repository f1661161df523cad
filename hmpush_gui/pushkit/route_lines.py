"""The way of a message in one sentence."""

from dataclasses import dataclass

from .badge import is_badge_only
from .document import read
from .kinds import kind_of
from .message import Message
from .route_risks import hides_in_front, mixes
from .words import QT_TRANSLATE_NOOP, Sentence


@dataclass(frozen=True, slots=True)
class Line:
    """The sentence; whether the system shows something, and whether the app runs."""

    words: Sentence
    system: bool = False
    app: bool = False


def route_line(message: Message) -> Line:
    """Who deals with `message`, for the state of an app that is not looked at."""
    shape = kind_of(message).shape
    if shape in ("alert", "notification"):
        return _notification(message)
    if shape == "background":
        return _background(message)
    if shape == "data":
        urgent = read(message.document, ("message", "android", "urgency")) == "HIGH"
        return _URGENT if urgent else _STORED
    return _BY_SHAPE[shape]


def _notification(message: Message) -> Line:
    if is_badge_only(message):
        return _BADGE
    if mixes(message):
        return _MIXED
    # Of an older message nobody says that the app gets it instead.
    handed = hides_in_front(message) and not message.api.legacy
    return _HANDED if handed else _DRAWN


def _background(message: Message) -> Line:
    if read(message.document, ("pushOptions", "backgroundMode")) == 1:
        return _IM_MODE
    proxied = read(message.document, ("payload", "proxyData")) == "ENABLE"
    return _PROXIED if proxied else _NEWEST


_DRAWN = Line(
    QT_TRANSLATE_NOOP(
        "route",
        "The system draws it, even with the app’s process dead. The app runs only when "
        "somebody taps.",
    ),
    system=True,
)
_HANDED = Line(
    QT_TRANSLATE_NOOP(
        "route",
        "An app in front gets it and nothing shows. In any other state the system "
        "draws it and the app sleeps on.",
    ),
    system=True,
    app=True,
)
_MIXED = Line(
    QT_TRANSLATE_NOOP(
        "route",
        "Notification and data in one: the system draws it, the data come with the "
        "tap. Nobody is woken.",
    ),
    system=True,
    app=True,
)
_BADGE = Line(
    QT_TRANSLATE_NOOP(
        "route", "The system changes the number on the icon. The app sleeps on."
    ),
    system=True,
)
_NEWEST = Line(
    QT_TRANSLATE_NOOP(
        "route",
        "An app in front gets the data at once. In any other state they wait: nobody "
        "is woken.",
    ),
    app=True,
)
_PROXIED = Line(
    QT_TRANSLATE_NOOP(
        "route",
        "An app in front gets the data at once. For one that does not run, the system "
        "writes them into its store: nobody is woken.",
    ),
    app=True,
)
_IM_MODE = Line(
    QT_TRANSLATE_NOOP(
        "route",
        "Wakes the app for 30 seconds, at most twice an hour, if it has the right.",
    ),
    app=True,
)
_URGENT = Line(
    QT_TRANSLATE_NOOP(
        "route",
        "Wakes the app for about ten seconds, if it has the right for urgency HIGH.",
    ),
    app=True,
)
_STORED = Line(
    QT_TRANSLATE_NOOP(
        "route",
        "A running app gets the data at once. Otherwise they wait on the phone: nobody "
        "is woken.",
    ),
    app=True,
)
_BY_SHAPE = {
    "speech": Line(
        QT_TRANSLATE_NOOP(
            "route",
            "The system draws it and starts the app’s extension for ten seconds. With "
            "the app in front nothing shows.",
        ),
        system=True,
        app=True,
    ),
    "widget": Line(
        QT_TRANSLATE_NOOP(
            "route", "The system redraws the card. The app is not started."
        ),
        system=True,
    ),
    "live-view": Line(
        QT_TRANSLATE_NOOP(
            "route", "The system draws capsule and card. The app is not started."
        ),
        system=True,
    ),
    "call": Line(
        QT_TRANSLATE_NOOP(
            "route",
            "Starts the app’s VoIP extension in any state; the app rings and draws the "
            "call.",
        ),
        app=True,
    ),
    "webpush": Line(
        QT_TRANSLATE_NOOP(
            "route", "The browser draws it; no app of the phone has a part in it."
        )
    ),
    "apns": Line(
        QT_TRANSLATE_NOOP(
            "route", "Huawei hands it to Apple; iOS decides what becomes of it."
        )
    ),
}
