"""Receipts: what is wanted of those that are read or come in, and what they are of."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.receipt import Receipt, SendName

if TYPE_CHECKING:
    from hmpush_gui.exchange.receipts import Callback
    from hmpush_gui.pushkit.words import Sentence

    from .main_window import MainWindow
    from .receipt_dialog import ReceiptDialog

MOST = 1000
"""Receipts of the sandbox that are shown, the newest."""


class Receipts(QObject):
    """Asks for callbacks to be read; the dialog is made when it is first wanted.

    Signals:
        text_wanted: a pasted callback to read.
        file_wanted: the path of one.
        sends_wanted: Receipts whose sends should be named.
        keep_wanted: Receipts to keep with their sends, and to mark devices by.
    """

    text_wanted = Signal(str)
    file_wanted = Signal(str)
    sends_wanted = Signal(object)
    keep_wanted = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ReceiptDialog | None = None
        self.live: deque[Receipt] = deque(maxlen=MOST)
        self.count = 0
        """How many came in from the sandbox."""

    # Told by the user.

    @property
    def dialog(self) -> "ReceiptDialog":
        """Made when it is first asked for."""
        if self._dialog is None:
            from .receipt_dialog import ReceiptDialog

            self._dialog = ReceiptDialog(self, self._window)
        return self._dialog

    def show(self) -> None:
        """Show the dialog, which stays beside the window."""
        dialog = self.dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.show_live()
        dialog.text.setFocus()

    def open_send(self, key: str) -> None:
        """Show a send in Results."""
        window = self._window
        window.panes.open_outcome()
        window.outcome.show_past(key)
        window.activateWindow()

    def names_of(
        self, receipts: Iterable[Receipt], sends: Mapping[Receipt, SendName]
    ) -> dict[str, str]:
        """The names of devices by token, as far as they are in the book."""
        devices, names = self._window.devices, {}
        for receipt in receipts:
            send = sends.get(receipt)
            project = send.project_key if send else self._window.choice.key
            name = devices.name_of(project, receipt.token)
            if name:
                names[receipt.token] = name
        return names

    # Told by the application.

    def take(self, found: "Callback") -> None:
        """Show what was read."""
        self.dialog.show_callback(found)
        self.sends_wanted.emit(found.receipts)

    def take_file(self, text: str, found: "Callback") -> None:
        """Show what a file holds, and how it begins."""
        self.dialog.show_text(text)
        self.take(found)

    def refuse(self, sentence: "Sentence") -> None:
        """Say why there is nothing to be read."""
        self.dialog.show_nothing()
        self.dialog.show_refusal(sentence)

    def came(self, receipts: Sequence[Receipt]) -> None:
        """The sandbox handed receipts over."""
        self.live.extend(receipts)
        self.count += len(receipts)
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.show_live()

    def named(
        self, asked: Sequence[Receipt], sends: Mapping[Receipt, SendName]
    ) -> None:
        """Take the sends of receipts that were asked for."""
        if self._dialog is not None:
            self._dialog.name(asked, sends)

    def kept(self, added: int, homeless: int, marked: int) -> None:
        """Say what became of receipts that were to be kept."""
        self.dialog.show_kept(added, homeless, marked)
