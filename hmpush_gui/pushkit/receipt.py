"""Receipts: what became of a message on a phone, as Huawei tells a server (I.1)."""

from datetime import datetime
from typing import NamedTuple

DELIVERED = 0
"""The result of a message that got to its device (facts I.1)."""

NOWHERE = -1
"""The position of a token that is not among the devices of its send."""


class Receipt(NamedTuple):
    """One status of a callback.

    `at` is Unix seconds, None where the status tells no time. `app` is a package name
    in `version` 2 and an app ID in version 1. `form_id` is that of a widget, else "".
    """

    token: str
    result: int
    at: float | None = None
    request_id: str = ""
    bi_tag: str = ""
    app: str = ""
    push_type: str = ""
    form_id: str = ""
    version: int = 2


class SendName(NamedTuple):
    """The send that a receipt belongs to; `sure` is False where only a label says so.

    `started_at` is Unix seconds; `title` is the user's name for it, if it has one.
    """

    key: str
    title: str
    started_at: float
    project_key: str
    sure: bool = True


class KeptReceipt(NamedTuple):
    """A receipt of a send: the place of its device there, NOWHERE for any other.

    `at` is Unix seconds, 0 for unknown.
    """

    position: int
    token: str
    result: int
    at: float
    form_id: str = ""


def local_time(at: float | None) -> str:
    """A moment in the time of this computer, with its zone; "" for None."""
    if at is None:
        return ""
    moment = datetime.fromtimestamp(at).astimezone()
    zone = f"{moment:%z}"
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC{zone[:3]}:{zone[3:5]}"
