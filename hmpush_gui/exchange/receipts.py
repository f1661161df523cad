"""Reads what Huawei posts to a receipt address, of versions 1 and 2 (facts I.1)."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from hmpush_gui.pushkit.document import parse
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.loose import a_number, a_text, an_object
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.receipt import Receipt
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

_HEADER = re.compile(r"^[ \t]*x-huawei-callback-id[ \t]*:(.*)$", re.I | re.M)
_BODY = re.compile(r"^[ \t]*[{\[]", re.M)
_EARLIEST, _LATEST = 0, 253_402_000_000
"""Unix seconds that a calendar has a day for."""
_RESULT = re.compile(r"\d{1,9}")


class Unread(NamedTuple):
    """A status that is no receipt: its number, from 1, and what is wrong with it."""

    number: int
    why: Sentence


class Callback(NamedTuple):
    """What was found; `header` is the value of X-HUAWEI-CALLBACK-ID, "" for none."""

    receipts: tuple[Receipt, ...]
    unread: tuple[Unread, ...] = ()
    header: str = ""


class _Header(NamedTuple):
    """The value of X-HUAWEI-CALLBACK-ID, found beside a body."""

    value: str


def read_callback(text: str) -> Callback:
    """The receipts in `text`: a body, a list of statuses or bodies, or one a line.

    What an HTTP log shows before a body is passed over, but for the signature. Raises
    DocumentError where there is no JSON, or no status in it.
    """
    text = text.removeprefix("\ufeff")
    found = _HEADER.search(text)
    header = found[1].strip() if found else ""
    receipts: list[Receipt] = []
    unread: list[Unread] = []
    number = 0
    for status in _all_statuses(_body(text)):
        if isinstance(status, _Header):
            header = header or status.value
            continue
        number += 1
        read = status if isinstance(status, Sentence) else _read(status)
        if isinstance(read, Sentence):
            unread.append(Unread(number, read))
        else:
            receipts += read
    if not receipts and not unread:
        raise DocumentError(_NOTHING)
    return Callback(tuple(receipts), tuple(unread), _clean(header))


def _body(text: str) -> str:
    """What is left of a captured request without its first lines."""
    begin = _BODY.search(text)
    return text[begin.start() :] if begin else text


def _all_statuses(text: str) -> Iterator[Any]:
    for value in _values(text):
        yield from _statuses(value)


def _values(text: str) -> Iterator[Any]:
    try:
        yield json.loads(text)
    except (ValueError, RecursionError):
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not _is_json(lines[0]):
            # Says where it broke, and of what it is too much.
            yield parse(text)
            return
        yield from map(_line, filter(_begins_json, lines))


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _line(line: str) -> Any:
    """The value in a line, or a sentence on why it is none."""
    try:
        return parse(line)
    except DocumentError as error:
        return error.sentence


def _begins_json(line: str) -> bool:
    return line.lstrip().startswith("{")


def _statuses(value: Any) -> Iterator[Any]:
    """The statuses in a body, a list of either, or a captured call; header as text."""
    # Lists in lists are walked one by one: a body may nest without end.
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Sentence):
            yield each
        elif isinstance(each, list):
            waiting += reversed(each)
        elif not isinstance(each, dict):
            continue
        elif isinstance(each.get("statuses"), list):
            yield from each["statuses"]
        elif "body" in each and "token" not in each:
            yield from _header_of(an_object(each.get("headers")))
            waiting.append(_inside(each["body"]))
        elif each.keys() & {"token", "deliveryStatus", "formStatus", "status"}:
            yield each


def _header_of(headers: Json) -> Iterator[_Header]:
    for name, value in headers.items():
        if name.lower() == "x-huawei-callback-id" and a_text(value):
            yield _Header(a_text(value))


def _inside(body: Any) -> Any:
    """A body that was logged as a text."""
    if not isinstance(body, str):
        return body
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _read(status: Any) -> list[Receipt] | Sentence:
    if not isinstance(status, dict):
        return _NO_OBJECT
    token = _clean(a_text(status.get("token")))
    if not token:
        return _NO_TOKEN
    parts = [
        status[name] for name in ("deliveryStatus", "formStatus") if name in status
    ]
    version = 2 if parts else 1
    found = []
    for part in parts or [status]:
        fate = an_object(part)
        result = _result(fate.get("result" if parts else "status"))
        if result is None:
            return _NO_RESULT
        found.append(_receipt(status, token, result, fate, version))
    return found


def _receipt(
    status: Json, token: str, result: int, fate: Json, version: int
) -> Receipt:
    app = status.get("appPackageName") if version == 2 else status.get("appid")
    return Receipt(
        token,
        result,
        _seconds(fate.get("timestamp")),
        _clean(a_text(status.get("requestId"))),
        _clean(a_text(status.get("biTag"))),
        _clean(a_text(app)),
        _clean(a_text(status.get("pushType"))),
        _clean(a_text(fate.get("formId"))),
        version,
    )


def _result(value: Any) -> int | None:
    """A whole number, which some servers log as a text."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    text = str(value).strip() if isinstance(value, str) or abs(value) < 10**9 else ""
    return int(text) if text.isascii() and _RESULT.fullmatch(text) else None


def _seconds(value: Any) -> float | None:
    """Unix seconds of a time in milliseconds, which may be a text."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value) if len(value) < 20 else None
    number = a_number(value)
    if number is None:
        return None
    seconds = number / 1000
    return seconds if _EARLIEST < seconds < _LATEST else None


def _clean(text: str) -> str:
    """Without halves of characters, which no file and no window can hold."""
    return text.encode("utf-8", "replace").decode()


_NOTHING = QT_TRANSLATE_NOOP(
    "exchange",
    "There is no receipt in it. Paste the body that Huawei posted to your server: it "
    "begins with {{ and has a list “statuses”.",
)
_NO_OBJECT = QT_TRANSLATE_NOOP("exchange", "It is no JSON object.")
_NO_TOKEN = QT_TRANSLATE_NOOP("exchange", "It names no token.")
_NO_RESULT = QT_TRANSLATE_NOOP(
    "exchange",
    "It has no result: neither a number in “deliveryStatus” or “formStatus”, nor in "
    "“status”.",
)
