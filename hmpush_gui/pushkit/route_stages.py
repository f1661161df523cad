"""What becomes of a message in each state of app and phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from .arrival import arrival_of
from .badge import is_badge_only
from .kinds import kind_of
from .message import Message
from .route_risks import hides_in_front
from .route_state import State
from .route_store import kept
from .route_told import Evidence, Told
from .wake import Wake, wake_in
from .words import QT_TRANSLATE_NOOP

_RUNNING = (State.FRONT, State.BACK, State.DEAD)


@dataclass(frozen=True, slots=True)
class Stage:
    """What is so in all of `states`."""

    states: tuple[State, ...]
    told: Told


def stages_of(message: Message) -> tuple[Stage, ...]:
    """One for each run of states that make no difference; none for other systems."""
    if kind_of(message).shape in ("webpush", "apns"):
        return ()
    rows = [(state, _told(message, state)) for state in _RUNNING]
    rows += _others(message)
    runs = groupby(rows, key=lambda row: row[1])
    return tuple(Stage(tuple(each for each, _ in run), told) for told, run in runs)


def _told(message: Message, state: State) -> Told:
    shape = kind_of(message).shape
    wake = wake_in(message, state) if shape in _WOKEN else None
    if wake is not None:
        return _woken(message, wake)
    if shape == "widget":
        return _CARD
    if shape == "live-view":
        return _LIVE
    if is_badge_only(message):
        return _BADGE
    if state is State.FRONT and hides_in_front(message):
        return _HIDDEN if message.api.legacy else _HANDED
    return _DRAWN


def _woken(message: Message, wake: Wake) -> Told:
    words = wake.deed
    if wake.time is not None:
        timed = QT_TRANSLATE_NOOP("route", "{deed} It may run for {time}.")
        words = timed.format(deed=wake.deed, time=wake.time)
    source, page = _WOKEN[kind_of(message).shape]
    # How long an older data message wakes an app is not on Huawei's own pages.
    guided = wake.time is not None and message.api.legacy
    evidence = Evidence.GUIDE if guided else Evidence.SEVERAL
    return Told(words, source, evidence, (page,))


_WOKEN = {
    "background": ("B.4, B.8", "background"),
    "speech": ("B.7", "speech"),
    "call": ("B.10", "call"),
    "data": ("A.5", "legacy"),
}


def _others(message: Message) -> Iterator[tuple[State, Told]]:
    shape = kind_of(message).shape
    runs = shape in _WOKEN
    yield State.STOPPED, _STOPPED if runs else _STOPPED_DRAWN
    yield State.LOCKED, _locked(message, shape)
    yield State.RESTARTED, _RESTARTED
    yield State.OFFLINE, kept(message)


def _locked(message: Message, shape: str) -> Told:
    if shape in ("background", "data"):
        return _LOCKED_DATA
    if shape == "call":
        return _LOCKED_CALL
    if shape == "widget" or is_badge_only(message):
        return _LOCKED_CARD
    if shape == "live-view":
        return _LOCKED_LIVE
    arrival = arrival_of(message)
    if not arrival.known:
        return _LOCKED_BY_HUAWEI
    return _LOCKED_SHOWN if arrival.lock else _LOCKED_HIDDEN


_DRAWN = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "The system draws it and no code of the app runs. Data of the tap’s action "
        "reach the app with the tap.",
    ),
    "A.4, B.5, H",
    pages=("scenes",),
)
_HANDED = Told(
    QT_TRANSLATE_NOOP(
        "route", "Nothing shows: the app gets the message, if it listens."
    ),
    "B.2, B.5",
    pages=("alert",),
)
_HIDDEN = Told(
    QT_TRANSLATE_NOOP("route", "Nothing shows while the app is in front."),
    "A.6",
    pages=("legacy",),
)
_BADGE = Told(
    QT_TRANSLATE_NOOP("route", "Only the number on the icon changes."),
    "B.5.3",
    pages=("scenes",),
)
_CARD = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "The system puts the new values into the card. Without that card on the home "
        "screen nothing happens, and the card is blocked for 30 days (receipt 261).",
    ),
    "B.2, B.6, I.1",
    Evidence.ONE,
    ("form",),
)
_LIVE = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "The system draws capsule and card; updates change them in place.",
    ),
    "B.9, G.6",
    Evidence.ONE,
    ("live-view",),
)
_STOPPED = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "Whether the system starts an app that was stopped is written nowhere: do not "
        "count on it, and try it on a phone.",
    ),
    "–",
    Evidence.NOWHERE,
)
_STOPPED_DRAWN = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "Written nowhere. The system draws without the app, so it should show all the "
        "same: try it on a phone.",
    ),
    "–",
    Evidence.NOWHERE,
)
_LOCKED_SHOWN = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "It shows on the lock screen; the user may have its text hidden. While the "
        "user is likely asleep, Push Kit holds it back.",
    ),
    "C.1, C.5, G.2",
    pages=("quota",),
)
_LOCKED_HIDDEN = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "Nothing on the lock screen: it lies silently in the notification centre.",
    ),
    "C.1, G.2",
    pages=("rights",),
)
_LOCKED_BY_HUAWEI = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "Without a category Huawei’s own classification decides whether the lock "
        "screen shows it.",
    ),
    "C.3",
    pages=("legacy",),
)
_LOCKED_DATA = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "As with the screen on. While the user is likely asleep, Push Kit holds it "
        "back.",
    ),
    "C.5",
    Evidence.CONCLUSION,
    ("quota",),
)
_LOCKED_CALL = Told(
    QT_TRANSLATE_NOOP(
        "route", "As with the screen on. Calls are not held back at night either."
    ),
    "B.10, C.5",
    Evidence.CONCLUSION,
    ("call",),
)
_LOCKED_CARD = Told(
    QT_TRANSLATE_NOOP(
        "route", "It changes behind the lock; somebody sees it after unlocking."
    ),
    "B.5.3, B.6",
    Evidence.CONCLUSION,
)
_LOCKED_LIVE = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "The card shows on the lock screen, until two hours pass without an update.",
    ),
    "B.9",
    Evidence.ONE,
    ("live-view",),
)
_RESTARTED = Told(
    QT_TRANSLATE_NOOP(
        "route", "It does not get through before the first unlock; a receipt says 51."
    ),
    "I.1",
    pages=("receipts",),
)
