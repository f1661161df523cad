"""When a value of a message means something: only beside certain other values."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .document import Path, read
from .message import Json
from .words import QT_TRANSLATE_NOOP, Sentence

_PLAIN = (str, int, type(None))


@dataclass(frozen=True, slots=True)
class Condition:
    """The value at `path` has to be one of `values`; any value where there are none.

    `default` is what counts while nothing stands there. `title` and `names` are the
    words for the value and for each of `values`.
    """

    path: Path
    values: tuple[Any, ...]
    default: Any
    title: str
    names: tuple[str, ...]

    def holds(self, document: Json) -> bool:
        value = read(document, self.path)
        if not self.values:
            return value is not None
        value = self.default if value is None else value
        return any(same(value, each) for each in self.values)

    @property
    def sentence(self) -> Sentence:
        """What has to be so, for people."""
        title = Sentence("schema", self.title)
        if not self.values:
            return QT_TRANSLATE_NOOP(
                "pushkit", "Not used: it needs “{title}” as well."
            ).format(title=title)
        names = [Sentence("schema", name) for name in self.names]
        if len(names) == 1:
            return QT_TRANSLATE_NOOP(
                "pushkit", "Not used: it is for “{title}” = {name}."
            ).format(title=title, name=names[0])
        return QT_TRANSLATE_NOOP(
            "pushkit", "Not used: it is for certain values of “{title}”."
        ).format(title=title)


def conditions_of(
    node: Json, siblings: Json, root: Json, path: Path
) -> Iterator[Condition]:
    """What `x-when` of `node` asks for.

    Its keys are names beside `path`, or places from the top such as `/payload/event`.
    """
    for name, values in node.get("x-when", {}).items():
        if name.startswith("/"):
            where = tuple(name.strip("/").split("/"))
            other = _at(root, where)
        else:
            where = (*path[:-1], name)
            other = siblings.get(name, {})
        yield Condition(
            where,
            tuple(values),
            other.get("default"),
            str(other.get("title", name)),
            tuple(_name(other, value) for value in values),
        )


def same(one: Any, other: Any) -> bool:
    """Whether the wire would carry the same; in Python 1 is True is 1.0."""
    if isinstance(one, _PLAIN) and isinstance(other, _PLAIN):
        # Most values, and this is asked for every one of them at every key.
        return type(one) is type(other) and one == other
    return json.dumps(one) == json.dumps(other)


def _at(node: Json, path: Path) -> Json:
    for key in path:
        node = node.get("properties", {}).get(key, {})
    return node


def _name(node: Json, value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    names = dict(
        zip(
            map(json.dumps, node.get("enum", ())), node.get("x-names", ()), strict=False
        )
    )
    return str(names.get(json.dumps(value), value))
