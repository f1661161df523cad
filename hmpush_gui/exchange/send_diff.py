"""What differs between two sends: message, request, answer."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.protocol import Answer, Exchange

from .json_diff import Change, Difference, differences, path_text, value_text


class Part(StrEnum):
    """What is held against each other, in this order."""

    MESSAGE = "message"
    REQUEST = "request"
    STATUS = "status"
    HEADERS = "headers"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Side:
    """A message, and one request it went out in with what became of it, if it did."""

    message: Message
    exchange: Exchange | None = None


Compared = Mapping[Part, tuple[Difference, ...]]
"""The differences of each part that both sides have."""

_MARKS = {Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~"}


def compare(before: Side, after: Side) -> Compared:
    """What differs; of a side that was not sent there is the message only."""
    old, new = _parts(before), _parts(after)
    return {
        part: tuple(differences(old[part], new[part]))
        for part in Part
        if part in old and part in new
    }


def compared_text(compared: Compared, titles: Mapping[Part, str], same: str) -> str:
    """The differences as text to be pasted; `same` is said of a part without any."""
    blocks = []
    for part, found in compared.items():
        lines = [_line(each) for each in found] or [f"  {same}"]
        blocks.append("\n".join([titles[part], *lines]))
    return "\n\n".join(blocks) + "\n"


def _line(difference: Difference) -> str:
    mark, where = _MARKS[difference.change], path_text(difference.path)
    if difference.change is Change.CHANGED:
        before, after = value_text(difference.before), value_text(difference.after)
        return f"{mark} {where}: {before} → {after}"
    added = difference.change is Change.ADDED
    value = difference.after if added else difference.before
    return f"{mark} {where}: {value_text(value)}"


def _parts(side: Side) -> dict[Part, Any]:
    message = side.message
    kind = {"api": str(message.api), "push-type": str(message.push_type)}
    parts: dict[Part, Any] = {Part.MESSAGE: kind | message.document}
    exchange = side.exchange
    if exchange is not None:
        headers = exchange.sent_headers or tuple(exchange.request.headers.items())
        line = {"method": exchange.request.method, "url": exchange.request.url}
        parts[Part.REQUEST] = line | _headers(headers)
        if exchange.answer is not None:
            parts |= _answer_parts(exchange.answer)
    return parts


def _answer_parts(answer: Answer) -> dict[Part, Any]:
    return {
        Part.STATUS: f"{answer.status} {answer.phrase}".strip(),
        Part.HEADERS: _headers(answer.headers),
        Part.BODY: _unfolded(answer.body.decode("utf-8", "replace")),
    }


def _headers(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by their names in small letters; repeated ones as if written once."""
    found: dict[str, str] = {}
    for name, value in headers:
        name = name.lower()
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _unfolded(text: str) -> Any:
    """What a text holds as JSON; also what objects in it hold as text (facts F.1)."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    if isinstance(value, dict):
        return {
            key: _unfolded(each) if _may_be_object(each) else each
            for key, each in value.items()
        }
    return value


def _may_be_object(value: Any) -> bool:
    return isinstance(value, str) and value.lstrip().startswith("{")
