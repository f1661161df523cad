"""What a person has to choose for a v3 message that came from elsewhere."""

import re
from collections.abc import Iterable, Sequence

from hmpush_gui.pushkit.document import read, write
from hmpush_gui.pushkit.reference import categories
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Found, Path
from .conversion_sheet import Sheet

_ALERT: Path = ("payload", "notification")
_TEST: Path = ("pushOptions", "testMessage")

_CATEGORY = QT_TRANSLATE_NOOP(
    "exchange",
    "Every notification has a category here. MARKETING stands in for it: it needs no "
    "right, but is silent. The others need a right.",
)
_CHANNEL = QT_TRANSLATE_NOOP(
    "exchange",
    "Every notification has a category here. MARKETING stands in for it; by the "
    "channel “{channel}” it may be {guess}, which needs a right.",
)
_CLICK = QT_TRANSLATE_NOOP(
    "exchange", "Nothing says what a tap opens: for now it opens the app."
)
_MISSING = {
    "title": QT_TRANSLATE_NOOP("exchange", "Push Kit needs a title: write one."),
    "body": QT_TRANSLATE_NOOP("exchange", "Push Kit needs a text: write one."),
}
_TEST_WHY = QT_TRANSLATE_NOOP(
    "exchange",
    "It is a test message until you choose otherwise: really delivered, to 10 devices "
    "at most, 1000 a day.",
)
_KINDS = {
    "VOIP": (
        "10",
        QT_TRANSLATE_NOOP(
            "exchange",
            "Data of a call became a background message, which starts no app. An "
            "in-app call (push-type 10) does, and needs a right of its own.",
        ),
        "A.5, B.10",
    ),
    "PLAY_VOICE": (
        "2",
        QT_TRANSLATE_NOOP(
            "exchange",
            "Data to be spoken became a background message, which starts no app. A "
            "text-to-speech message (push-type 2) does, needs a right of its own, and "
            "a title and a text.",
        ),
        "A.5, B.7",
    ),
}
_HINTS = (
    ("IM", "chat|message|msg|im|dm|conversation"),
    ("VOIP", "call|calls|voip"),
    ("EXPRESS", "order|orders|delivery|deliveries|shipping|shipment|parcel|package"),
    ("TRAVEL", "travel|trip|trips|flight|flights|train|booking|ride"),
    ("ACCOUNT", "account|security|login|password"),
    ("FINANCE", "finance|payment|payments|bank|transaction|transactions|wallet"),
    ("WORK", "work|task|tasks|todo|meeting|meetings|calendar"),
    ("HEALTH", "health|fitness|workout"),
    ("MAIL", "mail|mails|email|emails|inbox"),
    ("DEVICE_REMINDER", "device|devices|iot|camera|alarm"),
    ("SUBSCRIPTION", "subscription|subscriptions|follow|following"),
)


def ask_for_alert(
    found: Sequence[Found], sheet: Sheet, *, badge_alone: bool = False
) -> None:
    """Category, click and words, unless it is the badge alone (facts B.5.3)."""
    notification = read(sheet.document, _ALERT) or {}
    only = notification.keys() == {"badge"} and {*notification["badge"]} == {"setNum"}
    if badge_alone and only:
        return
    _ask_category(found, sheet)
    for name in ("title", "body"):
        if not notification.get(name):
            sheet.ask((*_ALERT, name), _MISSING[name], "H, B.5")
    click = (*_ALERT, "clickAction", "actionType")
    if not sheet.has(click):
        sheet.ask(click, _CLICK, "H .click_action, B.5.1", ("0", "1"))
        sheet.set(click, 0)
    _words_first(sheet)


def ask_for_kind(found: Found, sheet: Sheet) -> bool:
    """Whether the category of data has a kind of its own in v3 (facts A.5, B.2)."""
    known = _KINDS.get(found.value) if isinstance(found.value, str) else None
    if found.place[-1] != "category" or known is None:
        return False
    kind, why, row = known
    sheet.ask(("push_type",), why, row, ("6", kind), found.source)
    return True


def ask_for_test(sheet: Sheet) -> None:
    """Nothing that was pasted goes out for real by itself (facts C.4)."""
    if not sheet.has(_TEST):
        sheet.ask(_TEST, _TEST_WHY, "C.4", ("true", "false"))
        sheet.set(_TEST, True)


def guess_category(channel: str) -> str:
    """The category that the name of a channel hints at, or ""."""
    words = set(re.split(r"[^a-z]+", channel.lower()))
    for category, names in _HINTS:
        if words & set(names.split("|")):
            return category
    return ""


def _ask_category(found: Sequence[Found], sheet: Sheet) -> None:
    path = (*_ALERT, "category")
    if sheet.has(path):
        return
    channel = next((each for each in found if each.place[-1] == "channel_id"), None)
    name = channel.value if channel and isinstance(channel.value, str) else ""
    guess = guess_category(name)
    why = _CHANNEL.format(channel=name, guess=guess) if guess else _CATEGORY
    sheet.ask(path, why, "H .channel_id, C.2", _offered(guess))
    sheet.set(path, "MARKETING")


def _offered(guess: str) -> Iterable[str]:
    """What an alert may have, the guess first."""
    names = [each.name for each in categories() if each.v3 == "yes"]
    return sorted(names, key=lambda name: name != guess)


def _words_first(sheet: Sheet) -> None:
    notification = read(sheet.document, _ALERT)
    first = ("category", "title", "body")
    ordered = {key: notification[key] for key in first if key in notification}
    sheet.document = write(sheet.document, _ALERT, {**ordered, **notification})
