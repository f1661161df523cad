"""Judges a push request from its bytes, and says what it asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.message import Api, Message, PushType
from hmpush_gui.pushkit.reference import limits, schema

from . import alert_rules, legacy_rules
from .body import check_size, read_object, read_tokens
from .refusal import Refusal, illegal
from .shape import ILLEGAL_PAYLOAD, Fault, faults
from .wire import HttpRequest

_OTHER_PUSH_TYPES = frozenset({"1", "2", "7", "10"})
"""Documented (facts B.2), but this sandbox cannot judge them yet."""

_TEXTS = {
    ILLEGAL_PAYLOAD: "Illegal payload",
    "80100004": "Illegal expire time",
    "80100013": "collapse_key is not valid",
}
"""How the text of a refusal begins (facts F.2)."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A request that Push Kit takes; its tokens are still to be looked up."""

    message: Message
    tokens: tuple[str, ...]

    @property
    def dry(self) -> bool:
        """Whether only the format is checked (facts A.3, `validate_only`)."""
        return self.message.api.legacy and self.message.is_test


def judge(api: Api, request: HttpRequest) -> Submission:
    """What `request` asks for. Raises Refusal with the first thing that is wrong."""
    if request.media_type != "application/json":
        raise Refusal(
            "80100001", "Check Parameter Error, Content-Type is not application/json"
        )
    push_type = "" if api.legacy else _push_type(request)
    message = Message(api, push_type, read_object(request.body))
    check_size(message.document, message.token_path)
    _check_document(message)
    tokens = _tokens(message, message.token_path)
    return Submission(message, tokens)


def _push_type(request: HttpRequest) -> str:
    value = request.header("push-type")
    if value in _OTHER_PUSH_TYPES:
        raise illegal(f"this sandbox does not know push-type {value} yet")
    if value not in tuple(PushType):
        raise illegal("The header does not contain valid push-type")
    return value


def _check_document(message: Message) -> None:
    name = "legacy" if message.api.legacy else f"v3-{message.push_type}"
    for fault in faults(schema(name), message.document):
        raise _refusal(fault)
    if message.api.legacy:
        legacy_rules.check_target(message.document)
    for hint in _hints(message):
        raise illegal(hint)


def _refusal(fault: Fault) -> Refusal:
    beginning = _TEXTS.get(fault.code, "Check Parameter Error")
    return Refusal(fault.code, f"{beginning}, {fault.hint}")


def _hints(message: Message) -> Iterator[str]:
    if message.api.legacy:
        return legacy_rules.hints(message.document)
    if message.push_type == PushType.ALERT:
        return alert_rules.hints(message.document)
    return iter(())


def _tokens(message: Message, path: Path) -> tuple[str, ...]:
    """The tokens, in a number Push Kit allows (facts B.4, C.4)."""
    tokens = read_tokens(message.document, path)
    most, most_in_test = limits()["tokens"], limits()["test_tokens"]
    if not 1 <= len(tokens) <= most:
        raise Refusal("80300010", f"token count should within 1 and {most}.")
    if not message.api.legacy and message.is_test and len(tokens) > most_in_test:
        raise Refusal(
            "80300030", f"test message token count should within 1 and {most_in_test}."
        )
    return tokens
