"""Reads values from a message being written, in which anything may stand anywhere."""

import json
import re
from typing import Any

from .message import Json

_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}\Z")


def an_object(value: Any) -> Json:
    """`value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def objects(value: Any) -> list[Json]:
    """The objects in a list; none if it is no list."""
    return [each for each in a_list(value) if isinstance(each, dict)]


def a_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def a_text(value: Any) -> str:
    """A text, or a number as a text; empty for everything else."""
    if isinstance(value, str):
        return value
    return "" if a_number(value) is None else str(value)


def a_number(value: Any) -> int | float | None:
    """A number that can be reckoned with: no truth value, nothing infinite."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    # Neither infinity nor what is no number at all is less than anything.
    return value if abs(value) < 2**63 else None


def a_colour(value: Any) -> str | None:
    """`#RRGGBB` or `#AARRGGBB`, as Push Kit and Qt both write it."""
    return value if isinstance(value, str) and _COLOUR.match(value) else None


def json_inside(text: str) -> Any:
    """What the JSON in `text` says; None if it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
