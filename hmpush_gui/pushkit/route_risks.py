"""What works against itself in a message: parts that ask for different ways."""

from collections.abc import Iterator

from .document import Path, read
from .kinds import kind_of
from .message import Message
from .route_told import Evidence, Told
from .words import QT_TRANSLATE_NOOP

_ANDROID = ("message", "android")
_NOTE = ("payload", "notification")


def risks_of(message: Message) -> tuple[Told, ...]:
    """Why `message` may not go the way its author expects; empty if nothing is mixed.

    What the guides call mixed: a notification beside data that should wake somebody.
    """
    found = _legacy(message) if message.api.legacy else _scenario(message)
    return tuple(found)


def mixes(message: Message) -> bool:
    """Whether an older notification brings data along (facts A.4)."""
    if not message.api.legacy or kind_of(message).shape != "notification":
        return False
    return any(_has(message, path) for path in (("message", "data"), _DATA))


def hides_in_front(message: Message) -> bool:
    """Whether an app in front keeps the notification away (facts A.6, B.5)."""
    older = (*_ANDROID, "notification", "foreground_show")
    path = older if message.api.legacy else (*_NOTE, "foregroundShow")
    return read(message.document, path) is False


_DATA = (*_ANDROID, "data")


def _has(message: Message, path: Path) -> bool:
    return read(message.document, path) not in (None, "", {}, "{}")


def _legacy(message: Message) -> Iterator[Told]:
    if kind_of(message).shape != "notification":
        return
    if mixes(message):
        yield _DATA_WAIT
    if read(message.document, (*_ANDROID, "urgency")) == "HIGH":
        yield _URGENCY


def _scenario(message: Message) -> Iterator[Told]:
    shape = kind_of(message).shape
    if shape == "alert":
        if hides_in_front(message):
            yield _LISTENER
        if _has(message, ("payload", "extraData")):
            yield _EXTRA
    elif shape != "speech" and _has(message, _NOTE):
        yield _NO_NOTE


_DATA_WAIT = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "The notification decides: its data wake nobody. If the app has to work at "
        "once, send the data in a message of their own, without a notification.",
    ),
    "A.4, A.5",
    pages=("legacy",),
)
_URGENCY = Told(
    QT_TRANSLATE_NOOP(
        "route", "Urgency HIGH counts for data messages only: here it wakes nobody."
    ),
    "A.5",
    pages=("legacy",),
)
_LISTENER = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "An app in front that does not listen loses the message. It needs "
        'receiveMessage("DEFAULT", …) and an ability with the action '
        "“action.ohos.push.listener”.",
    ),
    "B.2, B.5",
    Evidence.ONE,
    ("alert",),
)
_EXTRA = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "A notification brings data in “clickAction.data” only: “extraData” reaches "
        "nobody.",
    ),
    "B.5, B.7",
    Evidence.CONCLUSION,
    ("request",),
)
_NO_NOTE = Told(
    QT_TRANSLATE_NOOP(
        "route",
        "This kind carries no notification: what stands in “notification” is not "
        "drawn. To have something shown, send a notification message.",
    ),
    "B.2, B.6 to B.10",
    Evidence.CONCLUSION,
    ("request",),
)
