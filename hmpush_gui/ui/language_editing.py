"""Edits of the languages of a message, each a step of its one undo stack."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.language_tags import guess_tag, is_pseudo
from hmpush_gui.pushkit.languages import (
    Languages,
    added,
    removed,
    renamed,
    switch,
    texts_in,
    with_text,
)
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.pseudo import pseudo_texts
from hmpush_gui.pushkit.texts import Text, Texts, texts_of

from .message_document import MessageDocument

_TYPING = "(languages)"
"""Begins what tells typing here from typing in a form."""


class LanguageEditing:
    """What can be done to the languages of a `MessageDocument`."""

    def __init__(self, document: MessageDocument) -> None:
        self._document = document

    def languages(self) -> Languages:
        """Those of the message; the probable one where nothing is said of it."""
        found = self._document.languages
        if found is not None:
            return found
        texts = texts_of(self._document.message).values()
        plain = [text if isinstance(text, str) else "\n".join(text) for text in texts]
        tag = guess_tag(plain)
        return Languages((tag,), tag)

    def texts(self, tag: str) -> Texts:
        """The texts in the language `tag`. Raises KeyError."""
        return texts_in(self._document.message, self.languages(), tag)

    def switch(self, tag: str) -> None:
        """Write, show and send the message in the language `tag` from now on."""
        message, languages = switch(self._document.message, self.languages(), tag)
        if self._document.languages is not None:
            self._document.edit(
                message,
                languages,
                QCoreApplication.translate("LanguageEditing", "Switch language"),
            )

    def add(self, tag: str, source: str | None = None) -> None:
        """Add `tag`, empty or with the texts of the language `source`.

        A pseudo-locale is made from the texts of the active language, anew if it is
        there already.
        """
        languages = self.languages()
        if is_pseudo(tag):
            texts = pseudo_texts(texts_of(self._document.message), tag)
        elif tag in languages.tags:
            return
        else:
            texts = self.texts(source) if source else {}
        if tag != languages.active:
            self._take(
                added(languages, tag, texts),
                QCoreApplication.translate("LanguageEditing", "Add language"),
            )

    def copy(self, source: str, tag: str) -> None:
        """Put the texts of `source` in place of those of `tag`."""
        texts = self.texts(source)
        self.put_texts(
            {tag: texts}, QCoreApplication.translate("LanguageEditing", "Copy texts")
        )

    def remove(self, tag: str) -> None:
        """Take a language away; one that is left alone needs no name."""
        document = self._document
        if document.languages is not None:
            message, languages = removed(document.message, document.languages, tag)
            document.edit(
                message,
                languages,
                QCoreApplication.translate("LanguageEditing", "Remove language"),
            )

    def rename(self, old: str, new: str) -> None:
        """Call the language `old` by another tag, unless there is one of that name."""
        languages = self.languages()
        if new not in languages.tags:
            self._take(
                renamed(languages, old, new),
                QCoreApplication.translate("LanguageEditing", "Change language tag"),
            )

    def set_text(self, tag: str, path: Path, text: Text | None) -> None:
        """Edit one text; None takes it away."""
        message, languages = with_text(
            self._document.message, self.languages(), tag, path, text
        )
        typing = (_TYPING, tag, *path)
        self._edit(
            message,
            languages,
            QCoreApplication.translate("LanguageEditing", "Edit text"),
            typing,
        )

    def put_texts(self, texts: Mapping[str, Texts], what: str) -> None:
        """Take these texts into these languages; new ones come at the end."""
        message, languages = self._document.message, self.languages()
        for tag, found in texts.items():
            if tag not in languages.tags:
                languages = added(languages, tag, found)
                continue
            for path, text in found.items():
                message, languages = with_text(message, languages, tag, path, text)
        self._edit(message, languages, what)

    def _take(self, languages: Languages, what: str) -> None:
        self._edit(self._document.message, languages, what)

    def _edit(
        self,
        message: Message,
        languages: Languages,
        what: str,
        typing: Path | None = None,
    ) -> None:
        several = languages if len(languages.tags) > 1 else None
        self._document.edit(message, several, what, typing)
