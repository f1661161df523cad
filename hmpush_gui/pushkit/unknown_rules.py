"""Hints about keys that Huawei documents nowhere, mostly slips of the pen."""

import difflib
from collections.abc import Collection, Iterator

from .document import Path
from .kinds import Kind, kind_of
from .message import Message
from .problem import Problem, hint
from .schemas import node_at
from .unknown import unknown_paths
from .words import QT_TRANSLATE_NOOP


def unknown_problems(message: Message) -> Iterator[Problem]:
    """A hint for each key that the schema of `message` does not know.

    Such a key is sent as it is, and may be right: Huawei adds fields now and then.
    """
    kind = kind_of(message)
    for _, path in unknown_paths(message, kind):
        near = _near(path[-1], _siblings(path, kind))
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Huawei documents no “{key}” here: Push Kit probably ignores it.",
        )
        if near:
            sentence = QT_TRANSLATE_NOOP(
                "pushkit",
                "Huawei documents no “{key}” here: Push Kit probably ignores it. "
                "Did you mean “{near}”?",
            )
        yield hint("unknown", path, sentence.format(key=path[-1], near=near), "B.5")


def _siblings(path: Path, kind: Kind) -> Collection[str]:
    # Inside lists a path holds numbers, which no schema has.
    parent = tuple(key for key in path[:-1] if not key.isdecimal())
    node = node_at(kind.schema, parent)
    names: dict[str, object] = node.get("items", node).get("properties", {})
    return names.keys()


def _near(key: str, names: Collection[str]) -> str:
    """The name that `key` is a slip of, in any case and with or without underscores."""
    plain = {name.replace("_", "").lower(): name for name in names}
    found = difflib.get_close_matches(key.replace("_", "").lower(), plain, 1, 0.75)
    near = plain[found[0]] if found else ""
    # Known under that very name where the rest of the message is another.
    return "" if near == key else near
