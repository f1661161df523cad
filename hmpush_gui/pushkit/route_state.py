"""The states of app and phone that decide what becomes of a message."""

from enum import StrEnum

from .words import QT_TRANSLATE_NOOP, Sentence


class State(StrEnum):
    """What app or phone may be doing when a message comes."""

    FRONT = "front"
    BACK = "back"
    DEAD = "dead"
    STOPPED = "stopped"
    LOCKED = "locked"
    RESTARTED = "restarted"
    OFFLINE = "offline"


_TITLES = {
    State.FRONT: QT_TRANSLATE_NOOP("route", "App in front"),
    State.BACK: QT_TRANSLATE_NOOP("route", "App in the background"),
    State.DEAD: QT_TRANSLATE_NOOP("route", "No process of the app"),
    State.STOPPED: QT_TRANSLATE_NOOP("route", "App force-stopped by the user"),
    State.LOCKED: QT_TRANSLATE_NOOP("route", "Screen locked"),
    State.RESTARTED: QT_TRANSLATE_NOOP("route", "Phone restarted, not yet unlocked"),
    State.OFFLINE: QT_TRANSLATE_NOOP("route", "Phone offline"),
}


def state_title(state: State) -> Sentence:
    """`state` in words."""
    return _TITLES[state]
