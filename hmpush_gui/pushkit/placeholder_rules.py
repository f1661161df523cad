"""Rules on the placeholders of a message, before anything is put in their place."""

from collections.abc import Collection, Iterator

from .document import Path
from .message import Message, PushType
from .placeholders import LABEL, OURS, places, used
from .problem import DEVICES, Problem, hint, warning
from .sending import target_of
from .words import QT_TRANSLATE_NOOP


def placeholder_problems(
    message: Message, own: Collection[str], device_count: int
) -> Iterator[Problem]:
    """What `message` asks for that nobody can fill in, and what it costs.

    `own` are the names of the project's variables.
    """
    names = used(message)
    if message.push_type != PushType.LIVE_VIEW:
        # A live view has names of its own, such as {{status}} (facts B.9).
        for name in sorted(names - set(OURS) - set(own)):
            yield _unknown(name, places(message, name)[0])
    if LABEL not in names:
        return
    if target_of(message):
        yield _nobody(places(message, LABEL)[0])
    elif device_count > 1:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "{name} gives each device a message of its own: {count} requests instead "
            "of a few, and each counts as one.",
        ).format(name=_braced(LABEL), count=device_count)
        yield hint("placeholder-split", DEVICES, sentence, "C.4, D")


def _unknown(name: str, path: Path) -> Problem:
    sentence = QT_TRANSLATE_NOOP(
        "pushkit",
        "Nothing stands for {name}: people would read it as it is. Define it under "
        "Placeholders, or take it away.",
    ).format(name=_braced(name))
    return warning("placeholder-unknown", path, sentence, "")


def _nobody(path: Path) -> Problem:
    sentence = QT_TRANSLATE_NOOP(
        "pushkit",
        "A topic has no device whose name could stand for {name}: it stays empty.",
    ).format(name=_braced(LABEL))
    return warning("placeholder-topic", path, sentence, "A.4")


def _braced(name: str) -> str:
    return "{{" + name + "}}"
