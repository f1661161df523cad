"""Says which process a message wakes, and for how long (facts A.5, B.7, B.8, B.10)."""

from dataclasses import dataclass

from .document import read
from .message import Message, PushType
from .route_state import State
from .words import QT_TRANSLATE_NOOP, Sentence


@dataclass(frozen=True, slots=True)
class Wake:
    """What happens while the app is in one state.

    `time` is how long a process may run, None where that is not limited or none runs.
    `runs` tells whether code of the app runs at once.
    """

    state: Sentence
    deed: Sentence
    runs: bool
    time: Sentence | None = None


def wakes(message: Message) -> tuple[Wake, ...]:
    """One for each state of the app that makes a difference."""
    if message.api.legacy:
        return _legacy_data(message)
    if message.push_type == PushType.BACKGROUND:
        return _background(message)
    if message.push_type == PushType.SPEECH:
        return _SPEECH
    return _CALL if message.push_type == PushType.CALL else ()


def _background(message: Message) -> tuple[Wake, ...]:
    front = Wake(_FRONT, _AT_ONCE, runs=True)
    if read(message.document, ("pushOptions", "backgroundMode")) == 1:
        return front, Wake(_NOT_FRONT, _IM_MODE, runs=True, time=_HALF_MINUTE)
    if read(message.document, ("payload", "proxyData")) == "ENABLE":
        return front, Wake(_NOT_RUNNING, _INTO_STORE, runs=False)
    return front, Wake(_NOT_FRONT, _NEWEST_KEPT, runs=False, time=None)


def _legacy_data(message: Message) -> tuple[Wake, ...]:
    running = Wake(_RUNNING, _AT_ONCE, runs=True)
    if read(message.document, ("message", "android", "urgency")) == "HIGH":
        return running, Wake(_NOT_RUNNING, _URGENT, runs=True, time=_TEN_SECONDS)
    return running, Wake(_NOT_RUNNING, _STORED, runs=False)


_FRONT = QT_TRANSLATE_NOOP("preview", "App in front")
_NOT_FRONT = QT_TRANSLATE_NOOP("preview", "App not in front")
_RUNNING = QT_TRANSLATE_NOOP("preview", "App running")
_NOT_RUNNING = QT_TRANSLATE_NOOP("preview", "App not running")
_ANY_STATE = QT_TRANSLATE_NOOP("preview", "App in any state")

_HALF_MINUTE = QT_TRANSLATE_NOOP("preview", "30 s")
_TEN_SECONDS = QT_TRANSLATE_NOOP("preview", "10 s")

_AT_ONCE = QT_TRANSLATE_NOOP("preview", "The app gets the data at once.")
_IM_MODE = QT_TRANSLATE_NOOP(
    "preview",
    "IM background mode wakes the app, at most twice an hour. Needs a right.",
)
_INTO_STORE = QT_TRANSLATE_NOOP(
    "preview",
    "The system writes the data into the app’s own store. The app is not started.",
)
_NEWEST_KEPT = QT_TRANSLATE_NOOP(
    "preview",
    "The phone keeps only the newest message, for about 7 days, and hands it over when "
    "the app starts.",
)
_URGENT = QT_TRANSLATE_NOOP(
    "preview", "Urgency HIGH wakes the app. Needs a right: else it waits."
)
_STORED = QT_TRANSLATE_NOOP(
    "preview", "The message waits on the phone until the app runs (receipt 27)."
)
_SPEECH = (
    Wake(
        _FRONT,
        QT_TRANSLATE_NOOP("preview", "No notification is shown."),
        runs=False,
    ),
    Wake(
        _NOT_FRONT,
        QT_TRANSLATE_NOOP(
            "preview",
            "The system starts the app’s extension process. It reads the extra data "
            "and speaks; what it says is up to the app.",
        ),
        runs=True,
        time=_TEN_SECONDS,
    ),
)
_CALL = (
    Wake(
        _ANY_STATE,
        QT_TRANSLATE_NOOP(
            "preview",
            "The system starts the app’s VoIP extension. It rings and shows the call.",
        ),
        runs=True,
    ),
)


_COVERS = {
    _FRONT.template: (State.FRONT,),
    _NOT_FRONT.template: (State.BACK, State.DEAD),
    _RUNNING.template: (State.FRONT, State.BACK),
    _NOT_RUNNING.template: (State.DEAD,),
    _ANY_STATE.template: (State.FRONT, State.BACK, State.DEAD),
}


def wake_in(message: Message, state: State) -> Wake | None:
    """What happens in `state`; None for a message that only the system deals with."""
    found = wakes(message)
    covering = [each for each in found if state in _COVERS[each.state.template]]
    # With proxy data an app in the background is not told of: it is not in front.
    kept = Wake(_NOT_FRONT, _NEWEST_KEPT, runs=False)
    return covering[0] if covering else kept if found else None


def wake_words(message: Message) -> list[Sentence]:
    """The same in sentences, one a state."""
    return [_in_words(wake) for wake in wakes(message)]


def _in_words(wake: Wake) -> Sentence:
    if wake.time is None:
        plain = QT_TRANSLATE_NOOP("preview", "{state}: {deed}")
        return plain.format(state=wake.state, deed=wake.deed)
    timed = QT_TRANSLATE_NOOP("preview", "{state}: {deed} It may run for {time}.")
    return timed.format(state=wake.state, deed=wake.deed, time=wake.time)
