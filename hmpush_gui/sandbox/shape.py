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


def faults(schema: Any, value: Any, path: Path = (), code: str = "") -> Iterator[Fault]:
    """What `value` does wrong, in the order of the schema. Unknown keys are fine.

    `code` is of the value the schema is a part of, where it is one.
    """
    if schema is False:
        yield Fault(code or ILLEGAL_PAYLOAD, f"{_place(path)} is not allowed here")
    if not isinstance(schema, dict):
        return
    code = str(schema.get("x-code", code or ILLEGAL_PAYLOAD))
    if not _fits(value, schema.get("type")):
        yield Fault(code, f"{_place(path)} should be of type {_types(schema['type'])}")
        return
    for keyword, (kind, holds, hint) in _KEYWORDS.items():
        if keyword not in schema or not isinstance(value, kind):
            continue
        if not holds(value, schema[keyword]):
            yield Fault(code, _fill(hint, schema, path))
    # First what a condition demands, so that a null is told as missing.
    for part in _parts(schema, value):
        yield from faults(part, value, path, code)
    if isinstance(value, dict):
        yield from _faults_inside(schema, value, path)
    if isinstance(value, list) and "items" in schema:
        for item in value:
            yield from faults(schema["items"], item, path)


def _parts(schema: Json, value: Any) -> Iterator[Any]:
    """The schemas that hold besides: all of `allOf`, and one branch of a condition."""
    yield from schema.get("allOf", ())
    if "if" in schema:
        meets = not any(faults(schema["if"], value))
        yield schema.get("then" if meets else "else")


def _faults_inside(schema: Json, value: Json, path: Path) -> Iterator[Fault]:
    """What is wrong with the keys of an object; null counts as missing."""
    for name in schema.get("required", ()):
        if value.get(name) is None:
            yield Fault(ILLEGAL_PAYLOAD, missing(name))
    known = schema.get("properties", {})
    for name, child in known.items():
        if name in value:
            yield from faults(child, value[name], (*path, name))
    for name in value:
        yield from faults(schema.get("propertyNames"), name, (*path, "key"))
        if name not in known:
            others = schema.get("additionalProperties")
            yield from faults(others, value[name], (*path, name))


def missing(name: str) -> str:
    """The hint for a value that has to be there (facts A.11, Texts seen)."""
    return f"{name} cannot be null in body"


def _fits(value: Any, kind: str | list[str] | None) -> bool:
    """JSON Schema's types: a bool is no number, 1.0 is an integer."""
    if isinstance(kind, list):
        return any(_fits(value, each) for each in kind)
    if kind == "integer":
        whole = isinstance(value, float) and value.is_integer()
        return whole or (isinstance(value, int) and not isinstance(value, bool))
    return kind is None or (
        isinstance(value, _TYPES[kind])
        and not (kind == "number" and isinstance(value, bool))
    )


def _types(kind: str | list[str]) -> str:
    return kind if isinstance(kind, str) else " or ".join(kind)


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


_Kind = type | tuple[type, ...]

_TYPES: dict[str, _Kind] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "number": (int, float),
    "null": type(None),
}

_Check = Callable[[Any, Any], bool]

_RANGE = "{place} value ranges from {least} to {most}"
_MISSING = "{name} cannot be null in body"

_KEYWORDS: dict[str, tuple[_Kind, _Check, str]] = {
    "enum": (
        object,
        lambda value, choices: any(_same(value, each) for each in choices),
        "{place} should be {choices}",
    ),
    "const": (object, lambda value, only: _same(value, only), "{place} is wrong"),
    "minimum": ((int, float), lambda value, least: value >= least, _RANGE),
    "maximum": ((int, float), lambda value, most: value <= most, _RANGE),
    "pattern": (
        str,
        lambda text, form: _matches(text, form),
        "{place} has an illegal format",
    ),
    "minLength": (str, lambda text, least: len(text) >= least, _MISSING),
    "maxLength": (
        str,
        lambda text, most: len(text) <= most,
        "{place} should not exceed {limits[maxLength]} characters",
    ),
    "minItems": (
        list,
        lambda items, least: len(items) >= least,
        "{place} should have at least {limits[minItems]} items",
    ),
    "maxItems": (
        list,
        lambda items, most: len(items) <= most,
        "{place} should not exceed {limits[maxItems]} items",
    ),
    "maxProperties": (
        dict,
        lambda keys, most: len(keys) <= most,
        "{place} should not exceed {limits[maxProperties]} keys",
    ),
    "x-maxBytes": (
        str,
        lambda text, most: len(text.encode()) <= most,
        "{place} should not exceed {limits[x-maxBytes]} bytes",
    ),
    "x-maxSeconds": (
        str,
        lambda text, most: seconds(text) <= most,
        "{place} should not exceed {limits[x-maxSeconds]} seconds",
    ),
}
"""Keyword → of what, whether a value keeps to it, and the hint if not."""


def _same(value: Any, choice: Any) -> bool:
    """Equal as JSON has it: true is not 1."""
    return isinstance(value, bool) == isinstance(choice, bool) and value == choice
