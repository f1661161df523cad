"""Marks by which the messages of Firebase and of Push Kit v1 are told apart."""

from hmpush_gui.pushkit.message import Json

from .conversion import at


def marks_of_hms(message: Json) -> int:
    """How many fields there are that only Push Kit has (facts A.4 to A.9)."""
    android = _object(message, "android")
    note = _object(message, "android", "notification")
    marks = (
        isinstance(message.get("token"), list),
        isinstance(message.get("data"), str),
        isinstance(android.get("data"), str),
        isinstance(android.get("collapse_key"), int),
        isinstance(note.get("click_action"), dict),
        bool(android.keys() & {"urgency", "category", "bi_tag", "receipt_id",
                               "target_user_type", "fast_app_target"}),
        bool(note.keys() & {"style", "big_title", "big_body", "inbox_content",
                            "notify_id", "badge", "importance", "foreground_show",
                            "notify_summary", "profile_id", "buttons", "auto_clear",
                            "multi_lang_key", "when", "group"}),
        isinstance(at(message, ("apns", "hms_options")), dict),
        isinstance(at(message, ("webpush", "hms_options")), dict),
    )  # fmt: skip
    return sum(marks)


def marks_of_fcm(message: Json) -> int:
    """How many fields there are that only Firebase has (facts H)."""
    android = _object(message, "android")
    note = _object(message, "android", "notification")
    marks = (
        isinstance(message.get("token"), str),
        "tokens" in message,
        isinstance(message.get("data"), dict),
        isinstance(android.get("data"), dict),
        isinstance(android.get("collapse_key"), str),
        isinstance(note.get("click_action"), str),
        bool(message.keys() & {"fcm_options", "fcmOptions", "name"}),
        bool(android.keys() & {"priority", "restricted_package_name", "fcm_options",
                               "direct_boot_ok", "collapseKey", "fcmOptions"}),
        bool(note.keys() & {"notification_priority", "notification_count", "sticky",
                            "event_time", "default_vibrate_timings", "channelId",
                            "vibrate_timings", "notificationCount", "clickAction"}),
        isinstance(at(message, ("webpush", "fcm_options")), dict),
        isinstance(at(message, ("apns", "fcm_options")), dict),
    )  # fmt: skip
    return sum(marks)


def _object(content: Json, *path: str) -> Json:
    found = at(content, path)
    return found if isinstance(found, dict) else {}
