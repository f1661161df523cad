"""The number on the app's icon (facts B.5.2, A.7)."""

from dataclasses import dataclass
from typing import TypeGuard

from .document import read
from .message import Message
from .words import QT_TRANSLATE_NOOP, Sentence

MOST = 99


@dataclass(frozen=True, slots=True)
class Badge:
    """The number `after` the message, and why it is that."""

    before: int
    after: int
    why: Sentence

    @property
    def text(self) -> str:
        return badge_text(self.after)


def badge_text(number: int) -> str:
    """How an icon shows `number`: nothing at 0, “99+” above 99."""
    return "" if number <= 0 else str(number) if number <= MOST else f"{MOST}+"


def badge_after(message: Message, before: int) -> Badge:
    """What `message` makes of an icon that shows `before`."""
    setting, adding = _numbers(message)
    if setting is not None:
        return Badge(before, setting, _set_words(setting, adding))
    if adding:
        words = QT_TRANSLATE_NOOP("pushkit", "{adding} is added to what was there.")
        return Badge(before, before + adding, words.format(adding=adding))
    words = QT_TRANSLATE_NOOP("pushkit", "The message leaves the badge as it was.")
    return Badge(before, before, words)


def is_badge_only(message: Message) -> bool:
    """Whether nothing but a badge is in it (facts B.5.3)."""
    note = read(message.document, ("payload", "notification"))
    if not isinstance(note, dict) or "badge" not in note:
        return False
    return not note.get("title") and not note.get("body")


def _set_words(setting: int, adding: int) -> Sentence:
    if not setting:
        return QT_TRANSLATE_NOOP("pushkit", "Set to 0: the badge goes away.")
    if adding:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "Set to {setting}, which wins over the {adding} to be added."
        )
        return words.format(setting=setting, adding=adding)
    words = QT_TRANSLATE_NOOP("pushkit", "Set to {setting}, whatever was there.")
    return words.format(setting=setting)


def _numbers(message: Message) -> tuple[int | None, int]:
    """What is set, and what is added; numbers that are refused count as absent."""
    if not message.api.legacy:
        return _pair(
            read(message.document, ("payload", "notification", "badge")),
            "setNum",
            "addNum",
        )
    badge = read(message.document, ("message", "android", "notification", "badge"))
    setting, adding = _pair(badge, "set_num", "add_num")
    if isinstance(badge, dict) and "set_num" not in badge and "add_num" not in badge:
        # Facts A.7: a badge without numbers counts one up.
        return None, 1
    return setting, adding


def _pair(badge: object, fixed: str, more: str) -> tuple[int | None, int]:
    fields = badge if isinstance(badge, dict) else {}
    setting, adding = fields.get(fixed), fields.get(more)
    return (
        setting if _is_within(setting, 0) else None,
        adding if _is_within(adding, 1) else 0,
    )


def _is_within(value: object, least: int) -> TypeGuard[int]:
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return least <= value <= MOST
