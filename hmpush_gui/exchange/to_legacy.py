"""Writes a v1 message of what was found in another format (facts H, A)."""

from collections.abc import Sequence

from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from . import conversion_values as values
from . import legacy_values
from .conversion import Found, Path
from .conversion_data import DATA, OWN, fold
from .conversion_sheet import Sheet, Turn, as_it_is
from .legacy_choices import ask_for_apns, ask_for_notification

NOTE = "message.android.notification"
_NOTICES: tuple[Path, ...] = (
    ("message", "notification"),
    ("message", "android", "notification"),
)
_ELSEWHERE: tuple[Path, ...] = (("message", "webpush"), ("message", "apns"))

_HIGH = QT_TRANSLATE_NOOP(
    "exchange",
    "HIGH urgency is for data messages and needs a right; without it Push Kit refuses "
    "the message with 80300011. Set it if the app has the right.",
)
_BACKGROUND = QT_TRANSLATE_NOOP("exchange", "This became a data message.")

RULES: dict[str, Turn] = {
    "message.android.ttl": legacy_values.seconds_text,
    "message.android.collapse_key": values.group_number,
    "message.android.target_user_type": legacy_values.target_users,
    "message.notification.image": values.image,
    f"{NOTE}.image": values.image,
    f"{NOTE}.icon": legacy_values.raw_resource,
    f"{NOTE}.sound": legacy_values.raw_resource,
    f"{NOTE}.badge.set_num": values.badge,
    f"{NOTE}.importance": legacy_values.importance,
    f"{NOTE}.vibrate_config": legacy_values.durations,
    f"{NOTE}.light_settings": legacy_values.lights,
    f"{NOTE}.click_action.type": legacy_values.click_type,
}
"""What needs another form; everything else stands as it was found."""


def write_legacy(found: Sequence[Found], sheet: Sheet, api: Api) -> Message:
    """The message, in `sheet` as well; nothing of `found` is left unsaid."""
    for each in found:
        if each.place[:2] != DATA and each.place[:3] != OWN:
            _write(each, sheet)
    for place in (DATA, OWN):
        data = [each for each in found if each.place[: len(place)] == place]
        fold(data, sheet, place)
    _own_sound(sheet)
    if _shows(sheet):
        ask_for_notification(found, sheet)
    elif not any(map(sheet.has, (DATA, OWN, *_ELSEWHERE))):
        sheet.set(DATA, "{}")
    ask_for_apns(sheet)
    return Message(api, "", sheet.document)


def _write(each: Found, sheet: Sheet) -> None:
    key = ".".join(each.place)
    if each.place == ("background",):
        sheet.tell_change(each, DATA, _BACKGROUND)
    elif key == "message.android.urgency" and each.value == "HIGH":
        options = ("NORMAL", "HIGH")
        sheet.ask(each.place, _HIGH, "H android.priority", options, each.source)
    else:
        sheet.put(each, each.place, RULES.get(key, as_it_is)(each.value))


def _own_sound(sheet: Sheet) -> None:
    """A sound is used only where the default is off (facts A.6)."""
    note = ("message", "android", "notification")
    if sheet.has((*note, "sound")) and not sheet.has((*note, "default_sound")):
        sheet.set((*note, "default_sound"), False)


def _shows(sheet: Sheet) -> bool:
    """Whether phones draw it; with nothing in it, it is to become a notification."""
    if any(map(sheet.has, _NOTICES)):
        return True
    told = any(line.target == DATA for line in sheet.lines)
    return not told and not any(map(sheet.has, (DATA, OWN, *_ELSEWHERE)))
