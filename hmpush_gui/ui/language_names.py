"""What the languages of a message are called."""

from PySide6.QtCore import QCoreApplication, QLocale

from hmpush_gui.pushkit.language_tags import LONG, MIRRORED

_OWN = {
    "en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文", "ja": "日本語",
    "ko": "한국어", "de": "Deutsch", "fr": "Français", "es": "Español",
    "pt": "Português", "it": "Italiano", "ru": "Русский", "ar": "العربية",
    "th": "ไทย", "vi": "Tiếng Việt", "id": "Bahasa Indonesia", "ms": "Bahasa Melayu",
    "tr": "Türkçe", "pl": "Polski", "nl": "Nederlands", "uk": "Українська",
}  # fmt: skip
"""Names as they are usual in lists; Qt has them as they stand in a sentence."""


def language_name(tag: str) -> str:
    """The language in its own words; empty where the system knows none."""
    if tag == LONG:
        return QCoreApplication.translate("LanguageNames", "Pseudo: long, accented")
    if tag == MIRRORED:
        return QCoreApplication.translate("LanguageNames", "Pseudo: right to left")
    if tag in _OWN:
        return _OWN[tag]
    locale = QLocale(tag.replace("-", "_"))
    if locale.language() is QLocale.Language.C:
        return ""
    return locale.nativeLanguageName()


def named(tag: str) -> str:
    """`de · Deutsch`."""
    name = language_name(tag)
    return f"{tag} · {name}" if name else tag
