"""Custom data as rows: a tree whose numbers stay as they were written."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from .document import parse
from .errors import DocumentError
from .outline import TOKEN

_numbers = count(1)


class ValueType(StrEnum):
    """The types of JSON."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    NOTHING = "nothing"
    OBJECT = "object"
    LIST = "list"

    @property
    def holds(self) -> bool:
        """Whether values of this type have rows of their own."""
        return self in (ValueType.OBJECT, ValueType.LIST)


@dataclass(eq=False, slots=True)
class Node:
    """A row: a value with its key, which is empty in lists and at the top.

    `text` is a text itself, a number as it was written, or `true` or `false`. `number`
    tells the row from all others.
    """

    type: ValueType
    key: str = ""
    text: str = ""
    children: list["Node"] = field(default_factory=list)
    parent: "Node | None" = None
    number: int = field(default_factory=lambda: next(_numbers))

    @property
    def row(self) -> int:
        """Where it stands among the rows of its parent, from 0."""
        rows = self.parent.children if self.parent else [self]
        return next(at for at, each in enumerate(rows) if each is self)

    def insert(self, row: int, child: "Node") -> None:
        child.parent = self
        self.children.insert(row, child)

    def walk(self) -> Iterator["Node"]:
        """This row and all rows below it."""
        yield self
        for child in self.children:
            yield from child.walk()


class _NoRowsError(Exception):
    """The text is no JSON, or not one that rows can show."""


_WORDS = {"true": ValueType.TRUTH, "false": ValueType.TRUTH, "null": ValueType.NOTHING}


def read_tree(text: str) -> Node | None:
    """The rows of an object or list; None where the text is none.

    A key that stands twice, and a word where a number should be, are let through: they
    are rows that can be mended.
    """
    tokens = [match[0] for match in TOKEN.finditer(text)]
    tokens.reverse()
    try:
        root = _value(tokens)
    except (_NoRowsError, IndexError, RecursionError):
        return None
    return root if root.type.holds and not tokens else None


def _value(tokens: list[str]) -> Node:
    token = tokens.pop()
    if token == "{":
        return _filled(Node(ValueType.OBJECT), tokens, "}")
    if token == "[":
        return _filled(Node(ValueType.LIST), tokens, "]")
    if token[0] in "}]:,":
        raise _NoRowsError
    if token[0] == '"':
        return Node(ValueType.TEXT, text=_said(token))
    kind = _WORDS.get(token, ValueType.NUMBER)
    return Node(kind, text="" if kind is ValueType.NOTHING else token)


def _filled(node: Node, tokens: list[str], end: str) -> Node:
    if tokens[-1] == end:
        tokens.pop()
        return node
    while True:
        key = ""
        if node.type is ValueType.OBJECT:
            key = _said(tokens.pop())
            if tokens.pop() != ":":
                raise _NoRowsError
        child = _value(tokens)
        child.key = key
        node.insert(len(node.children), child)
        token = tokens.pop()
        if token == end:
            return node
        if token != ",":
            raise _NoRowsError


def _said(token: str) -> str:
    try:
        text = json.loads(token)
    except ValueError:
        raise _NoRowsError from None
    if not isinstance(text, str) or re.search("[\ud800-\udfff]", text):
        raise _NoRowsError
    return text


def written(node: Node, level: int | None = 0) -> str:
    """The JSON of a row; laid out by two blanks a level, or None for without blanks."""
    if not node.type.holds:
        return _scalar(node)
    opening, closing = ("{", "}") if node.type is ValueType.OBJECT else ("[", "]")
    if not node.children:
        return opening + closing
    inner = None if level is None else level + 1
    rows = [_pair(child, inner) for child in node.children]
    if level is None:
        return opening + ",".join(rows) + closing
    blanks = "\n" + "  " * level
    return opening + ",".join(f"{blanks}  {row}" for row in rows) + blanks + closing


def _pair(child: Node, level: int | None) -> str:
    value = written(child, level)
    in_object = child.parent is not None and child.parent.type is ValueType.OBJECT
    colon = ":" if level is None else ": "
    return _quoted(child.key) + colon + value if in_object else value


def _scalar(node: Node) -> str:
    if node.type is ValueType.TEXT:
        return _quoted(node.text)
    return "null" if node.type is ValueType.NOTHING else node.text


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def squeezed(text: str) -> str | None:
    """Good JSON without its blanks, its numbers as they are written; else None."""
    try:
        parse(f'{{"":{text}}}')
    except DocumentError:
        return None
    tree = read_tree(text)
    return written(tree, None) if tree else None
