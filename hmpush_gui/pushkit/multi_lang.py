"""Translations inside a v1 or v2 notification: `multi_lang_key` (facts A.6)."""

from dataclasses import dataclass

from .document import Path, read
from .kinds import kind_of
from .language_tags import is_pseudo
from .languages import Languages, message_in
from .message import Json, Message
from .words import QT_TRANSLATE_NOOP, Sentence

_ANDROID: Path = ("message", "android", "notification")
PATH: Path = (*_ANDROID, "multi_lang_key")

MOST = 3
"""Languages that Push Kit takes (facts A.6)."""


@dataclass(frozen=True, slots=True)
class Translations:
    """What to write at `PATH`, and the languages that found no room in it."""

    value: Json
    left_out: tuple[str, ...] = ()


def translations(message: Message, languages: Languages | None) -> Translations | None:
    """The texts of all languages under the names of the resources they stand for.

    The first three languages have room. What is there under other names stays. None
    where `why_not` has a reason.
    """
    if languages is None or why_not(message, languages) is not None:
        return None
    wanted = [tag for tag in languages.tags if not is_pseudo(tag)]
    spoken = {tag: message_in(message, languages, tag) for tag in wanted[:MOST]}
    value = read(message.document, PATH)
    value = dict(value) if isinstance(value, dict) else {}
    for name in ("title", "body"):
        if key := _key(message, name):
            texts = {tag: getattr(spoken[tag], name) for tag in spoken}
            value[key] = {tag: text for tag, text in texts.items() if text}
    return Translations(value, tuple(wanted[MOST:]))


def why_not(message: Message, languages: Languages | None) -> Sentence | None:
    """Why nothing can be written at `PATH`; None where it can."""
    if not is_for(message):
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "Only v1 and v2 notifications carry translations (multi_lang_key). Of "
            "this message send each language by itself.",
        )
    if languages is None:
        return QT_TRANSLATE_NOOP("pushkit", "Add a second language first.")
    if not (_key(message, "title") or _key(message, "body")):
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "Translations are looked up by the name of a text in the app. Give a title "
            "resource or a text resource (title_loc_key, body_loc_key) first: Content, "
            "Texts from the app.",
        )
    return None


def is_for(message: Message) -> bool:
    """Whether this kind of message may carry translations."""
    return message.api.legacy and kind_of(message).shape == "notification"


def _key(message: Message, name: str) -> str:
    key = read(message.document, (*_ANDROID, f"{name}_loc_key"))
    return key if isinstance(key, str) else ""
