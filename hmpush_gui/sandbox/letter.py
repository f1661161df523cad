"""A message on its way to phones: how it looks, and what decides over it there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hmpush_gui.pushkit.message import Json, Message

from .display import draw_v3
from .legacy_display import draw_legacy, read_text
from .live_views import LiveStep
from .phone import Delivery
from .receipts import Sheet
from .rights import MARKETING, Rights
from .shape import seconds

TTL = 86400
"""Seconds a message waits for an offline phone unless it says otherwise (facts D)."""

_COLLAPSING = frozenset({"", "0", "2"})
"""Push-types whose collapse key counts (facts B.4); empty is v1 and v2."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message, the same for every phone.

    `look` is what a Delivery shows, token and time left out. Times are Unix seconds.
    `collapse` is None where all are kept. `badge` is (set, add). `form` is (form id,
    version). `calm` messages obey the marketing quota. `app_id` is empty for v3.
    """

    look: Mapping[str, Any] = field(repr=False)
    at: float
    ends: float
    request_id: str
    push_type: str
    bi_tag: str = ""
    receipt_id: str = ""
    app_id: str = ""
    collapse: int | None = None
    app_message_id: str = ""
    profile_id: str = ""
    badge: tuple[int | None, int] | None = None
    front_shows: bool = True
    calm: bool = False
    form: tuple[int, int] | None = None
    live: LiveStep | None = None

    @property
    def shows(self) -> bool:
        return bool(self.look["shows"])

    @property
    def test(self) -> bool:
        return bool(self.look["test"])

    @property
    def background(self) -> bool:
        """Whether it only wakes the app (facts B.8; a legacy data message)."""
        return self.push_type == "6" or (bool(self.app_id) and not self.shows)

    def delivery(self, token: str, at: float, **changes: Any) -> Delivery:
        """The message on the phone of `token`."""
        look = {**self.look, **changes} if changes else self.look
        return Delivery(token=token, at=at, **look)

    def sheet(
        self, at: float, tokens: tuple[str, ...], results: Mapping[int, int]
    ) -> Sheet:
        """The receipts of `tokens`, by place in it."""
        return Sheet(
            self.request_id,
            self.push_type,
            self.bi_tag,
            at,
            tokens,
            results,
            self.app_id,
            self.form[0] if self.form else None,
            self.receipt_id,
        )


def write_letter(
    message: Message, request_id: str, at: float, rights: Rights, app_id: str
) -> Letter:
    """The letter that an accepted message makes."""
    legacy = message.api.legacy
    look = draw_legacy(message, rights) if legacy else draw_v3(message, rights)
    look |= {
        "request_id": request_id,
        "api": message.api,
        "push_type": message.push_type,
    }
    category = look["category"]
    return Letter(
        look,
        at,
        request_id=request_id,
        push_type=message.push_type,
        app_id=app_id if legacy else "",
        # Facts C.3: what is not granted obeys the marketing quota too.
        calm=message.push_type in _QUOTED
        and (category == MARKETING or not rights.grants(category)),
        **(_legacy(message, at) if legacy else _v3(message, at)),
    )


_QUOTED = frozenset({"", "0"})
"""Push-types that the daily quotas of facts C.1 count."""


def _v3(message: Message, at: float) -> dict[str, Any]:
    options = message.document.get("pushOptions") or {}
    payload = message.document["payload"]
    note = payload.get("notification") or {}
    kind = message.push_type
    rest: dict[str, Any] = {
        "ends": at + (options.get("ttl") or TTL),
        "bi_tag": options.get("biTag") or "",
        "receipt_id": options.get("receiptId") or "",
        "app_message_id": note.get("appMessageId") or "",
        "profile_id": note.get("profileId") or "",
        "badge": _badge(note.get("badge"), "setNum", "addNum"),
        "front_shows": note.get("foregroundShow") is not False and kind != "2",
    }
    if kind in _COLLAPSING:
        rest["collapse"] = _collapse(options.get("collapseKey"))
    if kind == "1":
        rest["form"] = (int(payload["formId"]), int(payload["version"]))
    if kind == "7":
        rest["live"] = LiveStep.of(payload)
    return rest


def _legacy(message: Message, at: float) -> dict[str, Any]:
    android = message.document["message"].get("android") or {}
    note = android.get("notification") or {}
    ttl = android.get("ttl")
    badge = note.get("badge")
    add = "add_num"
    if isinstance(badge, dict) and badge.get("set_num") is badge.get(add) is None:
        # Facts A.7: a badge without numbers counts one up.
        badge = badge | {add: 1}
    return {
        "ends": at + (seconds(ttl) if ttl else TTL),
        "bi_tag": read_text(android.get("bi_tag")),
        "receipt_id": read_text(android.get("receipt_id")),
        "collapse": _collapse(android.get("collapse_key")),
        "profile_id": read_text(note.get("profile_id")),
        "badge": _badge(badge, "set_num", add),
        "front_shows": note.get("foreground_show") is not False,
    }


def _badge(badge: Json | None, set_: str, add: str) -> tuple[int | None, int] | None:
    if not isinstance(badge, dict):
        return None
    fixed, more = badge.get(set_), badge.get(add)
    return (None if fixed is None else int(fixed), int(more or 0))


def _collapse(key: float | None) -> int | None:
    """The group of which only the newest waits; -1 keeps all (facts A.5, B.4)."""
    return None if key is None or key < 0 else int(key)
