"""The window in which receipts are read: pasted ones, and those of the sandbox."""

from collections.abc import Mapping
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.exchange.receipt_export import (
    ToldReceipt,
    receipts_csv,
    receipts_text,
)
from hmpush_gui.pushkit.callback_check import Proof
from hmpush_gui.pushkit.receipt import Receipt, SendName

from .file_dialogs import CALLBACK, ask_to_open
from .reading_dialog import ReadingDialog
from .receipt_list import Column, ReceiptList, ReceiptRow
from .receipt_signature import ReceiptSignature
from .receipt_words import receipt_advice
from .segments import Segments
from .table import plain_table, point_at
from .theme import fixed_font
from .words import grouped, language, said

if TYPE_CHECKING:
    from hmpush_gui.exchange.receipts import Callback

    from .receipts import Receipts

PASTED, SANDBOX = range(2)

_PAUSE = 300
"""Milliseconds without typing after which the text is read."""
_SHOWN = 1 << 18
"""Characters of a file that are shown; all of it is read."""
_UNREAD = 3
"""Statuses that are no receipts of which it is told why."""


class ReceiptDialog(ReadingDialog):
    """Stays beside the window; what is pasted is read by itself, kept on a button."""

    def __init__(self, receipts: "Receipts", parent: QWidget | None = None) -> None:
        super().__init__("receipts", parent)
        self.setWindowTitle(self.tr("Receipts"))
        self._receipts = receipts
        self._shown_count = -1
        self.source = Segments(
            "receipts.source",
            [
                (self.tr("Pasted"), self.tr("What Huawei posted to your own server")),
                (self.tr("Sandbox"), self.tr("What came in from the sandbox")),
            ],
            self,
        )
        self.about = self.label("about")
        self.about.setProperty("quiet", True)
        self.text = self._make_text()
        self.signature = ReceiptSignature(self)
        self.models = (ReceiptList(self), ReceiptList(self))
        self.tables = tuple(map(self._make_table, ("pasted", "sandbox"), self.models))
        self.explained = self.label("explained")
        self.explained.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
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
        self.say("")
        self._show_tables()

    def open_file(self, path: str) -> None:
        """Have the callback in a file read."""
        self.choose(PASTED)
        self.folder = str(PurePath(path).parent)
        self._receipts.file_wanted.emit(path)

    def copied(self, *, csv: bool) -> str:
        """What is shown, for a table elsewhere; tokens are not whole in it."""
        told = [
            ToldReceipt(row.receipt, row.device, row.send.title if row.send else "")
            for row in self.model.rows()
        ]
        return (receipts_csv if csv else receipts_text)(told, language())

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
        told = [
            self.tr("Status {number}: {why}").format(
                number=each.number, why=said(each.why)
            )
            for each in found.unread[:_UNREAD]
        ]
        if len(found.unread) > _UNREAD:
            words = self.tr("Not read: {count} in all.")
            told.append(words.format(count=grouped(len(found.unread))))
        self.say("\n".join(told), "warning")
        self._show_tables()

    def show_nothing(self) -> None:
        """There is nothing to be read."""
        self.models[PASTED].show_rows(())
        self.signature.show_header("")
        self._show_tables()

    def show_live(self) -> None:
        """Show what came in from the sandbox by now."""
        if self._shown_count == self._receipts.count:
            return
        self._shown_count = self._receipts.count
        live, model = self._receipts.live, self.models[SANDBOX]
        index = self.tables[SANDBOX].currentIndex()
        before = model.row(index.row()).receipt if index.isValid() else None
        model.show_rows([ReceiptRow(each) for each in reversed(live)])
        if before in (receipts := model.receipts()):
            point_at(self.tables[SANDBOX], model.index(receipts.index(before), 0))
        words = self.tr("Sandbox ({count})")
        self.source.rename(SANDBOX, words.format(count=grouped(self._shown_count)))
        self._receipts.sends_wanted.emit(tuple(live))
        self._show_tables()

    def name(self, sends: Mapping[Receipt, SendName]) -> None:
        """Show the sends of receipts, and the names of their devices."""
        for model in self.models:
            model.name(sends, self._receipts.names_of(model.receipts(), sends))
        self._on_row_chosen()

    def show_kept(self, added: int, homeless: int, marked: int) -> None:
        """Say what became of receipts that were to be kept."""
        parts = [self.tr("Kept in History: {count}.").format(count=grouped(added))]
        known = self.models[PASTED].count() - added - homeless
        for count, words in (
            (known, self.tr("Known already: {count}.")),
            (homeless, self.tr("Of no send in History, and not kept: {count}.")),
            (marked, self.tr("Devices marked anew as dead or alive: {count}.")),
        ):
            if count > 0:
                parts.append(words.format(count=grouped(count)))
        if self.signature.proof is Proof.WRONG:
            parts.append(self.tr("Mind that the signature is wrong."))
        self.say(" ".join(parts), "hint" if added or marked else "warning")

    def done(self, result: int) -> None:
        # Esc ends a dialog without a close event.
        super().done(result)
        self.signature.forget()

    # Inside.

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

    def _make_table(self, name: str, model: ReceiptList) -> QTableView:
        widths: dict[int, int] = {
            Column.DEVICE: 168,
            Column.TIME: 222,
            Column.SEND: 150,
            Column.LABEL: 110,
            Column.TOKEN: 110,
        }
        table = plain_table(
            f"receipts.{name}", self.tr("Receipts"), model, widths, Column.RESULT, self
        )
        table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        table.activated.connect(self._on_open_send)
        keys = QShortcut(QKeySequence.StandardKey.Copy, table)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(partial(self._on_copy, csv=False))
        return table

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.source)
        head.addWidget(self.about, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._open)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.open_send)
        foot.addWidget(self.keep)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.text, 2)
        column.addWidget(self.signature)
        for table in self.tables:
            column.addWidget(table, 3)
        column.addWidget(self.explained)
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
        self.open_send.clicked.connect(self._on_open_send)
        self.keep.clicked.connect(self._on_keep)
        self._close.clicked.connect(self.close)

    def _show_tables(self) -> None:
        """The table of what is looked at, and what can be done with it."""
        source, some = self.source.current, self.model.count() > 0
        for number, table in enumerate(self.tables):
            table.setVisible(number == source and (some or source == SANDBOX))
        if some and not self.tables[source].currentIndex().isValid():
            point_at(self.tables[source], self.model.index(0, 0))
        self.copy.setEnabled(some)
        self.keep.setEnabled(some)
        self._on_row_chosen()
        if source == SANDBOX:
            words = self.tr("Nothing came in yet: send something to the sandbox.")
            self.say("" if some else words)

    def _row(self) -> ReceiptRow | None:
        index = self.tables[self.source.current].currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _on_pause(self) -> None:
        text = self.text.toPlainText()
        if text.strip():
            self._receipts.text_wanted.emit(text)
        else:
            self.show_nothing()
            self.say("")

    def _on_row_chosen(self) -> None:
        row = self._row()
        words = receipt_advice(row.receipt.result) if row else ""
        self.explained.setText(words)
        self.explained.setVisible(bool(words))
        self.open_send.setEnabled(bool(row and row.send))

    def _on_open_send(self) -> None:
        row = self._row()
        if row and row.send:
            self._receipts.open_send(row.send.key)

    def _on_copy(self, *, csv: bool) -> None:
        if self.model.count():
            QGuiApplication.clipboard().setText(self.copied(csv=csv))
            self.say(self.tr("Copied; push tokens are shortened."))

    def _on_keep(self) -> None:
        self._receipts.keep_wanted.emit(self.models[PASTED].receipts())
