"""Finds who calls in the data of an in-app call (facts B.10)."""

from collections.abc import Iterator
from typing import Any

from .document import read
from .loose import a_number, a_text, json_inside
from .message import Message
from .wake import wake_words
from .words import QT_TRANSLATE_NOOP, Sentence

_NAMES = (
    "callername", "caller", "callerid", "fromname", "from", "nickname", "displayname",
    "username", "contact", "name",
)  # fmt: skip
"""Keys under which apps name the caller, the surest first; the API knows none."""

_DEPTH = 4


def caller_of(message: Message) -> str:
    """The caller that the extra data seem to name; empty if they name none."""
    data = json_inside(a_text(read(message.document, ("payload", "extraData"))))
    found = {key.lower().replace("_", ""): text for key, text in _texts(data, _DEPTH)}
    return next((found[name] for name in _NAMES if found.get(name)), "")


def _texts(node: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Keys and texts, the inner ones first so that the outer ones win."""
    if not isinstance(node, dict) or not depth:
        return
    for child in node.values():
        yield from _texts(child, depth - 1)
    for key, value in node.items():
        if isinstance(value, dict):
            yield key, a_text(value.get("name")).strip()
        else:
            yield key, a_text(value).strip()


def call_words(message: Message) -> list[Sentence]:
    """What the phone does, and what is not known of it."""
    words = [*wake_words(message), _OWN_SCREEN]
    caller = caller_of(message)
    words.append(_NAMED.format(caller=caller) if caller else _NOT_NAMED)
    ttl = a_number(read(message.document, ("pushOptions", "ttl")))
    if ttl is None or ttl > 60:
        words.append(_LATE)
    return [*words, _NEEDS]


_NEEDS = QT_TRANSLATE_NOOP("preview", "It needs the in-app call right.")
_OWN_SCREEN = QT_TRANSLATE_NOOP(
    "preview", "What is drawn is the app’s own: Push Kit hands over only the data."
)
_NAMED = QT_TRANSLATE_NOOP("preview", "The data name the caller {caller}.")
_NOT_NAMED = QT_TRANSLATE_NOOP(
    "preview", "The data name no caller that this preview would recognise."
)
_LATE = QT_TRANSLATE_NOOP(
    "preview",
    "A call that comes late is useless: a time to live of 30 to 60 seconds is advised.",
)
