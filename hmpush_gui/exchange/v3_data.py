"""The app's own data, in v3 (facts H data)."""

from collections.abc import Sequence

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Found, Path, dotted
from .conversion_data import DATA, OWN, entries, fold, is_data, unfolded
from .conversion_sheet import Sheet
from .conversion_values import Turned

TAPPED: Path = ("payload", "notification", "clickAction", "data")
EXTRA: Path = ("payload", "extraData")

_WINS = QT_TRANSLATE_NOOP("exchange", "{other} wins.")
_UNFOLDED = QT_TRANSLATE_NOOP(
    "exchange", "The text held an object; v3 takes the object."
)
_WRAPPED = QT_TRANSLATE_NOOP(
    "exchange", "v3 takes an object here: the text is its value “data”."
)
_MIXED = QT_TRANSLATE_NOOP(
    "exchange",
    "Notification and data together: the app gets the data only when the notification "
    "is tapped. To hand it over at once, send a background message (push-type 6) as "
    "well.",
)
_WORDS = QT_TRANSLATE_NOOP(
    "exchange",
    "These data hold “{key}”: if the app draws a notification of them, send a "
    "notification (push-type 0) instead. A background message starts no app.",
)
_TITLES = ("title", "body", "message", "alert")


def write_data(found: Sequence[Found], sheet: Sheet, *, shows: bool) -> list[Found]:
    """Write the data where this kind carries it; what else there is comes back."""
    own = [each for each in found if each.place[:3] == OWN]
    general = [each for each in found if each.place[:2] == DATA]
    for each in general if own else ():
        other = dotted(own[0].source)
        sheet.drop(each, _WINS.format(other=other), "H android.data")
    chosen = own or general
    if shows and chosen:
        _tapped(chosen, sheet)
        options = ("notification", "notification + background")
        sheet.ask(TAPPED, _MIXED, "H data, A.4", options, chosen[0].source)
    elif not shows:
        _extra(chosen, sheet)
    return [each for each in found if not is_data(each)]


def _tapped(found: Sequence[Found], sheet: Sheet) -> None:
    """As the object that a tap hands to the app."""
    for each, key, value in entries(found):
        why = None
        if isinstance(each.value, str) and each.place in (DATA, OWN):
            why = _WRAPPED if unfolded(each.value) is None else _UNFOLDED
        sheet.put(each, (*TAPPED, key), Turned(value, why))


def _extra(found: Sequence[Found], sheet: Sheet) -> None:
    """As the text of a background message."""
    fold(found, sheet, EXTRA)
    if not sheet.has(EXTRA):
        sheet.set(EXTRA, "{}")
    keys = {key: each.source for each, key, _value in entries(found)}
    for key in _TITLES:
        if key in keys:
            why = _WORDS.format(key=key)
            sheet.ask(("push_type",), why, "H data-only", ("6", "0"), keys[key])
            return
