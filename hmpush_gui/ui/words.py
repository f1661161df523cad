"""Puts the sentences of the rest of the program into the window's language."""

from PySide6.QtCore import QCoreApplication, QLocale

from hmpush_gui.pushkit.words import Sentence


def said(sentence: Sentence) -> str:
    """`sentence` translated and filled in; sentences among its values too."""
    template = QCoreApplication.translate(sentence.context, sentence.template)
    values = {
        name: said(value) if isinstance(value, Sentence) else value
        for name, value in sentence.values.items()
    }
    return template.format_map(values)


def language() -> str:
    """The window's language, `en` or `zh`, as the reference data name them."""
    chinese = QLocale().language() is QLocale.Language.Chinese
    return "zh" if chinese else "en"


def described(text: str) -> str:
    """A text of the reference data (`resources/pushkit`) in the window's language."""
    return QCoreApplication.translate("schema", text) if text else ""
