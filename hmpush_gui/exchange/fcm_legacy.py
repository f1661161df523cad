"""Firebase messages of the legacy HTTP API, which was switched off in 2024."""

from typing import Any

from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Found, Reading, Tokens
from .conversion_table import Entry, no, read_table, to
from .conversion_values import upper, without_prefix
from .fcm import FIXED, token_list

_IOS = QT_TRANSLATE_NOOP(
    "exchange",
    "Of iPhones. On HarmonyOS a background message (push-type 6) is what wakes or "
    "informs the app.",
)
_OVER = QT_TRANSLATE_NOOP("exchange", "It never had an effect on phones.")
_NOTE = "android.notification"

TABLE: dict[str, Entry] = {
    "notification.title": to("notification.title"),
    "notification.body": to("notification.body"),
    "notification.image": to("notification.image"),
    "condition": to("condition"),
    "topic": to("topic", turn=without_prefix),
    "data": to("data"),
    "collapse_key": to("android.collapse_key"),
    "priority": to("android.urgency", turn=upper),
    "time_to_live": to("android.ttl"),
    "restricted_package_name": no(FIXED),
    "content_available": no(_IOS),
    "mutable_content": no(_IOS),
    "delay_while_idle": no(_OVER),
    "fcm_options.analytics_label": to("android.bi_tag"),
    "notification.android_channel_id": to(f"{_NOTE}.channel_id"),
    "notification.icon": to(f"{_NOTE}.icon"),
    "notification.sound": to(f"{_NOTE}.sound"),
    "notification.tag": to(f"{_NOTE}.tag"),
    "notification.color": to(f"{_NOTE}.color"),
    "notification.badge": to(f"{_NOTE}.badge.set_num"),
    "notification.click_action": to(f"{_NOTE}.click_action.action"),
    "notification.subtitle": to(f"{_NOTE}.notify_summary"),
    "notification.body_loc_key": to(f"{_NOTE}.body_loc_key"),
    "notification.body_loc_args": to(f"{_NOTE}.body_loc_args"),
    "notification.title_loc_key": to(f"{_NOTE}.title_loc_key"),
    "notification.title_loc_args": to(f"{_NOTE}.title_loc_args"),
}
"""The names of the legacy API for the rows of facts H."""


def read_fcm_legacy(content: Json) -> Reading:
    """A request body of `fcm.googleapis.com/fcm/send`."""
    if "dry_run" in content:
        yield Found(("validate_only",), content["dry_run"], ("dry_run",))
    yield from _receiver(content.get("to"))
    for key in ("registration_ids", "notification_key"):
        if tokens := token_list(content.get(key)):
            yield Tokens((key,), tokens, ours=False)
    yield from read_table(content, TABLE, ())


def _receiver(to_whom: Any) -> Reading:
    """`to` is a token, or a topic after a prefix."""
    if isinstance(to_whom, str) and to_whom.startswith("/topics/"):
        yield Found(("message", "topic"), without_prefix(to_whom), ("to",))
    elif isinstance(to_whom, str) and to_whom:
        yield Tokens(("to",), (to_whom,), ours=False)
