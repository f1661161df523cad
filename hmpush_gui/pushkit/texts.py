"""The texts of a message that people read, told by its schema (`x-shown`)."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from .document import Path
from .fields import fields
from .kinds import kind_of
from .message import Json, Message
from .placing import put
from .schemas import label, node_at, schema

Text = str | tuple[str, ...]
"""A text, or the lines of a list of texts."""

Texts = Mapping[Path, Text]
"""Texts by their path; entries of a list of objects are counted from "0"."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A place for a text. `where` is its `x-shown`; `required` what checks ask for.

    `around` is what people call the object it is in.
    """

    path: Path
    schema: Json
    required: bool = False
    around: str = ""

    @property
    def where(self) -> str:
        return str(self.schema.get("x-shown", "text"))

    @property
    def title(self) -> str:
        return str(self.schema.get("title", self.path[-1]))

    @property
    def is_list(self) -> bool:
        return self.schema.get("type") == "array"

    @property
    def is_long(self) -> bool:
        """Whether it may have several lines."""
        return self.is_list or bool(self.schema.get("x-multiline"))


def texts_of(message: Message) -> dict[Path, Text]:
    """Every text of `message` that people read, in the order of the document."""
    return dict(_found(schema(kind_of(message).schema), message.document, ()))


def with_texts(message: Message, texts: Texts) -> Message:
    """`message` with these texts in place of its own.

    New keys come where a new message or the schema has them. What has no place in the
    message, such as a text of an entry that its list does not have, is left out.
    Nothing but the texts changes, and the kind of message stays.
    """
    kind, document = kind_of(message), message.document
    root, blank = schema(kind.schema), kind.blank
    gone = [path for path in texts_of(message) if path not in texts]
    for path, text in texts.items():
        document = _put(root, document, path, _value(text), blank)
    for prune in (True, False):
        result = document
        for path in gone:
            result = _put(root, result, path, None, blank, prune)
        changed = Message(message.api, message.push_type, result)
        if kind_of(changed) == kind:
            break
    return changed


def text_places(message: Message, paths: Set[Path]) -> list[TextPlace]:
    """Places for the texts of `message`: `paths`, and what a form would ask for."""
    kind = kind_of(message)

    def around(path: Path) -> str:
        return label(kind.schema, _named(path[:-1]))

    places = {
        each.path: TextPlace(each.path, each.schema, each.required, around(each.path))
        for each in fields(kind, "content")
        if "x-shown" in each.schema
        and (each.path in paths or (not each.group and each.shown(message.document)))
    }
    for path in paths - places.keys():
        node = text_node(kind.schema, path)
        places[path] = TextPlace(path, node, around=around(path))
    order = _order(kind.schema)

    def standing(place: TextPlace) -> tuple[int, list[tuple[int, str]]]:
        entries = [(len(key), key) for key in place.path]
        return order.get(_named(place.path), len(order)), entries

    return sorted(places.values(), key=standing)


def text_node(schema_name: str, path: Path) -> Json:
    """How the schema describes the text at `path`; empty where it does not know it."""
    return node_at(schema_name, _named(path))


def _named(path: Path) -> Path:
    return tuple(key for key in path if not key.isdecimal())


@cache
def _order(schema_name: str) -> dict[Path, int]:
    """Where each text stands in the schema."""
    nodes = _shown(schema(schema_name), ())
    return {path: number for number, path in enumerate(nodes)}


def _shown(node: Json, path: Path) -> Iterator[Path]:
    if "x-shown" in node:
        yield path
    for key, child in node.get("items", node).get("properties", {}).items():
        yield from _shown(child, (*path, key))


def _found(node: Json, value: Any, path: Path) -> Iterator[tuple[Path, Text]]:
    if "x-shown" in node:
        text = _text(value)
        if text is not None:
            yield path, text
    elif isinstance(value, dict):
        known = node.get("properties", {})
        for key, child in value.items():
            if key in known:
                yield from _found(known[key], child, (*path, key))
    elif isinstance(value, list) and "items" in node:
        for number, child in enumerate(value):
            yield from _found(node["items"], child, (*path, str(number)))


def _text(value: Any) -> Text | None:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    return None


def _value(text: Text) -> Any:
    return text if isinstance(text, str) else list(text)


def _put(
    node: Json, value: Any, path: Path, text: Any, blank: Any, prune: bool = True
) -> Any:
    """A copy of `value` with `text` at `path`, None to take it away.

    `blank` is what stands there in a new message: keys keep its order.
    """
    key, *rest = path
    if isinstance(value, list):
        return _put_entry(node.get("items", {}), value, path, text)
    known, child = node.get("properties", {}), value.get(key)
    if key not in known:
        return value
    blank = blank if isinstance(blank, dict) else {}
    order = {name: known.get(name, {}) for name in (*blank, *known)}
    if not rest:
        is_free = child is None or _text(child) is not None
        return put(value, (key,), text, order) if is_free else value
    if child is None and text is not None and not rest[0].isdecimal():
        child = {}
    if not isinstance(child, dict | list):
        return value
    below = _put(known[key], child, tuple(rest), text, blank.get(key), prune)
    if not below and not child:
        return value
    return put(value, (key,), below or (None if prune else below), order)


def _put_entry(node: Json, entries: list[Any], path: Path, text: Any) -> list[Any]:
    key, *rest = path
    at = int(key) if key.isdecimal() else len(entries)
    if at >= len(entries) or not rest or not isinstance(entries[at], dict):
        return entries
    changed = _put(node, entries[at], tuple(rest), text, {}, prune=False)
    return [*entries[:at], changed, *entries[at + 1 :]]
