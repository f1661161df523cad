"""What is wrong with a row of custom data, and how it changes its type."""

import json
import math
import re
from collections import Counter

from .data_tree import Node, ValueType, read_tree, written
from .problem import Severity
from .words import QT_TRANSLATE_NOOP, Sentence

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")

_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_WORD = re.compile(r'(?!(?:true|false|null)$)[^\s"{}\[\]:,]+')

EXACT = 2**53
"""Above it, programs that keep numbers as JavaScript does lose digits."""


def finding(node: Node) -> tuple[Severity, Sentence] | None:
    """What is wrong with the row itself, or worth knowing."""
    if _stands_twice(node):
        return Severity.BLOCKING, QT_TRANSLATE_NOOP(
            "pushkit",
            "The key “{key}” stands twice here, and only one of them would arrive: "
            "give one another name.",
        ).format(key=node.key)
    if node.type is ValueType.NUMBER:
        return _number_finding(node.text)
    if node.type is ValueType.TEXT and _COMMA.fullmatch(node.text):
        return Severity.HINT, QT_TRANSLATE_NOOP(
            "pushkit", "“{text}” is sent as a text: a number is written with a point."
        ).format(text=node.text)
    return None


def _stands_twice(node: Node) -> bool:
    parent = node.parent
    if parent is None or parent.type is not ValueType.OBJECT:
        return False
    return sum(each.key == node.key for each in parent.children) > 1


def _number_finding(text: str) -> tuple[Severity, Sentence] | None:
    if not _NUMBER.fullmatch(text):
        return Severity.BLOCKING, _no_number(text)
    if math.isinf(float(text)):
        return Severity.BLOCKING, QT_TRANSLATE_NOOP(
            "pushkit", "{number} is too large for a number. Make it a text."
        ).format(number=text)
    if text.lstrip("-").isdigit() and len(text) < 400 and abs(int(text)) > EXACT:
        return Severity.HINT, QT_TRANSLATE_NOOP(
            "pushkit",
            "Every digit is sent, but apps often read only the first 15 to 16. For an "
            "ID, a text is safer.",
        )
    return None


def _no_number(text: str) -> Sentence:
    if re.fullmatch(r"-?0[0-9]+", text):
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "A number does not begin with 0. Make it a text to keep “{text}”.",
        ).format(text=text)
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "“{text}” is no number. Write digits, such as 12 or -1.5, or make it a text.",
    ).format(text=text)


def first_bad(root: Node) -> Node | None:
    """The first row below `root` that keeps the data from being sent."""
    for node in root.walk():
        if node.type is ValueType.OBJECT:
            keys = Counter(child.key for child in node.children)
            twins = [child for child in node.children if keys[child.key] > 1]
            if twins:
                return twins[0]
        if node.type is ValueType.NUMBER:
            found = _number_finding(node.text)
            if found and found[0] is Severity.BLOCKING:
                return node
    return None


def holds_json(node: Node) -> bool:
    """Whether the row is a text that holds an object or list, to be unfolded."""
    return node.type is ValueType.TEXT and read_tree(node.text) is not None


def set_value(node: Node, text: str) -> None:
    """Take what was typed as the value of a row.

    What is not even one word cannot be kept as a number, for in the JSON it would be
    something else: the row becomes a text.
    """
    if node.type is ValueType.NUMBER and _WORD.fullmatch(text.strip()):
        node.text = text.strip()
        return
    if node.type is ValueType.NUMBER:
        node.type = ValueType.TEXT
    if node.type is not ValueType.TRUTH or text in ("true", "false"):
        node.text = text


def convert(node: Node, kind: ValueType) -> None:
    """Give the row another type, keeping what can be kept.

    A text that holds JSON becomes its rows, and rows become their JSON as text. Between
    objects and lists the rows stay; any other value becomes the first row.
    """
    if kind is node.type:
        return
    if kind.holds:
        _fill(node, kind)
    else:
        text = _as_text(node)
        node.children = []
        node.text = _scalar_text(kind, text)
    node.type = kind


def _fill(node: Node, kind: ValueType) -> None:
    if node.type.holds:
        rows = node.children
    elif node.type is ValueType.TEXT and (tree := read_tree(node.text)):
        rows = tree.children
    elif node.text:
        rows = [Node(node.type, "", node.text)]
    else:
        rows = []
    for number, row in enumerate(rows):
        row.parent = node
        in_object = kind is ValueType.OBJECT
        row.key = (row.key or str(number)) if in_object else ""
    node.children = list(rows)
    node.text = ""


def _as_text(node: Node) -> str:
    return written(node, None) if node.type.holds else node.text


def _scalar_text(kind: ValueType, text: str) -> str:
    if kind is ValueType.NUMBER:
        return text.strip() if _NUMBER.fullmatch(text.strip()) else "0"
    if kind is ValueType.TRUTH:
        return json.dumps(text.strip().casefold() in ("true", "1", "yes"))
    return "" if kind is ValueType.NOTHING else text


def fresh_key(parent: Node, wanted: str) -> str:
    """A key that no row of `parent` has: `wanted`, or it with a number behind it."""
    taken = {each.key for each in parent.children}
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}{number}" in taken:
        number += 1
    return f"{wanted}{number}"


def copy_of(node: Node) -> Node:
    """The same row again, with rows of its own below."""
    twin = Node(node.type, node.key, node.text)
    for child in node.children:
        twin.insert(len(twin.children), copy_of(child))
    return twin
