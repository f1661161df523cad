"""What happens on the phone when a message brings data alone: who wakes, how long."""

from collections.abc import Callable

from .document import read
from .kinds import kind_of
from .message import Message
from .words import QT_TRANSLATE_NOOP, Sentence

Part = tuple[Sentence, Sentence]
"""What it is about, and what is so."""

_SCREEN = QT_TRANSLATE_NOOP("pushkit", "On the screen")
_WAKES = QT_TRANSLATE_NOOP("pushkit", "Who wakes")
_LONG = QT_TRANSLATE_NOOP("pushkit", "For how long")
_FRONT = QT_TRANSLATE_NOOP("pushkit", "App in front")
_ASLEEP = QT_TRANSLATE_NOOP("pushkit", "App not running")
_NEEDS = QT_TRANSLATE_NOOP("pushkit", "It needs")


def quiet_parts(message: Message) -> list[Part]:
    """The explanation of a data or background message; empty for other kinds."""
    build = _BUILDERS.get(kind_of(message).shape)
    return build(message) if build else []


def _background(message: Message) -> list[Part]:
    """Facts B.4 (backgroundMode), B.8."""
    parts = [
        (_SCREEN, QT_TRANSLATE_NOOP("pushkit", "Nothing.")),
        (_FRONT, QT_TRANSLATE_NOOP("pushkit", "It gets the data at once.")),
    ]
    if read(message.document, ("pushOptions", "backgroundMode")) == 1:
        return [*parts, *_im_mode()]
    return [*parts, (_ASLEEP, _kept(message)), (_WAKES, _NOBODY)]


_NOBODY = QT_TRANSLATE_NOOP("pushkit", "Nobody: the app is not started.")


def _im_mode() -> list[Part]:
    return [
        (_WAKES, QT_TRANSLATE_NOOP("pushkit", "The app, in the background.")),
        (_LONG, QT_TRANSLATE_NOOP("pushkit", "30 seconds, at most twice an hour.")),
        (_NEEDS, QT_TRANSLATE_NOOP("pushkit", "The right for the IM background mode.")),
    ]


def _kept(message: Message) -> Sentence:
    if read(message.document, ("payload", "proxyData")) == "ENABLE":
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "The system writes the data into the app’s own store. Only the newest "
            "message is kept, for about seven days.",
        )
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "The device keeps only the newest message, for about seven days, and hands it "
        "over when the app starts.",
    )


def _data(message: Message) -> list[Part]:
    """Facts A.5 (urgency)."""
    high = read(message.document, ("message", "android", "urgency")) == "HIGH"
    parts = [
        (_SCREEN, QT_TRANSLATE_NOOP("pushkit", "Nothing.")),
        (_FRONT, QT_TRANSLATE_NOOP("pushkit", "A running app gets the data at once.")),
    ]
    if not high:
        stored = QT_TRANSLATE_NOOP(
            "pushkit",
            "The message is stored until the app runs (receipt 27). Only urgency HIGH "
            "wakes it.",
        )
        return [*parts, (_ASLEEP, stored), (_WAKES, _NOBODY)]
    return [
        *parts,
        (_WAKES, QT_TRANSLATE_NOOP("pushkit", "The app, even when it is not running.")),
        (_LONG, QT_TRANSLATE_NOOP("pushkit", "About ten seconds.")),
        (
            _NEEDS,
            QT_TRANSLATE_NOOP(
                "pushkit",
                "The right for high-priority data messages; without it HIGH is "
                "refused (80300011).",
            ),
        ),
    ]


_BUILDERS: dict[str, Callable[[Message], list[Part]]] = {
    "background": _background,
    "data": _data,
}
