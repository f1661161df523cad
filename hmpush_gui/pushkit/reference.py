"""Reads what Huawei may change: kinds of message, schemas, codes, limits.

All of it is data under `resources/pushkit/`; each file names its source.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hmpush_gui import assets

from .document import Path
from .message import Api, Json, Message


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of message that can be composed.

    `data_path` is where custom data travels, as a JSON object or as a text holding
    JSON; `test_path` is the switch for a test message or a dry run.
    """

    key: str
    api: Api
    push_type: str
    schema: str
    title: str
    description: str
    data_path: Path
    data_is_text: bool
    test_path: Path
    blank: Json

    def message(self) -> Message:
        """A new message of this kind, with nothing written yet."""
        return Message(self.api, self.push_type, self.blank)

    @property
    def shows_notification(self) -> bool:
        return not self.key.endswith(("data", "background"))


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


@cache
def limits() -> Json:
    """The numbers of facts D."""
    return dict(assets.read_json("pushkit/limits.json"))


@cache
def schema(name: str) -> Json:
    """The JSON Schema `name`, with our annotations."""
    return dict(assets.read_json(f"pushkit/schema/{name}.json"))


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of message, in the order to offer them."""
    rows = assets.read_json("pushkit/kinds.json")["kinds"]
    return tuple(_kind(row) for row in rows)


def kind(key: str) -> Kind:
    """The kind called `key`. Raises KeyError."""
    for candidate in kinds():
        if candidate.key == key:
            return candidate
    raise KeyError(key)


def kind_of(message: Message) -> Kind:
    """The kind that `message` is: by push-type, or for v1 and v2 by its shape (A.4).

    A push-type that cannot be composed yet counts as an alert of its generation.
    """
    candidates = [each for each in kinds() if each.api is message.api]
    if message.api.legacy:
        body = message.document.get("message")
        shows = not isinstance(body, dict) or _shows(body)
        candidates = [each for each in candidates if each.shows_notification == shows]
    else:
        fitting = [each for each in candidates if each.push_type == message.push_type]
        candidates = fitting or candidates
    return candidates[0]


def _shows(body: Json) -> bool:
    android = body.get("android")
    inner = android.get("notification") if isinstance(android, dict) else None
    return "notification" in body or inner is not None or "data" not in body


def fields(kind: Kind, tab: str) -> Iterator[Field]:
    """The fields of `kind` that belong on the form `tab`, in schema order."""
    for each in _walk(schema(kind.schema), ()):
        only_for = each.schema.get("x-kind")
        if only_for == "notification" and not kind.shows_notification:
            continue
        if each.schema.get("x-tab") == tab:
            yield each


def label(schema_name: str, path: Path) -> str:
    """What people call the value at `path`; the key itself where no schema knows it."""
    node = schema(schema_name)
    for key in path:
        node = node.get("properties", {}).get(key, {})
    return str(node.get("title", path[-1] if path else ""))


def _walk(node: Json, path: Path) -> Iterator[Field]:
    required = node.get("required", ())
    for key, child in node.get("properties", {}).items():
        here = (*path, key)
        yield Field(here, child, key in required)
        yield from _walk(child, here)


def _kind(row: dict[str, Any]) -> Kind:
    return Kind(
        key=row["key"],
        api=Api(row["api"]),
        push_type=row["push_type"],
        schema=row["schema"],
        title=row["title"],
        description=row["description"],
        data_path=tuple(row["data_path"]),
        data_is_text=row["data_as"] == "text",
        test_path=tuple(row["test_path"]),
        blank=row["blank"],
    )
