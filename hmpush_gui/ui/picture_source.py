"""The picture of the message in the window: wanted, fetched elsewhere, decoded."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.picture_place import (
    PicturePlace,
    picture_place,
    why_not_loaded,
)
from hmpush_gui.pushkit.picture_rules import PictureFacts, PictureHint, picture_hints
from hmpush_gui.pushkit.words import Sentence

from .decoded_picture import Decoded
from .pause import Pause

DEBOUNCE = 600
"""Milliseconds an address has to stand still before it is asked for."""


class PictureSource(QObject):
    """Holds what is known of the picture; it neither fetches nor blocks.

    Signals:
        wanted: an address to fetch; empty to give up the one under way.
        changed: picture, hints or state differ now.
    """

    wanted = Signal(str)
    changed = Signal()
    _decoded = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place: PicturePlace | None = None
        self.file: Path | None = None
        self.waiting = False
        self._on = True
        self._found = Decoded()
        self._ticket = 0
        self._work: ThreadPoolExecutor | None = None
        self._timer = Pause(DEBOUNCE, self)
        self._timer.timeout.connect(self._on_stood_still)
        self._decoded.connect(self._on_decoded)

    @property
    def on(self) -> bool:
        """Whether pictures are fetched from their servers."""
        return self._on

    @property
    def picture(self) -> QImage | None:
        """What a phone would show; None also for what it would not show."""
        return None if self.hides or self.place is None else self._found.image

    @property
    def facts(self) -> PictureFacts | None:
        """Size and format of the picture, as far as it is known."""
        return self._found.facts

    @property
    def hints(self) -> list[PictureHint]:
        """What a phone makes of the picture, or why it is not here."""
        if self.place is None:
            return []
        found, hints = self._found, []
        if found.trouble is not None:
            hints.append(PictureHint(found.trouble))
        if found.facts is not None:
            hints += picture_hints(found.facts, self.place.use)
        return hints

    def show_message(self, message: Message) -> None:
        """Look whether another picture is named now."""
        place = picture_place(message)
        if place == self.place:
            return
        before, self.place = self.place, place
        if self.file is None and _url(before) != _url(place):
            self._begin()
        self.changed.emit()

    def set_on(self, on: bool) -> None:
        """Fetch pictures from their servers, or not."""
        if on != self._on:
            self._on = on
            if self.file is None:
                self._begin()
            self.changed.emit()

    def try_file(self, path: Path) -> None:
        """Show a file of the user's in place of the picture; it is not sent."""
        self._forget()
        self.file = path
        self.waiting = True
        self._start(partial(_decode_file, path))
        self.changed.emit()

    def forget_file(self) -> None:
        """Show the picture of the message again."""
        self.file = None
        self._begin()
        self.changed.emit()

    def picture_came(
        self, url: str, data: bytes | None, sentence: Sentence | None
    ) -> None:
        """What became of the address `url`; an old one is passed by."""
        if self.file is not None or not self.waiting or url != _url(self.place):
            return
        if data is None:
            self._settle(Decoded(trouble=sentence))
        else:
            self._start(partial(_decode, data))

    def ask_again(self) -> None:
        """Somebody fetches from now on: ask for what has been waited for."""
        if self.waiting and self.file is None and not self._timer.isActive():
            self._on_stood_still()

    @property
    def hides(self) -> bool:
        """Whether a phone would not show the picture that is named."""
        return any(hint.hides for hint in self.hints)

    def _begin(self) -> None:
        """Start anew with the address there is now."""
        self._forget()
        url = _url(self.place)
        if not url or not self._on:
            return
        if why := why_not_loaded(url):
            self._found = Decoded(trouble=why)
            return
        self.waiting = True
        self._timer.start()

    def _forget(self) -> None:
        self._ticket += 1
        self._found = Decoded()
        self._timer.stop()
        if self.waiting:
            self.waiting = False
            self.wanted.emit("")

    def _on_stood_still(self) -> None:
        self.wanted.emit(_url(self.place))

    def _start(self, work: Callable[[], Decoded]) -> None:
        """Do `work` in a thread; what comes too late is passed by."""
        self._work = self._work or ThreadPoolExecutor(1, "pictures")
        ticket = self._ticket

        def tell(done: Future[Decoded]) -> None:
            # In the thread of the work; Qt carries it over to the window's.
            if isValid(self):
                self._decoded.emit(ticket, done.result())

        self._work.submit(work).add_done_callback(tell)

    def _on_decoded(self, ticket: int, found: Decoded) -> None:
        if ticket == self._ticket:
            self._settle(found)

    def _settle(self, found: Decoded) -> None:
        self.waiting = False
        self._found = found
        self.changed.emit()


def _url(place: PicturePlace | None) -> str:
    return place.url if place else ""


# Imported in the thread, and only when there is a picture.


def _decode(data: bytes) -> Decoded:
    from .picture_decoding import decode

    return decode(data)


def _decode_file(path: Path) -> Decoded:
    from .picture_decoding import decode_file

    return decode_file(path)
