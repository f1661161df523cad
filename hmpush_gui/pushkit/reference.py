"""Reads what Huawei may change: kinds of message, schemas, hosts, categories, limits.

All of it is data under `resources/pushkit/`; each file names its source.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from hmpush_gui import assets

from .document import Path
from .message import Api, Json, Message


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of message that can be composed.

    `data_path` is where custom data travels, as a JSON object or as a text holding
    JSON; `test_path` is the switch for a test message or a dry run. `effect` says in
    words what the phone does. `right` is a key of `rights()`, empty where none is
    needed. `tokens` and `test_tokens` are the most that one request may carry.
    """

    key: str
    api: Api
    push_type: str
    schema: str
    title: str
    description: str
    shows_notification: bool
    effect: str
    right: str
    tokens: int
    test_tokens: int
    data_path: Path
    data_is_text: bool
    test_path: Path
    blank: Json

    def message(self) -> Message:
        """A new message of this kind, with nothing written yet."""
        return Message(self.api, self.push_type, self.blank)

    @property
    def shape(self) -> str:
        """What tells it from others of its schema, such as `notification`, `data`."""
        return self.key.partition("-")[2]


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


# Named tuples: a dataclass each would cost the start more than a millisecond.
class Category(NamedTuple):
    """A value of `category`: its class, and how a phone behaves (facts C.1, C.2).

    `group` is social, service or marketing. `v3` and `legacy` say where it can be used:
    yes, no, or a condition in words. `right` is a key of `rights()`, or empty.
    """

    name: str
    group: str
    right: str
    v3: str
    legacy: str
    title: str
    meant_for: str
    note: str
    phone: str
    quota: str


class Region(NamedTuple):
    """Where a project's data are processed, and the hosts to start from (facts E)."""

    key: str
    title: str
    push_host: str
    oauth_host: str
    documented: bool
    note: str


@cache
def limits() -> Json:
    """The numbers of facts D by name, such as `body_bytes`."""
    return {row["name"]: row["value"] for row in _limit_rows()}


@cache
def limit_words(language: str = "en") -> dict[str, str]:
    """What each of `limits()` means, in one sentence."""
    return {row["name"]: row.get(language) or row["en"] for row in _limit_rows()}


def _limit_rows() -> list[Json]:
    rows: list[Json] = assets.read_json("pushkit/limits.json")["limits"]
    return rows


@cache
def regions(language: str = "en") -> tuple[Region, ...]:
    """The data processing locations of AppGallery Connect, the usual one first."""
    rows = assets.read_json("pushkit/hosts.json")["regions"]
    return tuple(_region(row, row.get(language) or row["en"]) for row in rows)


def _region(row: Json, words: Json) -> Region:
    return Region(
        row["key"],
        words["title"],
        row["push"],
        row["oauth"],
        row["documented"],
        words["note"],
    )


@cache
def categories(language: str = "en") -> tuple[Category, ...]:
    """Every known value of `category`, in the order to offer them."""
    content = _category_file()
    return tuple(_category(row, content, language) for row in content["categories"])


@cache
def rights(language: str = "en") -> dict[str, str]:
    """Right → what it is and how it is got, in one or two sentences (facts C.3)."""
    rows: dict[str, Json] = _category_file()["rights"]
    return {key: row.get(language) or row["en"] for key, row in rows.items()}


def _category_file() -> Json:
    content: Json = assets.read_json("pushkit/categories.json")
    return content


def _category(row: Json, content: Json, language: str) -> Category:
    words = row.get(language) or row["en"]
    behaviour = content["behaviours"][row["behaviour"]]
    behaviour = behaviour.get(language) or behaviour["en"]
    return Category(
        name=row["name"],
        group=row["group"],
        right=row["right"],
        v3=row["v3"],
        legacy=row["legacy"],
        title=words["title"],
        meant_for=words["meant_for"],
        note=words["note"],
        phone=behaviour["phone"],
        quota=behaviour["quota"],
    )


