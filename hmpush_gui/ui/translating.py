"""The languages of the message side by side, and their table out and in."""

from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.words import Sentence

from .message_document import MessageDocument
from .theme import Tone
from .words import listed, said

if TYPE_CHECKING:
    from hmpush_gui.exchange.language_table import LanguageTable
    from hmpush_gui.pushkit.language_rules import Measured

    from .language_editing import LanguageEditing

_NAMED = 3
"""So many paths or tags are named; the rest are counted."""


class Translating(QObject):
    """Says what is wanted of the disk, and is told what became of it.

    Signals:
        read_wanted: the path of a table to read.
        write_wanted: a path, and a text to write there if nothing is there.
        replace_wanted: a path, and a text to write there whatever is there now.
        told: words for the user, and their Tone.
        asked: a question, the word for going on, and what to do then.
    """

    read_wanted = Signal(str)
    write_wanted = Signal(str, str)
    replace_wanted = Signal(str, str)
    told = Signal(str, object)
    asked = Signal(str, str, object)

    def __init__(
        self, document: MessageDocument, measured: "Measured", window: QWidget
    ) -> None:
        super().__init__(window)
        self._document = document
        self._measured = measured
        self._window = window
        self._folder = ""

    @cached_property
    def editing(self) -> "LanguageEditing":
        from .language_editing import LanguageEditing

        return LanguageEditing(self._document)

    # Told by the user.

    def show(self, tag: str = "") -> None:
        """Show all languages side by side, in a window that stays beside this one.

        `tag` becomes the current language there.
        """
        # Late: a start without it should not pay for it.
        from .languages_dialog import LanguagesDialog

        dialog = self._window.findChild(LanguagesDialog)
        if dialog is None:
            dialog = LanguagesDialog(self._document, self, self._window)
            dialog.model.measured = self._measured
        dialog.show()
        dialog.table.point_at(tag)
        dialog.raise_()
        dialog.activateWindow()

    def import_table(self) -> None:
        """Ask for a table of texts, and read it."""
        from .file_dialogs import TABLE, ask_to_open

        ask_to_open(self._asking(), self._near(), self._on_read_named, TABLE)

    def export_table(self) -> None:
        """Ask for a place, and write all texts there."""
        from .file_dialogs import TABLE, ask_to_save

        origin = self._document.origin
        name = PurePath(origin.path).stem if origin else "message"
        path = PurePath(self._near()) / f"{name}-texts.csv"
        ask_to_save(self._asking(), str(path), self._on_write_named, TABLE)

    # Told by the application.

    def take(self, path: str, content: str) -> None:
        """Take the texts of a table into the message."""
        from hmpush_gui.exchange.language_table import read_table

        name = PurePath(path).name
        try:
            table = read_table(content, self._document.message)
        except DocumentError as error:
            words = self.tr("{name}: {reason}")
            self.told.emit(
                words.format(name=name, reason=said(error.sentence)), Tone.BAD
            )
            return
        self.editing.put_texts(table.texts, self.tr("Import texts"))
        strange = table.unknown_paths or table.unknown_tags
        which = Tone.WARNING if strange or table.missing else Tone.GOOD
        self.told.emit("\n".join(self._report(name, table)), which)

    def saved(self, path: str) -> None:
        words = self.tr("{name} is written: UTF-8, as Excel and translators take it.")
        self.told.emit(words.format(name=PurePath(path).name), Tone.GOOD)

    def refuse(self, sentence: Sentence) -> None:
        """Say why a table could not be read or written."""
        self.told.emit(said(sentence), Tone.BAD)

    def ask_to_replace(self, path: str, text: str) -> None:
        """Ask before another file is written over."""
        words = self.tr("{name} is there already. Exporting replaces it.")

        def replace() -> None:
            self.replace_wanted.emit(path, text)

        self.asked.emit(
            words.format(name=PurePath(path).name), self.tr("Replace"), replace
        )

    # Inside.

    def _report(self, name: str, table: "LanguageTable") -> list[str]:
        count = sum(len(texts) for texts in table.texts.values())
        lines = [
            self.tr(
                "Texts taken in from {name}: {count} ({tags}). Undo takes them out."
            ).format(count=count, name=name, tags=", ".join(table.texts))
        ]
        if table.unknown_paths:
            words = self.tr("Left out, because this message has no such text: {paths}.")
            lines.append(words.format(paths=_some(table.unknown_paths)))
        if table.unknown_tags:
            words = self.tr("Left out, because these name no language: {tags}.")
            lines.append(words.format(tags=_some(table.unknown_tags)))
        if table.missing:
            words = self.tr("Empty cells: {count}. What was there before stays.")
            lines.append(words.format(count=table.missing))
        return lines

    def _asking(self) -> QWidget:
        """The window that the user is in."""
        active = self._window.window().findChild(QWidget, "languages")
        return active if active is not None and active.isVisible() else self._window

    def _near(self) -> str:
        from .file_dialogs import usual_folder

        origin = self._document.origin
        if self._folder or origin is None:
            return self._folder or usual_folder()
        return str(PurePath(origin.path).parent)

    def _on_read_named(self, path: str) -> None:
        self._folder = str(PurePath(path).parent)
        self.read_wanted.emit(path)

    def _on_write_named(self, path: str) -> None:
        from hmpush_gui.exchange.language_table import write_table

        self._folder = str(PurePath(path).parent)
        languages = self.editing.languages()
        self.write_wanted.emit(path, write_table(self._document.message, languages))


def _some(names: tuple[str, ...]) -> str:
    shown = listed(names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} (+{more})" if more > 0 else shown
