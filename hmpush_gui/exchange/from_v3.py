"""Push Kit messages of v3, read so that they can be written as v1 (facts H, B)."""

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Reading, Tokens
from .conversion_table import NO_LIKE, Entry, no, read_table, to
from .fcm import token_list

_NOTE = "android.notification"
_P = "payload.notification"

_ONLY_V3 = QT_TRANSLATE_NOOP(
    "exchange",
    "Widget updates and live views exist in v3 only: there is nothing in v1 to turn "
    "this into.",
)
_URI = QT_TRANSLATE_NOOP(
    "exchange", "v1 opens a page by its intent or action; a uri of v3 is neither."
)

TABLE: dict[str, Entry] = {
    f"{_P}.title": to("notification.title"),
    f"{_P}.body": to("notification.body"),
    f"{_P}.image": to("notification.image"),
    f"{_P}.category": to("android.category", "C.2"),
    f"{_P}.style": to(f"{_NOTE}.style"),
    f"{_P}.bigTitle": to(f"{_NOTE}.big_title"),
    f"{_P}.bigBody": to(f"{_NOTE}.big_body"),
    f"{_P}.inboxContent": to(f"{_NOTE}.inbox_content"),
    f"{_P}.notifyId": to(f"{_NOTE}.notify_id"),
    f"{_P}.profileId": to(f"{_NOTE}.profile_id"),
    f"{_P}.foregroundShow": to(f"{_NOTE}.foreground_show"),
    f"{_P}.badge.addNum": to(f"{_NOTE}.badge.add_num"),
    f"{_P}.badge.setNum": to(f"{_NOTE}.badge.set_num"),
    f"{_P}.sound": to(f"{_NOTE}.sound"),
    f"{_P}.clickAction.actionType": to(f"{_NOTE}.click_action.type"),
    f"{_P}.clickAction.action": to(f"{_NOTE}.click_action.action"),
    f"{_P}.clickAction.uri": no(_URI, "A.7, B.5.1"),
    f"{_P}.clickAction.data": to("data"),
    "payload.extraData": to("data"),
    "pushOptions.ttl": to("android.ttl"),
    "pushOptions.biTag": to("android.bi_tag"),
    "pushOptions.receiptId": to("android.receipt_id"),
    "pushOptions.collapseKey": to("android.collapse_key"),
    "pushOptions.testMessage": to("android.target_user_type", "C.4"),
    **dict.fromkeys(
        (f"{_P}.appMessageId", f"{_P}.soundDuration", f"{_P}.overlayIcon",
         f"{_P}.priorityScene", "payload.proxyData", "pushOptions.backgroundMode"),
        no(NO_LIKE, "B.4, B.5"),
    ),
}  # fmt: skip

_KINDS = ("0", "2", "6", "10")


def read_v3(content: Json, push_type: str) -> Reading:
    """A v3 request body. Raises DocumentError for kinds that v1 has not."""
    if push_type not in _KINDS:
        raise DocumentError(_ONLY_V3)
    target = content.get("target")
    tokens = target.get("token") if isinstance(target, dict) else None
    if found := token_list(tokens):
        yield Tokens(("target", "token"), found)
    yield from read_table(content, TABLE, ())
