"""Reads and walks the JSON Schemas that describe messages value by value."""

from functools import cache
from typing import Any

from hmpush_gui import assets

from .document import Path
from .message import Json


@cache
def schema(name: str) -> Json:
    """The JSON Schema `name` with every `$ref` put in place, so that nobody meets one.

    Our annotations: `x-source` is the row of the facts; `x-tab` the form that a value,
    or all of an object, is edited on, none for the JSON view alone; `x-group` the
    heading it stands under there; `x-when` which values beside it, or at a place such
    as `/payload/event`, give it a meaning; `x-short` that half a line is enough for it;
    `x-colour` whether it is `rgb` or `argb`; `x-new` a new entry of a list; `x-kind`
    the shapes of messages that have it; `x-names` words for an `enum`, `x-suggestions`
    values that are no `enum`;
    `x-form` words for a `pattern`; `x-code` the answer where it is not 80100003;
    `x-shown` that people read it, and where: `title`, `body`, a `line` of a list, the
    `card-title` or `card-text` of a live view, or else a `text`;
    `x-since` the system version and `x-right` the right it needs, `x-right-for`
    only for these values or `x-right-free` not for those; `x-old` (true, or a
    list of values) what is let through but no longer offered (facts K); `x-maxBytes`
    and `x-maxSeconds` limits that JSON Schema does not know; `x-multiline` a long text.
    """
    whole = _schema_file(name)
    put = _resolved({key: whole[key] for key in whole if key != "$defs"}, name)
    return dict(put)


@cache
def _schema_file(name: str) -> Json:
    return dict(assets.read_json(f"pushkit/schema/{name}.json"))


def _resolved(node: Any, name: str) -> Any:
    """`node` of the file `name` without a `$ref`: what stands beside one, wins."""
    if isinstance(node, list):
        return [_resolved(each, name) for each in node]
    if not isinstance(node, dict):
        return node
    here = {key: _resolved(node[key], name) for key in node if key != "$ref"}
    return _merged(_target(node["$ref"], name), here) if "$ref" in node else here


def _target(reference: str, name: str) -> Any:
    """What `common.json#/$defs/ttl` points at, resolved in its own file."""
    file, _, pointer = reference.partition("#")
    name = file.removesuffix(".json") or name
    node: Any = _schema_file(name)
    for key in pointer.strip("/").split("/"):
        node = node[key]
    return _resolved(node, name)


def _merged(under: Json, over: Json) -> Json:
    """`under` changed by `over`, object by object; null takes a key away."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        merged[key] = _merged(below, value) if both else value  # type: ignore[arg-type]
    return {key: value for key, value in merged.items() if value is not None}


def label(schema_name: str, path: Path) -> str:
    """What people call the value at `path`; the key itself where no schema knows it."""
    return str(node_at(schema_name, path).get("title", path[-1] if path else ""))


def node_at(schema_name: str, path: Path) -> Json:
    """How the schema describes the value at `path`; empty where it does not know it.

    An entry of a list is passed by: `buttons`, `name` is the name of a button.
    """
    node = schema(schema_name)
    for key in path:
        node = node.get("items", node).get("properties", {}).get(key, {})
    return node
