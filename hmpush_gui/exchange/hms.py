"""Push Kit messages of v1 and v2, read so that they can be written as v3 (facts A)."""

from typing import Any

from hmpush_gui.pushkit.message import Json

from .conversion import Found, Path, Reading, Tokens
from .fcm import token_list

_WHOLE: tuple[Path, ...] = (
    ("message", "data"),
    ("message", "android", "data"),
    ("message", "apns"),
    ("message", "webpush"),
    ("message", "android", "notification", "light_settings"),
    ("message", "android", "notification", "multi_lang_key"),
    ("review",),
)
"""What is one value, whatever stands inside."""


def read_hms(content: Json) -> Reading:
    """A request body of v1 or v2, or the message of one."""
    wrapped = isinstance(content.get("message"), dict)
    outside: Path = () if wrapped else ("message",)
    waiting: list[tuple[Path, Any]] = [((), content)]
    while waiting:
        path, value = waiting.pop(0)
        place = (*outside, *path)
        if place == ("message", "token"):
            if tokens := token_list(value):
                yield Tokens(path, tokens)
        elif isinstance(value, dict) and place not in _WHOLE:
            waiting += [((*path, key), below) for key, below in value.items()]
        elif path:
            yield Found(place, value, path, row="H")
