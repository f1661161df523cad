"""What can be written at a place of a message's JSON text, from its schema."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from .cursor_place import CursorPlace
from .kinds import Kind
from .message import Json
from .schema_place import node_of
from .words import QT_TRANSLATE_NOOP, Sentence

_REQUIRED = QT_TRANSLATE_NOOP("pushkit", "required")
_DEFAULT = QT_TRANSLATE_NOOP("pushkit", "default")
_DEPRECATED = QT_TRANSLATE_NOOP("pushkit", "deprecated")

_STUBS = {"string": '""', "object": "{}", "array": "[]"}


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing to offer.

    `word` is what it is called and searched by, `text` the JSON to put in, and `back`
    how many characters before its end the cursor goes. `label` and `help` are texts of
    the reference data; `note` says that it is required, deprecated, or the
    default.
    """

    word: str
    text: str
    back: int
    label: str
    help: str
    note: Sentence | None = None


def completions(
    kind: Kind, place: CursorPlace, present: Collection[str]
) -> list[Completion]:
    """What may stand at `place`; keys that are `present` already are left out."""
    node = node_of(kind.schema, place.path)
    if not node:
        return []
    if place.writes_key:
        keys = _keys(kind, node, place, present)
        # What is deprecated comes last; the rest in the order of the schema.
        return sorted(keys, key=lambda each: each.note is _DEPRECATED)
    return list(_values(node))


def fitting(offers: list[Completion], typed: str) -> list[Completion]:
    """Those that begin with what was typed, then those that hold it."""
    want = typed.casefold()
    begins = [each for each in offers if each.word.casefold().startswith(want)]
    holds = [
        each
        for each in offers
        if each not in begins
        and (want in each.word.casefold() or want in each.label.casefold())
    ]
    return begins + holds


def _keys(
    kind: Kind, node: Json, place: CursorPlace, present: Collection[str]
) -> Iterator[Completion]:
    required = (*node.get("required", ()), *node.get("else", {}).get("required", ()))
    comma = "," if place.after == '"' else ""
    has_colon = place.after == ":"
    for key, child in node.get("properties", {}).items():
        own = place.typed == key
        is_ours = kind.shape in child.get("x-kind", (kind.shape,))
        if not is_ours or child.get("x-old") is True or (key in present and not own):
            continue
        stub = _stub(child)
        rest = "" if has_colon else f": {stub}{comma}"
        back = 0 if has_colon else len(stub + comma) - len(stub) // 2
        yield Completion(
            key,
            f'"{key}"{rest}',
            back,
            str(child.get("title", "")),
            str(child.get("description", "")),
            _note(child, key in required),
        )


def _note(node: Json, is_required: bool) -> Sentence | None:
    if node.get("deprecated"):
        return _DEPRECATED
    return _REQUIRED if is_required else None


def _stub(node: Json) -> str:
    """The beginning of a value, in whose middle writing goes on."""
    if "enum" in node and node.get("type") != "string":
        return ""
    return _STUBS.get(str(node.get("type")), "")


def _values(node: Json) -> Iterator[Completion]:
    old = node.get("x-old")
    old = old if isinstance(old, list) else ()
    if "enum" in node:
        names = node.get("x-names") or node["enum"]
        for value, name in zip(node["enum"], names, strict=True):
            if value not in old:
                yield _value(value, "" if name == value else str(name), node)
    elif node.get("type") == "boolean":
        yield from (_value(value, "", node) for value in (True, False))
    else:
        offered = [*node.get("x-suggestions", ()), *node.get("examples", ())]
        seen: list[str] = []
        for value in offered:
            if isinstance(value, str | int | float) and str(value) not in seen:
                seen.append(str(value))
                yield _value(value, "", node)


def _value(value: Any, label: str, node: Json) -> Completion:
    text = json.dumps(value, ensure_ascii=False)
    word = value if isinstance(value, str) else text
    is_default = "default" in node and text == json.dumps(node["default"])
    note = _DEFAULT if is_default else None
    return Completion(word, text, 0, label, str(node.get("description", "")), note)
