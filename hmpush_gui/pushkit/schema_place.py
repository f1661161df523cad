"""What a schema knows of a path: whether it is known at all, and its limits."""

from collections.abc import Iterator
from typing import Any

from .document import Path
from .message import Json
from .outline import Outline, Part
from .schemas import schema
from .words import QT_TRANSLATE_NOOP, Sentence


def node_of(schema_name: str, path: Path) -> Json | None:
    """How the schema describes the value at `path`, an entry of a list by its number.

    Empty inside of what is free, such as custom data; None where the key is unknown.
    """
    node: Json = schema(schema_name)
    for key in path:
        below = _child(node, key)
        if not below:
            return below
        node = below
    return node


def _child(node: Json, key: str) -> Json | None:
    if "items" in node:
        return _dict(node["items"])
    others = node.get("additionalProperties")
    properties = node.get("properties")
    if not properties:
        return _dict(others)
    if key in properties:
        return _dict(properties[key])
    return None if others is None else _dict(others)


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def strangers(schema_name: str, outline: Outline) -> list[Part]:
    """The values whose keys no schema knows, the outermost of each branch."""
    found: list[Part] = []
    for part in outline.parts:
        if found and part.path[: len(found[-1].path)] == found[-1].path:
            continue
        if part.key_end > part.key_start and node_of(schema_name, part.path) is None:
            found.append(part)
    return found


_TYPES = {
    "string": QT_TRANSLATE_NOOP("pushkit", "Text"),
    "integer": QT_TRANSLATE_NOOP("pushkit", "Whole number"),
    "number": QT_TRANSLATE_NOOP("pushkit", "Number"),
    "boolean": QT_TRANSLATE_NOOP("pushkit", "true or false"),
    "array": QT_TRANSLATE_NOOP("pushkit", "List"),
    "object": QT_TRANSLATE_NOOP("pushkit", "Object"),
}

_LIMITS = {
    "minimum": QT_TRANSLATE_NOOP("pushkit", "at least {limit}"),
    "maximum": QT_TRANSLATE_NOOP("pushkit", "at most {limit}"),
    "maxLength": QT_TRANSLATE_NOOP("pushkit", "at most {limit} characters"),
    "x-maxBytes": QT_TRANSLATE_NOOP("pushkit", "at most {limit} bytes"),
    "x-maxSeconds": QT_TRANSLATE_NOOP("pushkit", "at most {limit} seconds"),
    "minItems": QT_TRANSLATE_NOOP("pushkit", "at least {limit} entries"),
    "maxItems": QT_TRANSLATE_NOOP("pushkit", "at most {limit} entries"),
    "maxProperties": QT_TRANSLATE_NOOP("pushkit", "at most {limit} keys"),
}


def limit_words(node: Json) -> Iterator[Sentence]:
    """The type and the limits of a value, a few words each."""
    kind = node.get("type")
    if isinstance(kind, str) and kind in _TYPES:
        yield _TYPES[kind]
    for keyword, sentence in _LIMITS.items():
        if keyword in node:
            yield sentence.format(limit=node[keyword])
    if "default" in node:
        yield QT_TRANSLATE_NOOP("pushkit", "{value} if left out").format(
            value=node["default"]
        )
    if "x-since" in node:
        yield QT_TRANSLATE_NOOP("pushkit", "from HarmonyOS {version}").format(
            version=node["x-since"]
        )
