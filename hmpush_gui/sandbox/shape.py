"""Walks a document along its annotated schema and says what does not fit."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.message import Json

ILLEGAL_PAYLOAD = "80100003"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not fit: Push Kit's code, and a hint as it words them."""

    code: str
    hint: str


def faults(schema: Json, value: Any, path: Path = ()) -> Iterator[Fault]:
    """What `value` does wrong, in the order of the schema. Unknown keys are fine."""
    code = str(schema.get("x-code", ILLEGAL_PAYLOAD))
    if not _fits(value, schema.get("type")):
        yield Fault(code, f"{_place(path)} should be of type {schema['type']}")
        return
    for keyword, (holds, hint) in _KEYWORDS.items():
        if keyword in schema and not holds(value, schema[keyword]):
            yield Fault(code, _fill(hint, schema, path))
    if isinstance(value, dict):
        yield from _faults_inside(schema, value, path)
    if isinstance(value, list):
        for item in value:
            yield from faults(schema.get("items", {}), item, path)


def _faults_inside(schema: Json, value: Json, path: Path) -> Iterator[Fault]:
    """What is wrong with the keys of an object; null counts as missing."""
    for name in schema.get("required", ()):
        if value.get(name) is None:
            yield Fault(ILLEGAL_PAYLOAD, missing(name))
    for name, child in schema.get("properties", {}).items():
        if name in value:
            yield from faults(child, value[name], (*path, name))


def missing(name: str) -> str:
    """The hint for a value that has to be there (facts A.11, Texts seen)."""
    return f"{name} cannot be null in body"


def _fits(value: Any, kind: str | None) -> bool:
    """JSON Schema's types: a bool is no number, 1.0 is an integer."""
    if kind == "integer":
        whole = isinstance(value, float) and value.is_integer()
        return whole or (isinstance(value, int) and not isinstance(value, bool))
    return kind is None or isinstance(value, _TYPES[kind])


def _place(path: Path) -> str:
    """A value's name as the hints give it: `badge addNum` (facts B.5.2)."""
    return " ".join(path[-2:]) or "body"


def _fill(hint: str, schema: Json, path: Path) -> str:
    choices = ", ".join(str(choice) for choice in schema.get("enum", ()))
    return hint.format(
        place=_place(path),
        name=path[-1] if path else "body",
        choices=choices,
        least=schema.get("minimum", "any"),
        most=schema.get("maximum", "any"),
        limits=schema,
    )


def _matches(text: str, pattern: str) -> bool:
    # Python's $ would let a line break slip through at the end.
    return re.search(re.sub(r"\$$", r"\\Z", pattern), text) is not None


def seconds(text: str) -> float:
    """The seconds of a legacy duration such as `86400`, `3.5s` (facts A.5)."""
    try:
        return float(text.rstrip("sS"))
    except ValueError:
        return math.inf


_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
}

_Check = Callable[[Any, Any], bool]

_RANGE = "{place} value ranges from {least} to {most}"

_KEYWORDS: dict[str, tuple[_Check, str]] = {
    "enum": (lambda value, choices: value in choices, "{place} should be {choices}"),
    "minimum": (lambda value, least: value >= least, _RANGE),
    "maximum": (lambda value, most: value <= most, _RANGE),
    "pattern": (_matches, "{place} has an illegal format"),
    "minLength": (
        lambda value, least: len(value) >= least,
        "{name} cannot be null in body",
    ),
    "maxLength": (
        lambda value, most: len(value) <= most,
        "{place} should not exceed {limits[maxLength]} characters",
    ),
    "maxItems": (
        lambda value, most: len(value) <= most,
        "{place} should not exceed {limits[maxItems]} items",
    ),
    "x-maxBytes": (
        lambda value, most: len(value.encode()) <= most,
        "{place} should not exceed {limits[x-maxBytes]} bytes",
    ),
    "x-maxSeconds": (
        lambda value, most: seconds(value) <= most,
        "{place} should not exceed {limits[x-maxSeconds]} seconds",
    ),
}
"""Keyword → whether a value of the right type keeps to it, and the hint if not."""