@cache
def schema(name: str) -> Json:
    """The JSON Schema `name` with every `$ref` put in place, so that nobody meets one.

    Our annotations: `x-source` is the row of the facts; `x-tab` the form a value is
    edited on, none for the JSON view alone; `x-kind` the shapes of messages that have
    it; `x-names` words for an `enum`, `x-suggestions` values that are no `enum`;
    `x-form` words for a `pattern`; `x-code` the answer where it is not 80100003;
    `x-since` the system version and `x-right` the right it needs; `x-old` (true, or a
    list of values) what is let through but no longer offered (facts K); `x-maxBytes`
    and `x-maxSeconds` limits that JSON Schema does not know; `x-multiline` a long text.
    """
    whole = _schema_file(name)
    put = _resolved({key: whole[key] for key in whole if key != "$defs"}, name)
    return dict(put)


@cache
def _schema_file(name: str) -> Json:
    return dict(assets.read_json(f"pushkit/schema/{name}.json"))


def _resolved(node: Any, name: str) -> Any:
    """`node` of the file `name` without a `$ref`: what stands beside one, wins."""
    if isinstance(node, list):
        return [_resolved(each, name) for each in node]
    if not isinstance(node, dict):
        return node
    here = {key: _resolved(node[key], name) for key in node if key != "$ref"}
    return _merged(_target(node["$ref"], name), here) if "$ref" in node else here


def _target(reference: str, name: str) -> Any:
    """What `common.json#/$defs/ttl` points at, resolved in its own file."""
    file, _, pointer = reference.partition("#")
    name = file.removesuffix(".json") or name
    node: Any = _schema_file(name)
    for key in pointer.strip("/").split("/"):
        node = node[key]
    return _resolved(node, name)


def _merged(under: Json, over: Json) -> Json:
    """`under` changed by `over`, object by object; null takes a key away."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        merged[key] = _merged(below, value) if both else value  # type: ignore[arg-type]
    return {key: value for key, value in merged.items() if value is not None}


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

    A push-type that does not exist counts as an alert.
    """
    candidates = [each for each in kinds() if each.api is message.api]
    if message.api.legacy:
        shape = _shape(message.document.get("message"))
        fitting = [each for each in candidates if each.shape == shape]
    else:
        fitting = [each for each in candidates if each.push_type == message.push_type]
    return (fitting or candidates)[0]


def _shape(body: Any) -> str:
    """What a v1 or v2 message is for: a phone's notification unless told otherwise."""
    if not isinstance(body, dict):
        return "notification"
    if "android" not in body:
        for elsewhere in ("webpush", "apns"):
            if elsewhere in body:
                return elsewhere
    return "notification" if _shows(body) else "data"


def _shows(body: Json) -> bool:
    android = body.get("android")
    inner = android.get("notification") if isinstance(android, dict) else None
    return "notification" in body or inner is not None or "data" not in body


def fields(kind: Kind, tab: str) -> Iterator[Field]:
    """The fields of `kind` that belong on the form `tab`, in schema order."""
    for each in _fields(kind.schema, kind.shape):
        if each.schema.get("x-tab") == tab:
            yield each


@cache
def _fields(schema_name: str, shape: str) -> tuple[Field, ...]:
    return tuple(_walk(schema(schema_name), (), shape))


def label(schema_name: str, path: Path) -> str:
    """What people call the value at `path`; the key itself where no schema knows it."""
    return str(node_at(schema_name, path).get("title", path[-1] if path else ""))


def node_at(schema_name: str, path: Path) -> Json:
    """How the schema describes the value at `path`; empty where it does not know it.

    An entry of a list is passed by: `buttons`, `name` is the name of a button.
    """
    node = schema(schema_name)
    for key in path:
        node = node.get("items", node).get("properties", {}).get(key, {})
    return node


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


def _kind(row: dict[str, Any]) -> Kind:
    return Kind(
        key=row["key"],
        api=Api(row["api"]),
        push_type=row["push_type"],
        schema=row["schema"],
        title=row["title"],
        description=row["description"],
        shows_notification=row["shows"],
        effect=row["effect"],
        right=row["right"],
        tokens=row["tokens"],
        test_tokens=row["test_tokens"],
        data_path=tuple(row["data_path"]),
        data_is_text=row["data_as"] == "text",
        test_path=tuple(row["test_path"]),
        blank=row["blank"],
    )
