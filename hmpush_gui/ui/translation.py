"""Makes the window speak the language that the user or the system wants."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from hmpush_gui import assets
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Texts of Qt that its own Chinese file lacks."""


class Language(StrEnum):
    """What the user may choose in the View menu."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh"


class Translation(QTranslator):
    """Looks texts up in a .ts file itself, so that nothing has to be compiled.

    A text without a finished translation stays as it is.
    """

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = _read(path)

    def isEmpty(self) -> bool:  # noqa: N802
        return not self._texts

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """None asks Qt to go on looking; an empty text would be shown."""
        return self._texts.get((context, source, disambiguation or ""))


def _read(path: Path) -> dict[tuple[str, str, str], str]:
    # Late: only a translated window needs it.
    import xml.etree.ElementTree as ET

    texts = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") or not translation.text:
                continue
            key = (
                name,
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            texts[key] = translation.text
    return texts


def language_named(name: str) -> Language:
    """The language that a setting names; the system's where it names none."""
    return Language(name) if name in set(Language) else Language.SYSTEM


def speak(wanted: Language) -> None:
    """Put texts, dates and Qt's own buttons into a language.

    What is built before keeps its own: call it before the window is built.
    """
    follows = wanted is Language.SYSTEM
    chinese = _is_chinese(QLocale.system()) if follows else wanted is Language.CHINESE
    if chinese != _is_chinese(QLocale()):
        name = QLocale.Language.Chinese if chinese else QLocale.Language.English
        QLocale.setDefault(QLocale(name))
    if chinese:
        app = QCoreApplication.instance()
        for translator in (_qt(app), Translation(chinese_texts(), app)):
            QCoreApplication.installTranslator(translator)


def chinese_texts() -> Path:
    """The file of the Chinese texts."""
    return assets.resources() / "i18n" / "zh_CN.ts"


def _is_chinese(locale: QLocale) -> bool:
    return locale.language() is QLocale.Language.Chinese


def _qt(parent: QObject | None) -> QTranslator:
    """Qt's own texts, such as those of dialogs' buttons."""
    translator = QTranslator(parent)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load("qtbase_zh_CN", folder)
    return translator
