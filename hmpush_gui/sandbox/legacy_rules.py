"""What the parts of a v1 or v2 message demand of each other (facts A.4 to A.9)."""

from collections.abc import Iterator

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json

from .condition import ConditionError, Matcher, is_topic, read_condition
from .refusal import Refusal, illegal
from .shape import missing

OPEN_PAGE = 1
OPEN_ADDRESS = 2
MULTI_LINE = 3


def find_audience(document: Json) -> Matcher | None:
    """Who is meant if it is not tokens. Raises Refusal for two targets (facts A.4)."""
    message = document["message"]
    given = [
        name
        for name in ("token", "topic", "condition")
        if message.get(name) is not None
    ]
    if len(given) > 1:
        text = "only one of token, topic and condition is allowed"
        raise Refusal("80100001", f"Check Parameter Error, {text}")
    if given == ["topic"]:
        return _topic(message["topic"])
    if given == ["condition"]:
        return _condition(message["condition"])
    return None


def _topic(topic: object) -> Matcher:
    if not is_topic(topic):
        raise illegal("topic has an illegal format")
    return lambda topics: topic in topics


def _condition(text: object) -> Matcher:
    if not isinstance(text, str):
        raise illegal("condition should be of type string")
    try:
        return read_condition(text)
    except ConditionError as error:
        raise illegal(str(error)) from None


def hints(document: Json) -> Iterator[str]:
    """What is wrong with a message whose fields are right one by one."""
    message = document["message"]
    outer = message.get("notification")
    inner = read(message, ("android", "notification"))
    elsewhere = message.get("apns") or message.get("webpush")
    if outer is None and inner is None:
        data = message.get("data") or read(message, ("android", "data"))
        if not (data or elsewhere):
            yield "notification and data cannot both be null in body"
    elif inner is not None:
        yield from _notification_hints(outer or {}, inner)
    elif message.get("android") is None:
        if not elsewhere:
            yield missing("android")
    else:
        yield missing("android notification")


def _notification_hints(outer: Json, inner: Json) -> Iterator[str]:
    for name in ("title", "body"):
        if not (inner.get(name) or outer.get(name)):
            yield missing(name)
    click = inner["click_action"]
    if click["type"] == OPEN_PAGE and not (click.get("intent") or click.get("action")):
        yield "click_action intent and action cannot both be null"
    if click["type"] == OPEN_ADDRESS and not click.get("url"):
        yield missing("click_action url")
