"""What a tap opens, in v3 (facts H .click_action, B.5.1)."""

from collections.abc import Sequence

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Found, Path
from .conversion_sheet import Sheet
from .conversion_values import Turned

CLICK: Path = ("message", "android", "notification", "click_action")

_HOME = QT_TRANSLATE_NOOP(
    "exchange", "v3 has other numbers: 0 opens the app, 1 a page."
)
_WEB = QT_TRANSLATE_NOOP(
    "exchange",
    "No tap opens a web address in v3; for now it opens the app. If a page of the app "
    "takes the address, choose actionType 1 and give it as uri; or put it into the "
    "data.",
)
_INTENT = QT_TRANSLATE_NOOP(
    "exchange",
    "An Android intent opens nothing on HarmonyOS; for now a tap opens the app. For "
    "a page, choose actionType 1 and give its action or uri.",
)
_OPTIONS = ("0", "1 + action", "1 + uri")


def write_click(found: Sequence[Found], sheet: Sheet, alert: Path) -> list[Found]:
    """Write the click of a notification; what else there is comes back."""
    click = {each.place[-1]: each for each in found if each.place[:-1] == CLICK}
    rest = [each for each in found if each.place[:-1] != CLICK]
    target = (*alert, "clickAction", "actionType")
    kind, action = click.pop("type", None), click.pop("action", None)
    page = action is not None and (kind is None or kind.value == 1)
    if kind is not None:
        sheet.put(kind, target, Turned(1 if page else 0, None if page else _HOME))
    elif page:
        sheet.set(target, 1)
    if action is not None:
        sheet.put(action, (*alert, "clickAction", "action"), Turned(action.value))
    for name, each in click.items():
        if page or name not in ("url", "intent", "rich_resource"):
            sheet.drop(each, _INTENT, "A.7, B.5.1")
        else:
            why = _WEB if name == "url" else _INTENT
            sheet.ask(target, why, "H, A.7, B.5.1", _OPTIONS, each.source)
    if click and not sheet.has(target):
        sheet.set(target, 0)
    return rest
