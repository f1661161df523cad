"""Why a field of other formats has no like in v3 (facts H, B.5)."""

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

QUIET = QT_TRANSLATE_NOOP("exchange", "A background message shows nothing.")
NO_COLLAPSE = QT_TRANSLATE_NOOP(
    "exchange",
    "Background messages have no collapse key: the device keeps but the newest.",
)
_SYSTEM = QT_TRANSLATE_NOOP(
    "exchange",
    "v3 has no field for it: the system decides by the category and the user’s "
    "settings.",
)
_DRY = QT_TRANSLATE_NOOP(
    "exchange",
    "v3 has no dry run. A test message is none: it is really delivered.",
)
_TOPIC = QT_TRANSLATE_NOOP(
    "exchange", "v3 sends to tokens only: choose devices instead of a topic."
)
_PRIORITY = QT_TRANSLATE_NOOP(
    "exchange", "v3 has no priority: the category decides how loud a message is."
)
_TRANSLATE = QT_TRANSLATE_NOOP(
    "exchange", "v3 takes no keys of translations: write title and text themselves."
)
_CHANNEL = QT_TRANSLATE_NOOP(
    "exchange", "HarmonyOS has no channels of the app’s own: choose a category."
)
_ELSEWHERE = QT_TRANSLATE_NOOP("exchange", "v3 reaches HarmonyOS only.")
_BUTTONS = QT_TRANSLATE_NOOP("exchange", "Notifications of v3 have no buttons.")
_REVIEW = QT_TRANSLATE_NOOP("exchange", "v3 takes no content reviews.")
_CLASS = QT_TRANSLATE_NOOP(
    "exchange", "v3 needs no name for the icon on the home screen."
)

_NONE = QT_TRANSLATE_NOOP("exchange", "v3 has no such field.")
_LOUD = (
    "importance", "visibility", "vibrate_config", "use_default", "light_settings",
    "default_sound",
)  # fmt: skip

_REASONS: tuple[tuple[str, Sentence, str], ...] = (
    ("validate_only", _DRY, "H validate_only, 0.1"),
    ("review", _REVIEW, "A.3"),
    ("message.topic", _TOPIC, "H topic, B.4"),
    ("message.condition", _TOPIC, "H condition, B.4"),
    ("message.apns", _ELSEWHERE, "H apns.*"),
    ("message.webpush", _ELSEWHERE, "H webpush.*"),
    ("message.android.urgency", _PRIORITY, "H android.priority"),
    ("message.android.notification.title_loc", _TRANSLATE, "H .title_loc_key"),
    ("message.android.notification.body_loc", _TRANSLATE, "H .body_loc_key"),
    ("message.android.notification.multi_lang_key", _TRANSLATE, "B.5"),
    ("message.android.notification.channel_id", _CHANNEL, "H .channel_id"),
    ("message.android.notification.buttons", _BUTTONS, "B.5"),
    ("message.android.notification.badge.class", _CLASS, "B.5.2"),
)


def reason(key: str) -> tuple[Sentence, str]:
    """Why the field of a v1 message at `key` has no like, and the row of the facts."""
    for start, why, row in _REASONS:
        if key.startswith(start):
            return why, row
    note = key.removeprefix("message.android.notification.")
    return (_SYSTEM if note.startswith(_LOUD) else _NONE), "H, B.5"
