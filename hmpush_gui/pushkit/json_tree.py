"""JSON that is read and not edited, as a tree; JSON inside of texts is opened too."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_PLAIN = re.compile("[A-Za-z_][A-Za-z0-9_]*")

_DEEPEST = 200
"""Levels that are opened; below, a value is shown as text."""


@dataclass(eq=False, slots=True)
class Branch:
    """A value and what it holds. `inside` says that it stood as JSON in a text.

    `key` is its name in an object, its place in a list, empty at the top.
    """

    key: str | int
    value: Any
    parent: "Branch | None" = field(default=None, repr=False)
    row: int = 0
    inside: bool = False
    children: list["Branch"] = field(default_factory=list, repr=False)

    @property
    def path(self) -> str:
        """Where it stands, as `jq` writes it: such as `.msg|fromjson|.success`."""
        if self.parent is None:
            return ""
        before = self.parent.path
        if self.parent.inside:
            before += "|fromjson|"
        step = self._step()
        if (not before or before.endswith("|")) and not step.startswith("."):
            step = f".{step}"
        return before + step

    @property
    def text(self) -> str:
        """The value to copy: a text as it is, anything else as JSON."""
        if isinstance(self.value, str):
            return self.value
        return json.dumps(self.value, ensure_ascii=False)

    def _step(self) -> str:
        if isinstance(self.key, int):
            return f"[{self.key}]"
        if _PLAIN.fullmatch(self.key):
            return f".{self.key}"
        return f"[{json.dumps(self.key, ensure_ascii=False)}]"


def tree_of(body: bytes) -> Branch | None:
    """The tree of a JSON object or list; None for anything else."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict | list):
        return None
    root = Branch("", content)
    _grow(root)
    return root


def _grow(root: Branch) -> None:
    """Without recursion: an answer may be deeper than Python's stack."""
    waiting = [(root, 0)]
    while waiting:
        branch, depth = waiting.pop()
        if depth < _DEEPEST:
            branch.children = [*_below(branch)]
            waiting += [(child, depth + 1) for child in branch.children]


def _below(branch: Branch) -> Iterator[Branch]:
    value = branch.value
    if isinstance(value, str):
        value = _opened(value)
        branch.inside = value is not None
    items: Iterator[tuple[str | int, Any]] = iter(())
    if isinstance(value, dict):
        items = iter(value.items())
    elif isinstance(value, list):
        items = iter(enumerate(value))
    for row, (key, each) in enumerate(items):
        yield Branch(key, each, branch, row)


def _opened(text: str) -> Any:
    """The object or list that a text holds, as Push Kit's `msg` does (facts B.13)."""
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) else None
