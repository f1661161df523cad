"""What the parts of a widget update demand of each other (facts B.6)."""

from collections.abc import Iterator
from typing import Any

from hmpush_gui.pushkit.message import Json

LARGEST_NUMBER = 2**53 - 1
_RESERVED = "datashareproxy://"


def hints(document: Json) -> Iterator[str]:
    """What is wrong with a widget update whose fields are right one by one."""
    payload = document["payload"]
    data = payload["formData"]
    for name in data:
        if name.startswith(_RESERVED):
            yield f"formData key should not start with {_RESERVED}"
    for value in data.values():
        yield from _value_hints(value)
    for image in payload.get("images") or ():
        if isinstance(image, dict) and image.get("keyName") in data:
            yield "images keyName should not be a key of formData"


def _value_hints(value: Any) -> Iterator[str]:
    if value is None:
        yield "formData value cannot be null"
    elif isinstance(value, int | float) and abs(value) > LARGEST_NUMBER:
        yield f"formData number should not exceed {LARGEST_NUMBER}"
