"""What is said of files that are written: wanted, asked first, done, or refused."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.words import Sentence

from .theme import Tone
from .words import said, sentences

Content = Callable[[], str]
"""Makes a text, which may take seconds, in the thread of the disk."""


class FileWriting(QObject):
    """Says what is wanted of the disk, and is told what became of it.

    Signals:
        write_wanted: a path, and a Content to write there if nothing is there.
        replace_wanted: a path, and a Content to write there whatever is there now.
        told: words for the user, and their Tone.
        asked: a question, the word for going on, and what to do then.
    """

    write_wanted = Signal(str, object)
    replace_wanted = Signal(str, object)
    told = Signal(str, object)
    asked = Signal(str, str, object)

    def about(self) -> str:
        """What to know of the files."""
        raise NotImplementedError

    def saved(self, path: str) -> None:
        words = self.tr("{name} is written.").format(name=PurePath(path).name)
        self.told.emit(sentences([words, self.about()]), Tone.GOOD)

    def refuse(self, sentence: Sentence) -> None:
        """Say why a file could not be written."""
        self.told.emit(said(sentence), Tone.BAD)

    def ask_to_replace(self, path: str, content: Content) -> None:
        """Ask before another file is written over."""
        words = self.tr("{name} is there already. Exporting replaces it.")

        def replace() -> None:
            self.replace_wanted.emit(path, content)

        self.asked.emit(
            words.format(name=PurePath(path).name), self.tr("Replace"), replace
        )
