"""New, open, save, duplicate: the message being written and its file."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hmpush_gui.exchange.message_file import MessageFile, tokens_of, without_tokens
from hmpush_gui.exchange.sample import Sample
from hmpush_gui.pushkit.languages import Languages
from hmpush_gui.pushkit.message import Message, Origin, PutAway
from hmpush_gui.pushkit.words import Sentence

from .confirm_bar import ConfirmBar
from .file_state import FileState
from .message_document import MessageDocument
from .message_swap import MessageSwap
from .notice_bar import NoticeBar, Offer
from .recent_files import RecentFiles
from .sample_list import SampleListModel
from .theme import Tone
from .words import grouped, said

if TYPE_CHECKING:
    from .app_face import AppFace


class Filing(QObject):
    """Says what is wanted of the disk, and is told what became of it.

    Signals:
        open_wanted: the path of a file to read.
        save_wanted: a path, a text to write there, and the text that should stand
            there now, None for none.
        replace_wanted: a path, and a text to write there whatever stands there now.
        samples_wanted: the samples are to be shown, and are not loaded yet.
        look_wanted: see which of the recent files are still there.
        tokens_wanted: push tokens that a request body held, for the list of devices.
        key_file_found: the Path of a key file that was opened in place of a message.
    """

    open_wanted = Signal(str)
    save_wanted = Signal(str, str, object)
    replace_wanted = Signal(str, str)
    samples_wanted = Signal()
    look_wanted = Signal()
    tokens_wanted = Signal(list)
    key_file_found = Signal(object)

    def __init__(
        self,
        document: MessageDocument,
        notices: NoticeBar,
        confirm: ConfirmBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._notices = notices
        self._confirm = confirm
        self._window = window
        self._suggested = ""
        self._drafts = 0
        self._saving: dict[str, int] = {}
        self.state = FileState(document, self)
        self.recent = RecentFiles(self)
        self.samples = SampleListModel(self)
        self.app: Callable[[], AppFace] = _some_app
        """How the app looks of the project in force."""
        self.swap = MessageSwap(document, self.state, notices, self)
        document.broken_replaced.connect(self._on_draft_taken)

    def settings(self) -> Mapping[str, str]:
        """What should be as it was on the next start."""
        return {"recent": self.recent.setting(), "samples": self.samples.language}

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        self.recent.apply_setting(settings.get("recent", "[]"))
        if settings.get("samples") in ("en", "zh"):
            self.samples.set_language(settings["samples"])

    # Told by the user.

    def new(self) -> None:
        """Begin a message of the same kind."""
        self._put(self._document.kind.message(), self.tr("New message"), None)

    def duplicate(self) -> None:
        """Go on with a copy, which is in no file yet."""
        name = PurePath(self.state.name).stem or self._suggested
        document = self._document
        document.replace(
            document.message, self.tr("Duplicate"), None, document.languages
        )
        self._suggested = f"{name}-copy" if name else ""
        self._notices.tell(
            self.tr("This is a copy now, in no file yet. Save gives it one."),
            Tone.GOOD,
        )

    def open(self) -> None:
        """Ask for a file to open."""
        # Late, as all that a start does not need.
        from .file_dialogs import ask_to_open

        ask_to_open(self._window, self._folder(), self.open_wanted.emit)

    def open_paths(self, paths: Sequence[str]) -> None:
        """Open the first of files that were dropped or named, and say so."""
        if len(paths) > 1:
            words = self.tr(
                "One file at a time: {name} is opened, the other files are not."
            ).format(name=PurePath(paths[0]).name)
            self._notices.tell(words, Tone.WARNING)
        if paths:
            self.open_wanted.emit(paths[0])

    def save(self) -> None:
        """Write the message into its file, or ask for one."""
        origin = self._document.origin
        if origin is None:
            self.save_as()
        else:
            self._save(origin.path, origin.text)

    def save_as(self) -> None:
        """Ask for a file, and write the message there."""
        from .file_dialogs import ask_to_save

        ask_to_save(self._window, self._suggested_path(), self._on_save_named)

    def choose_sample(self) -> None:
        """Show the gallery."""
        from .gallery_dialog import GalleryDialog

        self.load_samples()
        # A test run sheet may have one of its own.
        mine = Qt.FindChildOption.FindDirectChildrenOnly
        gallery = self._window.findChild(GalleryDialog, options=mine)
        if gallery is None:
            gallery = GalleryDialog(self.samples, self.app(), self._window)
            gallery.chosen.connect(self.use_sample)
        gallery.show()
        gallery.raise_()
        gallery.activateWindow()

    def load_samples(self) -> None:
        """See to it that there are samples to choose from."""
        if not self.samples.rowCount():
            self.samples_wanted.emit()

    def use_sample(self, sample: Sample) -> None:
        """Put a sample into the composer, as a message in no file yet."""
        self._put(sample.file.message, self.tr("New from sample"), None)
        self._suggested = sample.key

    def use_converted(self, file: MessageFile) -> None:
        """Put what came from elsewhere into the composer, in no file yet."""
        what = self.tr("Paste from elsewhere")
        self._put(file.message, what, None, file.languages)
        self._suggested = file.name

    def clear_recent(self) -> None:
        """Forget the recent files and the drafts put away; the drafts can come back."""
        drafts, paths = self.swap.put_away.drafts(), self.recent.paths()
        self.recent.clear()
        self.swap.put_away.clear()
        if drafts:
            words = self.tr("Drafts put away and now forgotten: {count}.")
            undo = Offer(self.tr("Undo"), lambda: self._bring_back(drafts, paths))
            self._notices.tell(
                words.format(count=grouped(len(drafts))), Tone.GOOD, undo
            )

    def _bring_back(self, drafts: list[PutAway], paths: list[str]) -> None:
        self.swap.bring_back(drafts)
        for path in reversed(paths):
            self.recent.add(path)

    # Told by the application.

    def take(self, origin: Origin, file: MessageFile) -> None:
        """Put a file that was read into the composer."""
        message = replace(file.message, document=without_tokens(file.message.document))
        self._put(message, self.tr("Open file"), origin, file.languages)
        self.recent.add(origin.path)
        if tokens := tokens_of(file.message.document):
            self._tell_of_tokens(PurePath(origin.path).name, tokens)

    def refuse(self, sentence: Sentence, *offers: Offer) -> None:
        """Say why something could not be opened or saved, and what can be done."""
        self._notices.tell(said(sentence), Tone.BAD, *offers)
        self.look_wanted.emit()

    def saved(self, origin: Origin) -> None:
        """Know that `origin` is what the disk holds."""
        self.recent.add(origin.path)
        if self._saving.get(origin.path) != self._drafts:
            # Another message was put in the place of the one that was saved.
            self._document.know_origin(origin)
            return
        self._document.set_origin(origin)
        if self._document.broken_text is not None:
            self._notices.tell(
                self.tr(
                    "The JSON is broken, so {name} got the last good message. What you "
                    "typed since is kept here. Mend the JSON, then save again."
                ).format(name=self.state.name),
                Tone.WARNING,
            )

    def ask_to_replace(self, path: str, text: str) -> None:
        """Ask before a text is written over what somebody else wrote."""
        origin, name = self._document.origin, PurePath(path).name
        if origin is not None and origin.path == path:
            question = self.tr(
                "{name} was changed by another program since it was opened here. "
                "Saving puts your message in its place."
            )
            go = self.tr("Save over it")
        else:
            question = self.tr("{name} is there already. Saving replaces it.")
            go = self.tr("Replace")
        self._confirm.ask(
            question.format(name=name),
            go,
            lambda: self.replace_wanted.emit(path, text),
        )

    # Inside.

    def _put(
        self,
        message: Message,
        what: str,
        origin: Origin | None,
        languages: Languages | None = None,
    ) -> None:
        self.swap.put(message, what, origin, languages)
        self._suggested = ""

    def _tell_of_tokens(self, name: str, tokens: list[str]) -> None:
        words = self.tr(
            "{name} held push tokens: {count}. A message holds none, and saving writes "
            "none. Devices keeps them."
        ).format(name=name, count=grouped(len(tokens)))
        add = Offer(
            self.tr("Take them to Devices"), lambda: self.tokens_wanted.emit(tokens)
        )
        self._notices.tell(words, Tone.WARNING, add)

    def _on_save_named(self, path: str) -> None:
        origin = self._document.origin
        self._save(path, origin.text if origin and origin.path == path else None)

    def _save(self, path: str, expected: str | None) -> None:
        self._saving[path] = self._drafts
        self.save_wanted.emit(path, self.state.text(), expected)

    def _on_draft_taken(self) -> None:
        self._drafts += 1

    def _folder(self) -> str:
        """The folder of the file, or of the one before it; empty for the usual one."""
        origin = self._document.origin
        path = origin.path if origin else self.recent.last()
        return str(PurePath(path).parent) if path else ""

    def _suggested_path(self) -> str:
        origin = self._document.origin
        if origin is not None:
            return origin.path
        name = self._suggested or slug(self._document.message.title) or "message"
        return str(PurePath(self._folder()) / f"{name}.json")


def _some_app() -> "AppFace":
    # Late: the first frame shows no app.
    from .app_face import AppFace

    return AppFace()


def slug(title: str) -> str:
    """A file name from a title, in any script: `parcel-on-its-way`."""
    return re.sub(r"[\W_]+", "-", title.lower()).strip("-")[:40].strip("-")
