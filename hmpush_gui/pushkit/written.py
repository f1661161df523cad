"""How a value is written in a field of a form, and which value a text there means."""

import json
import re
from typing import Any

from .document import compact, parse
from .errors import DocumentError
from .message import Json

_DIGITS = 300
"""More than any number that JSON readers take; Python itself stops at some 4000."""


def write_out(schema: Json, value: Any) -> str:
    """`value` as people write it; JSON where it is not what `schema` asks for."""
    if value is None or (value == [] and schema.get("type") == "array"):
        return ""
    if isinstance(value, str):
        return (
            json.dumps(value, ensure_ascii=False)
            if _is_quoted(schema, value)
            else value
        )
    if isinstance(value, list) and value and _fits_plainly(schema, value):
        parts = [each if isinstance(each, str) else json.dumps(each) for each in value]
        return (", " if _of(schema) == "integer" else "\n").join(parts)
    if isinstance(value, dict) and schema.get("type") == "object":
        return json.dumps(value, ensure_ascii=False, indent=2)
    return json.dumps(value, ensure_ascii=False)


def read_in(schema: Json, text: str) -> Any:
    """The value that `text` means; the text itself where it is no good for `schema`.

    The checks say what is wrong with such a text, and it is not lost.
    """
    match schema.get("type"):
        case "string" | "boolean":
            return text
        case "integer":
            return _whole(text)
        case "number":
            return _number(text)
        case "array":
            return _list(schema, text)
        case "object":
            return _object(text)
        case _:
            return _anything(text)


def _of(schema: Json) -> str:
    """The type of a list's entries."""
    if schema.get("type") != "array":
        return ""
    return str(schema.get("items", {}).get("type", "string"))


def _fits_plainly(schema: Json, value: list[Any]) -> bool:
    """Whether writing entries side by side loses nothing of them."""
    if _of(schema) == "string":
        return all(
            isinstance(each, str) and each and "\n" not in each for each in value
        )
    whole = all(isinstance(each, int) and not isinstance(each, bool) for each in value)
    return _of(schema) == "integer" and whole


def _whole(text: str) -> int | str:
    digits = text.strip().replace("\N{MINUS SIGN}", "-")
    is_whole = digits.removeprefix("-").isdecimal() and len(digits) <= _DIGITS
    return int(digits) if is_whole else text


def _number(text: str) -> int | float | str:
    digits = text.strip().replace("\N{MINUS SIGN}", "-")
    if not re.fullmatch(r"-?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?", digits):
        return _whole(text)
    value = float(digits)
    return text if value in (float("inf"), float("-inf")) else value


def _list(schema: Json, text: str) -> Any:
    if _of(schema) == "string":
        # What cannot stand one a line is written as JSON, and read as such.
        if text.startswith('["') and _is_json(text):
            return _anything(text)
        return [line for line in text.split("\n") if line] or None
    if _of(schema) == "integer":
        numbers = [_whole(part) for part in re.split(r"[,;，\s]+", text) if part]
        return text if any(isinstance(each, str) for each in numbers) else numbers
    return _anything(text)


def _object(text: str) -> Any:
    try:
        return parse(text)
    except DocumentError:
        return text


def _anything(text: str) -> Any:
    """JSON if it is written as such, else a text."""
    try:
        return parse(f'{{"_":{text}}}')["_"] if _is_json(text) else text
    except DocumentError:
        return text


def _is_json(text: str) -> bool:
    """Whether a text looks like JSON, and like one value only."""
    stripped = text.strip()
    if stripped in ("true", "false"):
        return True
    if not stripped or stripped[0] not in '{["-0123456789':
        return False
    try:
        json.loads(stripped)
    except (ValueError, RecursionError):
        return False
    return True


def _is_quoted(schema: Json, value: str) -> bool:
    """Whether a text needs quotes, because without them it would be a number."""
    return "type" not in schema and compact(_anything(value)) != compact(value)
