"""Finds what stands in a message though no form of its kind knows it."""

from collections.abc import Iterator
from typing import Any

from .document import Path
from .fields import fields
from .kinds import Kind
from .message import Json, Message
from .schemas import schema


def unknown_paths(message: Message, kind: Kind) -> list[tuple[str, Path]]:
    """Tab and path of each key that is kept as it is, in the order they stand.

    Inside lists the path holds the number of the entry. What is in free data is known:
    it is the user's own.
    """
    found = _unknown(schema(kind.schema), message.document, (), "content", kind.shape)
    tabs = {tab for tab in ("content", "action") if any(fields(kind, tab))}
    return [
        (tab if tab in tabs else "delivery", path)
        for tab, path in found
        if path != message.token_path
    ]


def _unknown(
    node: Json, value: Any, path: Path, tab: str, shape: str
) -> Iterator[tuple[str, Path]]:
    if isinstance(value, list) and "properties" in node.get("items", {}):
        for index, entry in enumerate(value):
            yield from _unknown(node["items"], entry, (*path, str(index)), tab, shape)
    if not isinstance(value, dict) or "properties" not in node:
        return
    for key, inner in value.items():
        child = node["properties"].get(key)
        here = (*path, key)
        if child is None or shape not in child.get("x-kind", (shape,)):
            yield tab, here
            continue
        below = child.get("x-tab", tab)
        # Of what is edited as one value of data, the JSON of that shows all.
        if below != "data":
            yield from _unknown(child, inner, here, below, shape)
