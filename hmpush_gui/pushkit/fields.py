"""The values of a message that a form can edit."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .document import Path
from .kinds import Kind
from .message import Json
from .schemas import schema


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a message that a form can edit, as its schema describes it."""

    path: Path
    schema: Json
    required: bool

    @property
    def title(self) -> str:
        return str(self.schema.get("title", self.path[-1]))

    @property
    def description(self) -> str:
        return str(self.schema.get("description", ""))

    @property
    def since(self) -> str:
        """The system version the value needs, such as `6.1.0(23)`; mostly empty."""
        return str(self.schema.get("x-since", ""))

    @property
    def right(self) -> str:
        """The right the value needs, a key of `rights()`; mostly empty."""
        return str(self.schema.get("x-right", ""))


def fields(kind: Kind, tab: str) -> Iterator[Field]:
    """The fields of `kind` that belong on the form `tab`, in schema order."""
    for each in _fields(kind.schema, kind.shape):
        if each.schema.get("x-tab") == tab:
            yield each


@cache
def _fields(schema_name: str, shape: str) -> tuple[Field, ...]:
    return tuple(_walk(schema(schema_name), (), shape))


def _walk(node: Json, path: Path, shape: str) -> Iterator[Field]:
    """The fields below `node`, but for those of other kinds (`x-kind`)."""
    # What an `else` asks for is asked for in the ordinary case.
    required = (*node.get("required", ()), *node.get("else", {}).get("required", ()))
    for key, child in node.get("properties", {}).items():
        if shape in child.get("x-kind", (shape,)):
            here = (*path, key)
            yield Field(here, _offered(child), key in required)
            yield from _walk(child, here, shape)


def _offered(node: Json) -> Json:
    """`node` without the values that are taken but no longer offered (facts K)."""
    old = node.get("x-old")
    if not isinstance(old, list):
        return node
    names = node.get("x-names") or node["enum"]
    kept = [
        pair for pair in zip(node["enum"], names, strict=True) if pair[0] not in old
    ]
    values, shown = [pair[0] for pair in kept], [pair[1] for pair in kept]
    return {**node, "enum": values, **({"x-names": shown} if "x-names" in node else {})}
