"""Messages of other services: where they are noticed, and what is done with them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from .notice_bar import Offer
from .theme import Tone
from .words import said

if TYPE_CHECKING:
    from hmpush_gui.exchange.conversion import Conversion, Source
    from hmpush_gui.pushkit.words import Sentence

    from .main_window import MainWindow
    from .paste_dialog import PasteDialog


class Pasting(QObject):
    """Offers to convert, never does it by itself; the dialog is made when wanted.

    Signals:
        file_wanted: the path of a file to read into the dialog.
    """

    file_wanted = Signal(str)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: PasteDialog | None = None
        self._strange = False
        window.composer.json_pasted.connect(self.look_at)
        window.document.changed.connect(self._look_at_text)

    @property
    def dialog(self) -> "PasteDialog":
        """Made when it is first asked for."""
        if self._dialog is None:
            from .paste_dialog import PasteDialog

            self._dialog = PasteDialog(self, self._window)
        return self._dialog

    # Told by the user.

    def show(self, text: str = "") -> None:
        """Show the dialog with `text`, or else with a message from the clipboard."""
        dialog = self.dialog
        if text:
            dialog.put(text)
        elif not dialog.text.toPlainText():
            self._begin_with_clipboard(dialog)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.text.setFocus()

    def look_at(self, text: str) -> None:
        """Offer to convert a text that was pasted where the message is written."""
        # Late: most of what is pasted is short, and no start pastes.
        from hmpush_gui.exchange.foreign import foreign

        found = foreign(text, legacy=self._window.document.message.api.legacy)
        if found is not None:
            self.offer(text, found.source)

    def use(self, made: "Conversion") -> None:
        """Put it into the composer; what was there is put away, and undo finds it."""
        self._window.filing.use_converted(made.file)

    def go_to(self, path: tuple[str, ...]) -> None:
        """Put the cursor where a value of the message is written."""
        self._window.activateWindow()
        self._window.composer.focus(path)

    def add_tokens(self, tokens: Sequence[str]) -> int:
        """Add tokens to the project in force; gives how many were new."""
        return self._window.importing.add(tokens)

    # Told by the application.

    def offer(self, text: str, source: "Source", name: str = "") -> None:
        """Say what a text is, and that it can be converted; `name` is its file's."""
        from .fate_words import SOURCES

        what = said(SOURCES[source])
        if name:
            words = self.tr("{name} holds another kind of message: {what}.")
        else:
            words = self.tr("What you pasted is another kind of message: {what}.")
        convert = Offer(self.tr("Convert…"), lambda: self.show(text))
        words = words.format(name=name, what=what)
        self._window.tell(words, Tone.WARNING, convert)

    def take_file(self, text: str) -> None:
        """Show what a file holds that was asked for."""
        self.dialog.put(text)

    def refuse_file(self, sentence: "Sentence") -> None:
        """Say why a file cannot be read."""
        self.dialog.show_refusal(sentence)

    # Inside.

    def _look_at_text(self) -> None:
        """Notice a whole message that was pasted where its text belongs."""
        text = self._window.document.message.body
        strange = text.lstrip().startswith(("{", "curl "))
        if strange and not self._strange:
            self.look_at(text)
        self._strange = strange

    def _begin_with_clipboard(self, dialog: "PasteDialog") -> None:
        from hmpush_gui.exchange.foreign import foreign

        text = QGuiApplication.clipboard().text()
        if any(foreign(text, legacy=legacy) for legacy in (True, False)):
            dialog.put(text)
