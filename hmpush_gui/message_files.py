"""Reads, writes and watches message files for the window, in a thread of its own."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject

from hmpush_gui.disk_jobs import DiskJobs, Then
from hmpush_gui.exchange.message_file import read_file
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api, Origin
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.message_files import is_there, read_text, why_closed, write_text
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.pause import Pause
from hmpush_gui.ui.words import said

_SETTLE = 200
"""Milliseconds that another program is given to finish writing."""

_NO_MESSAGE = QT_TRANSLATE_NOOP("files", "{name} was not opened. {reason}")


class MessageFiles(QObject):
    """The disk behind the window's `filing` and `news`.

    Jobs run one after the other, in the order they were asked for, and each tells the
    window's thread what to do then: a slow network drive never stops the window.
    """

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._disk = DiskJobs("files", self)
        self._written: dict[str, str] = {}
        self._watcher: QFileSystemWatcher | None = None
        self._settle = Pause(_SETTLE, self)
        self._settle.timeout.connect(self.check)
        filing = window.filing
        filing.open_wanted.connect(self.open)
        filing.save_wanted.connect(self._on_save_wanted)
        filing.replace_wanted.connect(self._on_replace_wanted)
        filing.look_wanted.connect(self.look)
        filing.samples_wanted.connect(self._on_samples_wanted)
        window.pasting.file_wanted.connect(self._on_pasted_file)
        window.document.origin_changed.connect(self._watch)

    def start(self) -> None:
        """Begin to watch the draft's file, and see what became of it meanwhile."""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._settle.start)
        self._watch()
        self.check()
        self.look()

    def open(self, path: str) -> None:
        """Read a file into the composer."""
        self._disk.run(partial(self._open, os.path.abspath(path)))

    def check(self) -> None:
        """See whether the file on the disk is still what was opened or saved."""
        origin = self._window.document.origin
        if origin is not None:
            self._disk.run(partial(self._read, origin.path))
            self._watch()

    def look(self) -> None:
        """See which of the recent files are still there."""
        if paths := self._window.filing.recent.paths():
            self._disk.run(partial(self._look, paths))

    def close(self) -> None:
        """Wait until everything is written."""
        self._disk.close()

    # In the disk's thread.

    def _open(self, path: str) -> Then:
        try:
            text = read_text(Path(path))
        except StoreError as error:
            return self._refuse(Path(path), error.sentence)
        try:
            file = read_file(text)
        except DocumentError as error:
            words = _NO_MESSAGE.format(name=Path(path).name, reason=error.sentence)
            return self._offer(path, text) or self._refuse(Path(path), words, text)
        take = partial(self._window.filing.take, Origin(path, text), file)
        offer = self._offer(path, text, file.message.api) if file.bare else None
        return partial(_both, take, offer) if offer else take

    def _refuse(self, path: Path, sentence: Sentence, text: str = "") -> Then:
        """Say why it is no message, and offer the place where it belongs."""
        if _is_key(path):
            # Nobody opens one for another reason.
            return partial(self._window.filing.key_file_found.emit, path)
        # Late: most files are messages.
        from hmpush_gui.misplaced import picture_words, place_for

        sentence = picture_words(path) or sentence
        offer = place_for(self._window, path, text)
        return partial(self._window.filing.refuse, sentence, *filter(None, (offer,)))

    def _offer(self, path: str, text: str, api: Api = Api.V3) -> Then | None:
        """Offer to convert the message of another service that a file holds."""
        # Late: most files are messages of ours.
        from hmpush_gui.exchange.foreign import foreign

        found = foreign(text, legacy=api.legacy)
        if found is None:
            return None
        offer = self._window.pasting.offer
        return partial(offer, text, found.source, Path(path).name)

    def _read_pasted(self, path: str) -> Then:
        pasting = self._window.pasting
        try:
            return partial(pasting.take_file, read_text(Path(path)))
        except StoreError as error:
            return partial(pasting.refuse_file, error.sentence)

    def _read(self, path: str) -> Then:
        news = self._window.news
        try:
            return partial(news.show_text, path, read_text(Path(path)))
        except StoreError as error:
            return partial(news.show_trouble, path, error.sentence)

    def _save(self, path: str, text: str, expected: str | None) -> Then:
        """Write, unless somebody else wrote there since."""
        mine = {expected, self._written.get(path), text} - {None}
        if is_there(Path(path)) and _text_at(path) not in mine:
            return partial(self._window.filing.ask_to_replace, path, text)
        return self._replace(path, text)

    def _replace(self, path: str, text: str) -> Then:
        filing = self._window.filing
        try:
            write_text(Path(path), text)
        except StoreError as error:
            return partial(filing.refuse, error.sentence)
        self._written[path] = text
        return partial(filing.saved, Origin(path, text))

    def _look(self, paths: list[str]) -> Then:
        closed = {path: why_closed(Path(path)) for path in paths}
        return lambda: self._window.filing.recent.show_reasons(
            {path: said(reason) for path, reason in closed.items() if reason}
        )

    def _load_samples(self) -> Then:
        # Late: most starts show no sample.
        from hmpush_gui.gallery import load_samples

        samples = load_samples()
        return lambda: self._window.filing.samples.load(samples)

    # In the window's thread.

    def _on_save_wanted(self, path: str, text: str, expected: object) -> None:
        wanted = expected if isinstance(expected, str) else None
        self._disk.run(partial(self._save, os.path.abspath(path), text, wanted))

    def _on_pasted_file(self, path: str) -> None:
        self._disk.run(partial(self._read_pasted, os.path.abspath(path)))

    def _on_samples_wanted(self) -> None:
        self._disk.run(self._load_samples)

    def _on_replace_wanted(self, path: str, text: str) -> None:
        self._disk.run(partial(self._replace, path, text))

    def _watch(self) -> None:
        """Watch the file in force; a file that was replaced has to be watched anew."""
        if self._watcher is None:
            return
        origin = self._window.document.origin
        wanted = [origin.path] if origin else []
        if self._watcher.files() != wanted:
            if watched := self._watcher.files():
                self._watcher.removePaths(watched)
            if wanted and Path(wanted[0]).exists():
                self._watcher.addPaths(wanted)


def _is_key(path: Path) -> bool:
    """Whether it is a key file: the dialog of a project says what is wrong with it.

    Such a file may be of another encoding than a message.
    """
    # Late: most files are messages.
    from hmpush_gui.pushkit.key_file import is_key_file
    from hmpush_gui.pushkit.key_text import LARGEST

    try:
        with path.open("rb") as file:
            return is_key_file(file.read(LARGEST + 1))
    except OSError:
        return False


def _both(first: Then, then: Then) -> None:
    first()
    then()


def _text_at(path: str) -> str | None:
    """What stands at `path`, None if it is no text that could be ours."""
    try:
        return read_text(Path(path))
    except StoreError:
        return None
