"""Writes a v3 message of what was found in another format (facts H, B)."""

from collections.abc import Sequence
from typing import NamedTuple

from hmpush_gui.pushkit.message import Api, Message, PushType

from . import conversion_values as values
from . import v3_drops
from .conversion import Found, Path
from .conversion_sheet import Sheet, Turn, as_it_is
from .v3_choices import ask_for_alert, ask_for_kind, ask_for_test
from .v3_click import write_click
from .v3_data import write_data

ALERT: Path = ("payload", "notification")
NOTE = "message.android.notification"
_OPTIONS: Path = ("pushOptions",)
_QUIET = {
    f"{NOTE}.{each}" for each in ("importance", "group", "channel_id", "when", "tag")
}
"""Fields of a notification that show nothing by themselves."""


class Rule(NamedTuple):
    """Where a field of a v1 message stands in a v3 message."""

    target: Path
    turn: Turn = as_it_is


RULES: dict[str, Rule] = {
    "message.android.category": Rule((*ALERT, "category")),
    f"{NOTE}.title": Rule((*ALERT, "title")),
    "message.notification.title": Rule((*ALERT, "title")),
    f"{NOTE}.body": Rule((*ALERT, "body")),
    "message.notification.body": Rule((*ALERT, "body")),
    f"{NOTE}.image": Rule((*ALERT, "image"), values.image),
    "message.notification.image": Rule((*ALERT, "image"), values.image),
    f"{NOTE}.style": Rule((*ALERT, "style")),
    f"{NOTE}.big_title": Rule((*ALERT, "bigTitle")),
    f"{NOTE}.big_body": Rule((*ALERT, "bigBody")),
    f"{NOTE}.inbox_content": Rule((*ALERT, "inboxContent"), values.three_lines),
    f"{NOTE}.notify_id": Rule((*ALERT, "notifyId")),
    f"{NOTE}.tag": Rule((*ALERT, "notifyId"), values.notify_id),
    f"{NOTE}.profile_id": Rule((*ALERT, "profileId")),
    f"{NOTE}.badge.set_num": Rule((*ALERT, "badge", "setNum"), values.badge),
    f"{NOTE}.badge.add_num": Rule((*ALERT, "badge", "addNum")),
    f"{NOTE}.sound": Rule((*ALERT, "sound"), values.rawfile),
    f"{NOTE}.foreground_show": Rule((*ALERT, "foregroundShow")),
    "message.android.target_user_type": Rule(
        (*_OPTIONS, "testMessage"), values.is_test
    ),
    "message.android.ttl": Rule((*_OPTIONS, "ttl"), values.seconds),
    "message.android.bi_tag": Rule((*_OPTIONS, "biTag"), values.tag_64),
    "message.android.receipt_id": Rule((*_OPTIONS, "receiptId")),
    "message.android.collapse_key": Rule(
        (*_OPTIONS, "collapseKey"), values.group_number
    ),
}
"""Of two for one place the first wins, as with Firebase and in v1."""


def write_v3(found: Sequence[Found], sheet: Sheet) -> Message:
    """The message, in `sheet` as well; nothing of `found` is left unsaid."""
    shows = _shows(found)
    order = {place: number for number, place in enumerate(RULES)}
    last = len(order)
    rest = []
    for each in sorted(found, key=lambda each: order.get(_key(each), last)):
        rule = RULES.get(_key(each))
        if rule is None:
            rest.append(each)
        elif shows or rule.target[0] != "payload":
            _write(each, rule, sheet, shows)
        elif not ask_for_kind(each, sheet):
            sheet.drop(each, v3_drops.QUIET, "B.8")
    rest = write_click(rest, sheet, ALERT)
    rest = write_data(rest, sheet, shows=shows)
    for each in rest:
        _refuse(each, sheet)
    if shows:
        ask_for_alert(found, sheet, badge_alone=_badge_alone(found))
    ask_for_test(sheet)
    _tidy(sheet)
    kind = PushType.ALERT if shows else PushType.BACKGROUND
    return Message(Api.V3, str(kind), sheet.document)


def _write(each: Found, rule: Rule, sheet: Sheet, shows: bool) -> None:
    if rule.target[-1] == "collapseKey" and not shows:
        sheet.drop(each, v3_drops.NO_COLLAPSE, "B.4")
    else:
        sheet.put(each, rule.target, rule.turn(each.value))


def _refuse(each: Found, sheet: Sheet) -> None:
    if each.place == ("background",):
        sheet.tell_change(each, ("push_type",), each.why or v3_drops.QUIET)
    else:
        sheet.drop(each, *v3_drops.reason(_key(each)))


def _shows(found: Sequence[Found]) -> bool:
    """Whether it is a notification: what holds but data is none (facts A.4, H)."""
    keys = {_key(each) for each in found} - _QUIET
    shown = ("message.notification", NOTE)
    if any(key.startswith(shown) for key in keys):
        return True
    quiet = ("background", "message.data", "message.android.data")
    return not any(_key(each).startswith(quiet) for each in found)


def _badge_alone(found: Sequence[Found]) -> bool:
    """Whether it only updated the badge where it came from (facts B.5.3)."""
    keys = {_key(each) for each in found} - _QUIET
    shown = [key for key in keys if key.startswith(("message.notification", NOTE))]
    return all(key.startswith(f"{NOTE}.badge") for key in shown)


def _tidy(sheet: Sheet) -> None:
    """The payload first."""
    rest = {k: v for k, v in sheet.document.items() if k != "payload"}
    sheet.document = {"payload": sheet.document.get("payload", {}), **rest}


def _key(found: Found) -> str:
    return ".".join(found.place)
