"""What the parts of a v1 or v2 message demand of each other (facts A.4 to A.7)."""

from collections.abc import Iterator

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json

from .refusal import Refusal
from .shape import missing

OPEN_PAGE = 1
OPEN_ADDRESS = 2


def check_target(document: Json) -> None:
    """Refuse two targets at once, and all but a list of tokens (facts A.4)."""
    message = document["message"]
    given = [
        name
        for name in ("token", "topic", "condition")
        if message.get(name) is not None
    ]
    if len(given) > 1:
        text = "only one of token, topic and condition is allowed"
        raise Refusal("80100001", f"Check Parameter Error, {text}")
    if given and given != ["token"]:
        text = "this sandbox knows no topics yet, use token"
        raise Refusal("80100001", f"Check Parameter Error, {text}")


def hints(document: Json) -> Iterator[str]:
    """What is wrong with a message whose fields are right one by one."""
    message = document["message"]
    outer = message.get("notification")
    inner = read(message, ("android", "notification"))
    if outer is None and inner is None:
        if not (message.get("data") or read(message, ("android", "data"))):
            yield "notification and data cannot both be null in body"
    elif message.get("android") is None:
        yield missing("android")
    elif inner is None:
        yield missing("android notification")
    else:
        yield from _notification_hints(outer or {}, inner)


def _notification_hints(outer: Json, inner: Json) -> Iterator[str]:
    for name in ("title", "body"):
        if not (inner.get(name) or outer.get(name)):
            yield missing(name)
    click = inner["click_action"]
    if click["type"] == OPEN_PAGE and not (click.get("intent") or click.get("action")):
        yield "click_action intent and action cannot both be null"
    if click["type"] == OPEN_ADDRESS and not click.get("url"):
        yield missing("click_action url")
