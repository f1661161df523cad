"""Rules on the options of v3 messages."""

from collections.abc import Iterator

from .document import Path, read
from .message import Message
from .problem import Problem, hint, warning
from .words import QT_TRANSLATE_NOOP

OPTIONS: Path = ("pushOptions",)

_COLLAPSIBLE = ("0", "2")
_CALL = "10"


def option_problems(message: Message) -> Iterator[Problem]:
    """Options that this kind of message does not have, or should have otherwise."""
    options = read(message.document, OPTIONS)
    if not isinstance(options, dict):
        options = {}
    if "collapseKey" in options and message.push_type not in _COLLAPSIBLE:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "A collapse key has no effect here: only notifications and text-to-speech "
            "messages have one.",
        )
        yield warning("collapse", (*OPTIONS, "collapseKey"), sentence, "B.4, J 12")
    if "backgroundMode" in options and message.push_type != "6":
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "A background mode has no effect here: only background messages."
        )
        yield warning("background", (*OPTIONS, "backgroundMode"), sentence, "B.4")
    if _is_call(message) and not _within_a_minute(options.get("ttl")):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "For calls a time to live of 30 to 60 seconds is advised: nobody wants a "
            "call that rang an hour ago.",
        )
        yield hint("call-ttl", (*OPTIONS, "ttl"), sentence, "B.4, B.10, J 22")


def _is_call(message: Message) -> bool:
    category = read(message.document, ("payload", "notification", "category"))
    return message.push_type == _CALL or category == "VOIP"


def _within_a_minute(ttl: object) -> bool:
    return isinstance(ttl, int) and 30 <= ttl <= 60
