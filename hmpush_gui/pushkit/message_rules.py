"""Rules between fields, which no schema can tell."""

import json
from collections.abc import Iterator
from typing import Any

from .alert_rules import alert_problems
from .document import compact, encode, read
from .kinds import Kind, kind_of
from .legacy_rules import legacy_problems
from .lint_rules import lint_problems
from .message import Message, PushType
from .option_rules import option_problems
from .payload_rules import payload_problems
from .problem import Problem, blocking, hint, warning
from .reference import limits
from .wording_rules import wording_problems
from .words import QT_TRANSLATE_NOOP


def message_problems(message: Message) -> Iterator[Problem]:
    """Everything about `message` alone that its schema cannot say."""
    kind = kind_of(message)
    yield from _push_type(message)
    yield from _size(message, kind)
    yield from _tokens_inside(message)
    yield from _data(message, kind)
    if kind.shows_notification:
        yield from wording_problems(message)
        yield from lint_problems(message)
    if message.api.legacy:
        yield from legacy_problems(message, kind)
    else:
        yield from alert_problems(message)
        yield from payload_problems(message)
        yield from option_problems(message)


def _push_type(message: Message) -> Iterator[Problem]:
    """Facts B.2, J 2."""
    known = [str(each) for each in PushType]
    if not message.api.legacy and message.push_type not in known:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "There is no push-type {given}: it is one of {known}."
        ).format(given=message.push_type or "–", known=", ".join(known))
        yield blocking("push-type", (), sentence, "B.2, J 2")


def _size(message: Message, kind: Kind) -> Iterator[Problem]:
    """Facts D, J 5; and where the data is the reason, the seed guide's advice."""
    size, allowed = encode(message).size, limits()["body_bytes"]
    excess = size - allowed
    if excess <= 0:
        if size >= allowed * limits()["warn_share"]:
            yield _near(size, allowed)
        return
    sentence = QT_TRANSLATE_NOOP(
        "pushkit", "{size} of {allowed} bytes: cut {excess}."
    ).format(size=size, allowed=allowed, excess=excess)
    yield blocking("size", (), sentence, "D", "80300008")
    data = read(message.document, kind.data_path)
    weight = len(compact(data)) if data else 0
    if weight >= excess:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "The data takes {weight} of the {size} bytes. Send an ID instead and let "
            "the app fetch the rest.",
        ).format(weight=weight, size=size)
        yield warning("size-data", kind.data_path, sentence, "D")


def _near(size: int, allowed: int) -> Problem:
    sentence = QT_TRANSLATE_NOOP(
        "pushkit", "{size} of {allowed} bytes: {left} left before Push Kit refuses it."
    ).format(size=size, allowed=allowed, left=allowed - size)
    return hint("size-near", (), sentence, "D, J 5")


def _tokens_inside(message: Message) -> Iterator[Problem]:
    if read(message.document, message.token_path):
        yield warning(
            "tokens-inside",
            message.token_path,
            QT_TRANSLATE_NOOP(
                "pushkit",
                "The message holds tokens of its own. They are not sent: a send goes "
                "to the chosen devices. Paste them under Devices.",
            ),
            "A.4, B.4",
        )


def _data(message: Message, kind: Kind) -> Iterator[Problem]:
    value = read(message.document, kind.data_path)
    if not kind.data_is_text or not isinstance(value, str) or not value:
        return
    if not isinstance(_json(value), dict):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "The data is not a JSON object. It travels as plain text; apps usually "
            "expect an object such as {example}.",
        ).format(example='{"id":"77"}')
        yield warning("data-not-object", kind.data_path, sentence, "A.4, B.8")


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
