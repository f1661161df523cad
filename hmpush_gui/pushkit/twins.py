"""Which values of v3 and of the legacy API mean the same (facts H)."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from .document import Path


class Twin(NamedTuple):
    """Where one meaning stands in both generations, and how it is rewritten.

    A value that the other side cannot say becomes None.
    """

    legacy: Path
    v3: Path
    to_v3: Callable[[Any], Any] = lambda value: value
    to_legacy: Callable[[Any], Any] = lambda value: value


def _seconds(value: Any) -> Any:
    """`86400s` as a whole number (facts A.5, B.4); anything else as it is."""
    text = value if isinstance(value, str) else ""
    whole = re.fullmatch(r"([0-9]{1,9})(\.0*)?[sS]?", text)
    return int(whole[1]) if whole else value


def _duration(value: Any) -> Any:
    return f"{value}s" if isinstance(value, int) else value


def _action_type(value: Any) -> Any:
    """What opens the app or its page; v3 opens no web address (facts A.7, B.5.1)."""
    return {3: 0, 1: 1}.get(value) if isinstance(value, int) else None


def _click_type(value: Any) -> Any:
    return {0: 3, 1: 1}.get(value) if isinstance(value, int) else None


_ANDROID: Path = ("message", "android")
_NOTE: Path = (*_ANDROID, "notification")
_ALERT: Path = ("payload", "notification")
_CLICK: Path = (*_NOTE, "click_action")

TWINS = (
    Twin(("message", "notification", "title"), (*_ALERT, "title")),
    Twin(("message", "notification", "body"), (*_ALERT, "body")),
    Twin(("message", "notification", "image"), (*_ALERT, "image")),
    Twin((*_ANDROID, "category"), (*_ALERT, "category")),
    Twin((*_ANDROID, "collapse_key"), ("pushOptions", "collapseKey")),
    Twin((*_ANDROID, "bi_tag"), ("pushOptions", "biTag")),
    Twin((*_ANDROID, "receipt_id"), ("pushOptions", "receiptId")),
    Twin((*_ANDROID, "ttl"), ("pushOptions", "ttl"), _seconds, _duration),
    Twin((*_NOTE, "style"), (*_ALERT, "style")),
    Twin((*_NOTE, "big_title"), (*_ALERT, "bigTitle")),
    Twin((*_NOTE, "big_body"), (*_ALERT, "bigBody")),
    Twin((*_NOTE, "inbox_content"), (*_ALERT, "inboxContent")),
    Twin((*_NOTE, "notify_id"), (*_ALERT, "notifyId")),
    Twin((*_NOTE, "profile_id"), (*_ALERT, "profileId")),
    Twin((*_NOTE, "foreground_show"), (*_ALERT, "foregroundShow")),
    Twin((*_NOTE, "badge", "add_num"), (*_ALERT, "badge", "addNum")),
    Twin((*_NOTE, "badge", "set_num"), (*_ALERT, "badge", "setNum")),
    Twin((*_CLICK, "action"), (*_ALERT, "clickAction", "action")),
    Twin(
        (*_CLICK, "type"),
        (*_ALERT, "clickAction", "actionType"),
        _action_type,
        _click_type,
    ),
)
