"""Puts the sentences of the rest of the program into the window's language."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from hmpush_gui.pushkit.words import Number, Sentence


def said(sentence: Sentence) -> str:
    """`sentence` translated and filled in; its values are said too."""
    template = QCoreApplication.translate(sentence.context, sentence.template)
    values = {name: _said_value(value) for name, value in sentence.values.items()}
    return template.format_map(values)


def _said_value(value: object) -> object:
    if isinstance(value, Sentence):
        return said(value)
    return grouped(value) if isinstance(value, Number) else value


def language() -> str:
    """The window's language, `en` or `zh`, as the reference data name them."""
    chinese = QLocale().language() is QLocale.Language.Chinese
    return "zh" if chinese else "en"


def grouped(number: int) -> str:
    """4212 as “4 212”, with a space that does not break."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def listed(words: Iterable[str]) -> str:
    """Words one after the other, parted as the window's language parts them."""
    return QCoreApplication.translate("ui", ", ").join(words)


def sentences(parts: Iterable[str]) -> str:
    """Sentences one after the other, without those that are empty.

    Chinese has no blank between them.
    """
    return ("" if language() == "zh" else " ").join(filter(None, parts))


def titled(title: str, text: str) -> str:
    """A text behind the title it stands under."""
    words = QCoreApplication.translate("ui", "{title}: {text}")
    return words.format(title=title, text=text)


def described(text: str) -> str:
    """A text of the reference data (`resources/pushkit`) in the window's language."""
    return QCoreApplication.translate("schema", text) if text else ""


def exemplified(value: object) -> object:
    """An example of the reference data, with its texts in the window's language."""
    if isinstance(value, list):
        return [exemplified(each) for each in value]
    return described(value) if isinstance(value, str) else value
