"""Tells that the file on the disk is another, and lets the user choose."""

from pathlib import PurePath

from PySide6.QtCore import QObject

from hmpush_gui.pushkit.message import Origin
from hmpush_gui.pushkit.words import Sentence

from .file_state import file_of, wire
from .filing import Filing
from .message_document import MessageDocument
from .notice_bar import NoticeBar, Offer
from .theme import Tone
from .words import said


class DiskNews(QObject):
    """Is told what the file holds now, and tells each piece of news once."""

    def __init__(
        self,
        document: MessageDocument,
        filing: Filing,
        notices: NoticeBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._filing = filing
        self._notices = notices
        self._told: object = None
        self._words = ""
        document.origin_changed.connect(self._forget)

    def show_text(self, path: str, text: str) -> None:
        """The file `path` holds `text` now."""
        origin = self._document.origin
        if origin is None or origin.path != path:
            return
        if text == origin.text:
            self._forget()
        elif (path, text) != self._told:
            self._take(origin, Origin(path, text))

    def show_trouble(self, path: str, sentence: Sentence) -> None:
        """The file `path` is gone, or cannot be read any more."""
        origin = self._document.origin
        if origin is None or origin.path != path or self._told == (path, sentence):
            return
        words = self.tr("{reason} Your message is kept here.")
        self._tell(
            words.format(reason=said(sentence)),
            Offer(self.tr("Save again"), self._filing.save),
        )
        self._told = (path, sentence)

    def _take(self, before: Origin, now: Origin) -> None:
        was, file = file_of(before), file_of(now)
        document = self._document
        known = [(wire(document.message), document.languages)]
        if was:
            known.append((wire(was.message), was.languages))
        if file and (wire(file.message), file.languages) in known:
            # What is here already, laid out anew or with other words around it.
            self._document.set_origin(now)
            return
        keep = Offer(self.tr("Keep mine"), lambda: self._document.set_origin(now))
        name = PurePath(now.path).name
        if file is None:
            words = self.tr(
                "{name} was changed by another program, and is no message any more. "
                "Your message is kept here; saving asks before it replaces the file."
            )
            self._tell(words.format(name=name), keep)
        else:
            words = self.tr(
                "{name} was changed by another program. Reload takes what it holds "
                "now; Undo brings back what is here."
            )
            found = file
            load = Offer(self.tr("Reload"), lambda: self._filing.take(now, found))
            self._tell(words.format(name=name), load, keep)
        self._told = (now.path, now.text)

    def _tell(self, words: str, *offers: Offer) -> None:
        self._forget()
        self._words = words
        self._notices.tell(words, Tone.WARNING, *offers)

    def _forget(self) -> None:
        """Nothing is amiss any more; what was said of it goes."""
        self._told = None
        if self._words:
            self._notices.dismiss(self._words)
            self._words = ""
