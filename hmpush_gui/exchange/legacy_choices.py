"""What a person has to choose for a v1 message that came from elsewhere."""

from collections.abc import Sequence

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Found, Path
from .conversion_sheet import Sheet
from .conversion_values import Turned

_NOTE: Path = ("message", "android", "notification")
_CLICK: Path = (*_NOTE, "click_action")

_NO_CLICK = QT_TRANSLATE_NOOP(
    "exchange", "Nothing says what a tap opens: for now it opens the app."
)
_NO_PAGE = QT_TRANSLATE_NOOP(
    "exchange",
    "v1 opens a page by its intent or action, and none is given: for now a tap opens "
    "the app.",
)
_OPTIONS = ("3", "1 + action", "2 + url")
_MISSING = {
    "title": QT_TRANSLATE_NOOP("exchange", "Push Kit needs a title: write one."),
    "body": QT_TRANSLATE_NOOP("exchange", "Push Kit needs a text: write one."),
}
_VOICE = QT_TRANSLATE_NOOP(
    "exchange",
    "In v1 PLAY_VOICE marks data messages only: take the title and the text out, so "
    "that the app speaks the data, or choose another category.",
)
_CLASS = QT_TRANSLATE_NOOP(
    "exchange",
    "A badge needs the full name of the launcher activity, such as "
    "com.example.MainActivity.",
)
_APNS = QT_TRANSLATE_NOOP(
    "exchange", "Say for whom it is on iPhones: 1 test, 2 production, 3 VoIP."
)


def ask_for_notification(found: Sequence[Found], sheet: Sheet) -> None:
    """Words, click and badge (facts A.6, A.7)."""
    _click(found, sheet)
    message = Message(Api.V1, "", sheet.document)
    for name in ("title", "body"):
        if not getattr(message, name):
            place = ("message", "notification", name)
            sheet.ask(place, _MISSING[name], "H, A.6")
    category: Path = ("message", "android", "category")
    if read(sheet.document, category) == "PLAY_VOICE":
        sheet.ask(category, _VOICE, "C.2")
    badge = (*_NOTE, "badge")
    if sheet.has(badge) and not sheet.has((*badge, "class")):
        sheet.ask((*badge, "class"), _CLASS, "H .notification_count, A.7")


def ask_for_apns(sheet: Sheet) -> None:
    """The one option that messages to iPhones need (facts A.8)."""
    place: Path = ("message", "apns", "hms_options", "target_user_type")
    if sheet.has(("message", "apns")) and not sheet.has(place):
        sheet.ask(place, _APNS, "A.8", ("1", "2", "3"))
        sheet.set(place, 1)


def _click(found: Sequence[Found], sheet: Sheet) -> None:
    """A page where an action is given, an address where one is, else the app."""
    kind = (*_CLICK, "type")
    if read(sheet.document, kind) == 3:
        return
    if sheet.has((*_CLICK, "action")):
        sheet.set(kind, 1)
        return
    for each in found:
        address = each.value if each.place[-1] == "link" else ""
        if isinstance(address, str) and address.startswith("https://"):
            sheet.set(kind, 2)
            sheet.put(each, (*_CLICK, "url"), Turned(address))
            return
    page = next((each.source for each in found if each.place == kind), ())
    sheet.untell(page)
    why = _NO_PAGE if page else _NO_CLICK
    sheet.ask(kind, why, "H .click_action, A.7", _OPTIONS, page)
    sheet.set(kind, 3)
