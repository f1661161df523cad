"""The window in which receipts are read: pasted ones, and those of the sandbox."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from hmpush_gui.pushkit.callback_check import Proof
from hmpush_gui.pushkit.receipt import Receipt, SendName

from .dialog_foot import dialog_foot
from .file_dialogs import CALLBACK, ask_to_open
from .reading_dialog import ReadingDialog
from .receipt_list import ReceiptList, ReceiptRow
from .receipt_signature import ReceiptSignature
from .receipt_tables import PASTED, SANDBOX, ReceiptTables
from .receipt_telling import homeless_words, kept_words, unread_words
from .segments import Segments
from .theme import fixed_font
from .words import grouped, sentences

if TYPE_CHECKING:
    from hmpush_gui.exchange.receipts import Callback

    from .receipts import Receipts

_PAUSE = 300
"""Milliseconds without typing after which the text is read."""
_SHOWN = 1 << 18
"""Characters of a file that are shown; all of it is read."""


class ReceiptDialog(ReadingDialog):
    """Stays beside the window; what is pasted is read by itself, kept on a button."""

    def __init__(self, receipts: "Receipts", parent: QWidget | None = None) -> None:
        super().__init__("receipts", parent)
        self.setWindowTitle(self.tr("Receipts"))
        self._receipts = receipts
        self._shown_count = -1
        self._unread: list[str] = []
        self._told: list[str] = []
        self.source = self._make_source()
        self.about = self.label("about")
        self.about.setProperty("quiet", True)
        self.text = self._make_text()
        self.signature = ReceiptSignature(self)
        self._lists = ReceiptTables(self)
        self.models, self.tables = self._lists.models, self._lists.tables
        self.explained = self._lists.explained
        self._open = self.button("open", self.tr("Open file…"))
        self.copy = self.button("copy", self.tr("Copy ▾"))
        self.copy.setAccessibleName(self.tr("Copy"))
        self.open_send = self.button("send", self.tr("Open send"))
        self.keep = self.button("keep", self.tr("Keep in History"))
        self.keep.setProperty("primary", True)
        self.keep.setToolTip(
            self.tr(
                "Keeps them with their sends, and marks devices as dead whose token "
                "is no good any more."
            )
        )
        self._close = self.button("close", self.tr("Close"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self.choose(PASTED)

    # Told by the user.

    def choose(self, source: int) -> None:
        """Show pasted receipts, or those of the sandbox."""
        self.source.choose(source)
        pasted = source == PASTED
        for widget in (self.text, self.signature, self._open, self.keep):
            widget.setVisible(pasted)
        self.about.setText(
            self.tr(
                "Huawei posts receipts to the server whose address is set in "
                "AppGallery Connect, never to this window. Paste or open what it got."
            )
            if pasted
            else self.tr(
                "Receipts of the sandbox come in by themselves, inside of this "
                "program, and are kept with their sends. The newest come first."
            )
        )
        self.say("\n".join(self._told) if pasted else "", "warning")
        self._show_tables()

    def open_file(self, path: str) -> None:
        """Have the callback in a file read."""
        self.choose(PASTED)
        self.folder = str(PurePath(path).parent)
        self._receipts.file_wanted.emit(path)

    def copied(self, *, csv: bool) -> str:
        """What is shown, for a table elsewhere; tokens are not whole in it."""
        return self._lists.as_text(csv=csv)

    @property
    def model(self) -> ReceiptList:
        """The receipts on view."""
        return self.models[self.source.current]

    # Told by what reads.

    def show_text(self, text: str) -> None:
        """Show how a file begins."""
        self.text.blockSignals(True)
        self.text.setPlainText(text[:_SHOWN])
        self.text.blockSignals(False)

    def show_callback(self, found: "Callback") -> None:
        """Show what was read."""
        self.models[PASTED].show_rows([ReceiptRow(each) for each in found.receipts])
        self.signature.show_header(found.header)
        self._unread = self._told = unread_words(found)
        self.say("\n".join(self._told), "warning")
        self._show_tables()

    def show_nothing(self) -> None:
        """There is nothing to be read."""
        self.models[PASTED].show_rows(())
        self._told = []
        self.signature.show_header("")
        self._show_tables()

    def show_live(self) -> None:
        """Show what came in from the sandbox by now."""
        if self._shown_count == self._receipts.count:
            return
        self._shown_count = self._receipts.count
        live = self._receipts.live
        self._lists.show_live([ReceiptRow(each) for each in reversed(live)])
        words = self.tr("Sandbox ({count})")
        self.source.rename(SANDBOX, words.format(count=grouped(self._shown_count)))
        self._receipts.sends_wanted.emit(tuple(live))
        self._show_tables()

    def name(self, asked: Sequence[Receipt], sends: Mapping[Receipt, SendName]) -> None:
        """Show the sends of receipts that were asked for, and what has none."""
        looked_up = frozenset(asked)
        for model in self.models:
            names = self._receipts.names_of(model.receipts(), sends)
            model.name(looked_up, sends, names)
        pasted = self.models[PASTED]
        if self.source.current == PASTED and tuple(asked) == pasted.receipts():
            self._told = [*self._unread, *homeless_words(pasted.rows())]
            self.say("\n".join(self._told), "warning")
        self._lists.explain()

    def show_kept(self, added: int, homeless: int, marked: int) -> None:
        """Say what became of receipts that were to be kept."""
        parts = kept_words(self.models[PASTED].count(), added, homeless, marked)
        if self.signature.proof is Proof.WRONG:
            parts.append(self.tr("Mind that the signature is wrong."))
        self.say(sentences(parts), "hint" if added or marked else "warning")

    def done(self, result: int) -> None:
        # Esc ends a dialog without a close event.
        super().done(result)
        self.signature.forget()

    # Inside.

    def _make_source(self) -> Segments:
        return Segments(
            "receipts.source",
            [
                (self.tr("Pasted"), self.tr("What Huawei posted to your own server")),
                (self.tr("Sandbox"), self.tr("What came in from the sandbox")),
            ],
            self,
        )

    def _make_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setObjectName("receipts.text")
        text.setAccessibleName(self.tr("Body of a callback"))
        text.setPlaceholderText(
            self.tr(
                "Paste the body of a callback here, of version 1 or 2; with its "
                "headers, if the log of your server has them."
            )
        )
        text.setFont(fixed_font(10))
        text.setTabChangesFocus(True)
        text.setUndoRedoEnabled(False)
        text.setAcceptDrops(False)
        return text

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.source)
        head.addWidget(self.about, 1)
        ends = [self.open_send, self.keep, self._close]
        foot = dialog_foot([self._open, self.copy], ends)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.text, 2)
        column.addWidget(self.signature)
        column.addWidget(self._lists, 3)
        column.addWidget(self.said)
        column.addLayout(foot)
        self.resize(1060, 680)

    def _connect(self) -> None:
        self.source.chosen.connect(self.choose)
        self.text.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._on_pause)
        self._open.clicked.connect(
            lambda: ask_to_open(self, self.folder, self.open_file, CALLBACK)
        )
        menu = QMenu(self.copy)
        menu.addAction(self.tr("As text"), partial(self._on_copy, csv=False))
        menu.addAction(self.tr("As CSV"), partial(self._on_copy, csv=True))
        self.copy.clicked.connect(
            lambda: menu.popup(self.copy.mapToGlobal(self.copy.rect().bottomLeft()))
        )
        self._lists.row_chosen.connect(self._on_row_chosen)
        self._lists.opened.connect(self._on_open_send)
        self._lists.copy_wanted.connect(partial(self._on_copy, csv=False))
        self.open_send.clicked.connect(self._on_open_send)
        self.keep.clicked.connect(self._on_keep)
        self._close.clicked.connect(self.close)

    def _show_tables(self) -> None:
        """The table of what is looked at, and what can be done with it."""
        source, some = self.source.current, self.model.count() > 0
        self._lists.show_source(source)
        self.copy.setEnabled(some)
        self.keep.setEnabled(some)
        if source == SANDBOX:
            words = self.tr("Nothing came in yet: send something to the sandbox.")
            self.say("" if some else words)

    def _on_pause(self) -> None:
        text = self.text.toPlainText()
        if text.strip():
            self._receipts.text_wanted.emit(text)
        else:
            self.show_nothing()
            self.say("")

    def _on_row_chosen(self) -> None:
        row = self._lists.row()
        self.open_send.setEnabled(bool(row and row.send))

    def _on_open_send(self) -> None:
        row = self._lists.row()
        if row and row.send:
            self._receipts.open_send(row.send.key)

    def _on_copy(self, *, csv: bool) -> None:
        if self.model.count():
            QGuiApplication.clipboard().setText(self.copied(csv=csv))
            self.say(self.tr("Copied; push tokens are shortened."))

    def _on_keep(self) -> None:
        self._receipts.keep_wanted.emit(self.models[PASTED].receipts())
