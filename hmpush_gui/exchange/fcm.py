"""Firebase messages of the HTTP v1 API, and as its server libraries write them."""

from collections.abc import Iterable
from typing import Any

from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Fate, Found, Line, Path, Reading, Tokens, at
from .conversion_table import Entry, no, read_table, snake, to
from .conversion_values import opposite, upper, without_prefix
from .fcm_webpush import WEBPUSH

FIXED = QT_TRANSLATE_NOOP("exchange", "The token already fixes the app.")
BOOT = QT_TRANSLATE_NOOP("exchange", "Push Kit has no such condition of delivery.")
_OUTPUT = QT_TRANSLATE_NOOP("exchange", "Firebase writes it; it is nothing to send.")
_PROXY = QT_TRANSLATE_NOOP(
    "exchange", "Phones with Push Kit show notifications themselves, without a proxy."
)
_IPHONE = QT_TRANSLATE_NOOP(
    "exchange", "Of Firebase for iPhones; HarmonyOS has nothing like it."
)
_FOUR_WEEKS = QT_TRANSLATE_NOOP(
    "exchange",
    "None is given: Firebase would keep the message 4 weeks, Push Kit keeps it 1 day.",
)
_NOTE = "android.notification"
TTL: Path = ("message", "android", "ttl")

TABLE: dict[str, Entry] = {
    "name": no(_OUTPUT),
    "android.notification.title": to(f"{_NOTE}.title"),
    "android.notification.body": to(f"{_NOTE}.body"),
    "android.notification.image": to(f"{_NOTE}.image"),
    "android.notification.image_url": to(f"{_NOTE}.image"),
    "notification.title": to("notification.title"),
    "notification.body": to("notification.body"),
    "notification.image": to("notification.image"),
    "notification.image_url": to("notification.image"),
    "topic": to("topic", turn=without_prefix),
    "condition": to("condition"),
    "android.data": to("android.data"),
    "data": to("data"),
    "android.collapse_key": to("android.collapse_key"),
    "android.priority": to("android.urgency", turn=upper),
    "android.restricted_package_name": no(FIXED),
    "android.direct_boot_ok": no(BOOT),
    "android.bandwidth_constrained_ok": no(BOOT),
    "android.restricted_satellite_ok": no(BOOT),
    "android.fcm_options.analytics_label": to("android.bi_tag"),
    "fcm_options.analytics_label": to("android.bi_tag"),
    f"{_NOTE}.icon": to(f"{_NOTE}.icon"),
    f"{_NOTE}.color": to(f"{_NOTE}.color"),
    f"{_NOTE}.sound": to(f"{_NOTE}.sound"),
    f"{_NOTE}.tag": to(f"{_NOTE}.tag"),
    f"{_NOTE}.click_action": to(f"{_NOTE}.click_action.action"),
    f"{_NOTE}.title_loc_key": to(f"{_NOTE}.title_loc_key"),
    f"{_NOTE}.title_loc_args": to(f"{_NOTE}.title_loc_args"),
    f"{_NOTE}.body_loc_key": to(f"{_NOTE}.body_loc_key"),
    f"{_NOTE}.body_loc_args": to(f"{_NOTE}.body_loc_args"),
    f"{_NOTE}.channel_id": to(f"{_NOTE}.channel_id"),
    f"{_NOTE}.ticker": to(f"{_NOTE}.ticker"),
    f"{_NOTE}.sticky": to(f"{_NOTE}.auto_cancel", turn=opposite),
    f"{_NOTE}.event_time": to(f"{_NOTE}.when"),
    f"{_NOTE}.event_timestamp": to(f"{_NOTE}.when"),
    f"{_NOTE}.local_only": to(f"{_NOTE}.local_only"),
    f"{_NOTE}.notification_priority": to(f"{_NOTE}.importance"),
    f"{_NOTE}.priority": to(f"{_NOTE}.importance"),
    f"{_NOTE}.default_sound": to(f"{_NOTE}.default_sound"),
    f"{_NOTE}.default_vibrate_timings": to(f"{_NOTE}.use_default_vibrate"),
    f"{_NOTE}.default_light_settings": to(f"{_NOTE}.use_default_light"),
    f"{_NOTE}.vibrate_timings": to(f"{_NOTE}.vibrate_config"),
    f"{_NOTE}.vibrate_timings_millis": to(f"{_NOTE}.vibrate_config"),
    f"{_NOTE}.visibility": to(f"{_NOTE}.visibility", turn=upper),
    f"{_NOTE}.notification_count": to(f"{_NOTE}.badge.set_num"),
    f"{_NOTE}.light_settings": to(f"{_NOTE}.light_settings"),
    f"{_NOTE}.bypass_proxy_notification": no(_PROXY),
    f"{_NOTE}.proxy": no(_PROXY),
    **WEBPUSH,
    "apns.headers": to("apns.headers"),
    "apns.payload": to("apns.payload"),
    "apns.fcm_options": no(_IPHONE),
}  # fmt: skip
"""The rows of facts H. What overrides another stands before it."""


def read_fcm(content: Json) -> Reading:
    """A request body of `v1/projects/{id}/messages:send`, or the message of one."""
    message: Any = content
    prefix: Path = ()
    if isinstance(content.get("message"), dict):
        message, prefix = content["message"], ("message",)
        for key in ("validate_only", "validateOnly"):
            if key in content:
                yield Found(("validate_only",), content[key], (key,))
    yield from _tokens(message, prefix)
    yield from _ttl(message, prefix)
    yield from read_table(message, TABLE, prefix, snake)


def told_of_ttl(said: Iterable[Found | Line | Tokens], target: Path) -> Reading:
    """Says that Firebase would keep a message without a ttl longer (facts H)."""
    if not any(isinstance(each, Found) and each.place == TTL for each in said):
        yield Line(Fate.CHANGED, (), target, _FOUR_WEEKS, "H android.ttl")


def token_list(value: Any) -> tuple[str, ...]:
    """The tokens in a text or in a list of texts."""
    each = value if isinstance(value, list) else [value]
    return tuple(token for token in each if isinstance(token, str) and token)


def _tokens(message: Json, prefix: Path) -> Reading:
    for key in ("token", "tokens", "fid"):
        if key in message and (found := token_list(message[key])):
            yield Tokens((*prefix, key), found, ours=False)
    for key in ("live_activity_token", "liveActivityToken"):
        if found := token_list(at(message, ("apns", key))):
            yield Tokens((*prefix, "apns", key), found, ours=False)


def _ttl(message: Json, prefix: Path) -> Reading:
    android = message.get("android")
    value = android.get("ttl") if isinstance(android, dict) else None
    if value is None:
        return
    why = None
    if isinstance(value, int | float) and not isinstance(value, bool):
        value, why = value / 1000, _MILLISECONDS
    source = (*prefix, "android", "ttl")
    yield Found(TTL, value, source, why)


_MILLISECONDS = QT_TRANSLATE_NOOP(
    "exchange",
    "A number is milliseconds to Firebase’s libraries; Push Kit has seconds.",
)
