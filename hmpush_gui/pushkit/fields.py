"""The values of a message that a form can edit, found by walking its schema."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from .conditions import Condition, conditions_of
from .document import Path, read
from .kinds import Kind
from .message import Json
from .schemas import schema


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a message that a form can edit, as its schema describes it.

    `required` is what the object around it asks for; `lasting` whether that object has
    to be there, too. `group` is the heading it stands under, empty for none.
    """

    path: Path
    schema: Json
    required: bool
    lasting: bool = True
    group: str = ""
    conditions: tuple[Condition, ...] = ()

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

    @property
    def old(self) -> bool:
        """Whether it is let through, but no longer offered (facts K)."""
        return self.schema.get("x-old") is True

    @property
    def deprecated(self) -> bool:
        return self.old or self.schema.get("deprecated") is True

    @property
    def stays_empty(self) -> bool:
        """Whether an emptied text stays in the message, where the checks see it."""
        return self.required and self.lasting

    def needs_right(self, value: Any) -> bool:
        """Whether this very value needs the right (`x-right-for`, `x-right-free`)."""
        if (
            not self.right
            or value is None
            or value in self.schema.get("x-right-free", ())
        ):
            return False
        wanted = self.schema.get("x-right-for")
        return wanted is None or value in wanted

    def unmet(self, document: Json) -> Condition | None:
        """Why the value means nothing in `document`; None where it does."""
        for condition in self.conditions:
            if not condition.holds(document):
                return condition
        return None

    def is_blocked(self, document: Json) -> bool:
        """Whether something else stands where the object around it should be."""
        around: Any = document
        for key in self.path[:-1]:
            around = around.get(key)
            if not isinstance(around, dict):
                return around is not None
        return False

    def shown(self, document: Json) -> bool:
        """Whether to show it: what has a value always, the rest where it applies."""
        if read(document, self.path) is not None:
            return True
        return not self.old and self.unmet(document) is None


class _Around(NamedTuple):
    """What a value takes over from the objects around it."""

    tab: str = ""
    group: str = ""
    lasting: bool = True
    conditions: tuple[Condition, ...] = ()


def fields(kind: Kind, tab: str) -> Iterator[Field]:
    """The fields of `kind` that belong on the form `tab`, in schema order."""
    for where, each in _fields(kind.schema, kind.shape):
        if where == tab:
            yield each


def entry_fields(items: Json) -> tuple[Field, ...]:
    """The fields of an object in a list whose entries `items` describes."""
    return tuple(field for _, field in _walk(items, (), "", items, _Around()))


@cache
def _fields(schema_name: str, shape: str) -> tuple[tuple[str, Field], ...]:
    root = schema(schema_name)
    found = _walk(root, (), shape, root, _Around())
    return tuple((tab, field) for tab, field in found if tab)


def _walk(
    node: Json, path: Path, shape: str, root: Json, around: _Around
) -> Iterator[tuple[str, Field]]:
    """Tab and field of what is below `node`, but for other kinds' (`x-kind`)."""
    # What an `else` asks for is asked for in the ordinary case.
    required = (*node.get("required", ()), *node.get("else", {}).get("required", ()))
    siblings = node.get("properties", {})
    for key, child in siblings.items():
        if shape not in child.get("x-kind", (shape,)):
            continue
        here = (*path, key)
        conditions = tuple(conditions_of(child, siblings, root, here))
        inner = _Around(
            child.get("x-tab", around.tab),
            child.get("x-group", around.group),
            around.lasting and key in required,
            (*around.conditions, *conditions),
        )
        # Data are edited as one value, whatever is known of what is in them.
        if "properties" not in child or inner.tab == "data":
            yield inner.tab, _field(here, child, key in required, around, inner)
        below = inner._replace(tab="") if inner.tab == "data" else inner
        yield from _walk(child, here, shape, root, below)


def _field(
    path: Path, node: Json, required: bool, around: _Around, own: _Around
) -> Field:
    return Field(
        path, _offered(node), required, around.lasting, own.group, own.conditions
    )


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
