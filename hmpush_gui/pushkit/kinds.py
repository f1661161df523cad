"""The kinds of message that can be composed."""

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
