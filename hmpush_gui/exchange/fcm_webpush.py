"""The part of a Firebase message that is for browsers (facts H webpush, A.9)."""

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion_table import Entry, no, to

_NO_DATA = QT_TRANSLATE_NOOP(
    "exchange", "Web messages of Push Kit have no data of their own."
)
_SAME = (
    "title", "body", "icon", "image", "lang", "tag", "badge", "dir", "vibrate",
    "renotify", "silent", "timestamp", "actions", "require_interaction",
)  # fmt: skip

WEBPUSH: dict[str, Entry] = {
    "webpush.headers.ttl": to("webpush.headers.ttl"),
    "webpush.headers.topic": to("webpush.headers.topic"),
    "webpush.headers.urgency": to("webpush.headers.urgency"),
    **{
        f"webpush.notification.{each}": to(f"webpush.notification.{each}")
        for each in _SAME
    },
    "webpush.notification.data": no(_NO_DATA, "H, A.9"),
    "webpush.data": no(_NO_DATA, "H, A.9"),
    "webpush.fcm_options.link": to("webpush.hms_options.link"),
    "webpush.fcm_options.analytics_label": no(row="H, A.9"),
}
