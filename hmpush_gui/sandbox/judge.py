"""Judges a push request from its bytes, and says what it asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.reference import limits
from hmpush_gui.pushkit.schemas import schema

from . import alert_rules, legacy_rules, live_view_rules, widget_rules
from .body import check_size, read_object, read_tokens
from .condition import Matcher
from .refusal import Refusal, illegal
from .rights import is_badge_only
from .shape import ILLEGAL_PAYLOAD, faults
from .wire import HttpRequest

PUSH_TYPES = ("0", "1", "2", "6", "7", "10")
"""All that are documented (facts B.2)."""

_WIDGET = "1"

_TEXTS = {
    ILLEGAL_PAYLOAD: "Illegal payload",
    "80100004": "Illegal expire time",
    "80100013": "collapse_key is not valid",
}
"""How the text of a refusal begins (facts F.2)."""

_HINTS: dict[str, Callable[[Json], Iterator[str]]] = {
    "": legacy_rules.hints,
    "0": alert_rules.hints,
    "1": widget_rules.hints,
    "2": alert_rules.speech_hints,
    "7": live_view_rules.hints,
}
"""What fields demand of each other, by push-type; empty is v1 and v2."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A request that Push Kit takes; its tokens are still to be looked up.

    `audience` says who is meant where the message goes to topics, not to tokens.
    """

    message: Message
    tokens: tuple[str, ...]
    audience: Matcher | None = None

    @property
    def dry(self) -> bool:
        """Whether only the format is checked (facts A.3, `validate_only`)."""
        return self.message.api.legacy and self.message.is_test


def judge(api: Api, request: HttpRequest) -> Submission:
    """What `request` asks for. Raises Refusal with the first thing that is wrong."""
    check_media_type(request)
    push_type = "" if api.legacy else read_push_type(request, PUSH_TYPES)
    message = Message(api, push_type, read_object(request.body))
    check_size(message.document, message.token_path)
    _check_document(message)
    audience = legacy_rules.find_audience(message.document) if api.legacy else None
    for hint in _hints(message):
        raise illegal(hint)
    if audience is not None:
        return Submission(message, (), audience)
    return Submission(message, _tokens(message, message.token_path))


def check_media_type(request: HttpRequest) -> None:
    if request.media_type != "application/json":
        raise Refusal(
            "80100001", "Check Parameter Error, Content-Type is not application/json"
        )


def read_push_type(request: HttpRequest, allowed: tuple[str, ...]) -> str:
    """The header of that name. Raises Refusal."""
    value = request.header("push-type")
    if value not in allowed:
        raise illegal("The header does not contain valid push-type")
    return value


def _check_document(message: Message) -> None:
    for fault in faults(_schema(message), message.document):
        beginning = _TEXTS.get(fault.code, "Check Parameter Error")
        raise Refusal(fault.code, f"{beginning}, {fault.hint}")


def _schema(message: Message) -> Json:
    name = "legacy" if message.api.legacy else f"v3-{message.push_type}"
    try:
        return schema(name)
    except FileNotFoundError:
        text = f"this sandbox does not know push-type {message.push_type} yet"
        raise illegal(text) from None


def _hints(message: Message) -> Iterator[str]:
    if is_badge_only(message) or message.push_type not in _HINTS:
        return iter(())
    return _HINTS[message.push_type](message.document)


def _tokens(message: Message, path: Path) -> tuple[str, ...]:
    """The tokens, in a number Push Kit allows (facts B.4, C.4)."""
    tokens = read_tokens(message.document, path)
    check_count(tokens, 1 if message.push_type == _WIDGET else limits()["tokens"])
    most_in_test = limits()["test_tokens"]
    if not message.api.legacy and message.is_test and len(tokens) > most_in_test:
        raise Refusal(
            "80300030", f"test message token count should within 1 and {most_in_test}."
        )
    return tokens


def check_count(tokens: tuple[str, ...], most: int) -> None:
    """Refuse none, and too many."""
    if not 1 <= len(tokens) <= most:
        raise Refusal("80300010", f"token count should within 1 and {most}.")
