"""The tables of receipts, pasted and of the sandbox, and what the row in hand means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QTableView, QVBoxLayout, QWidget

from hmpush_gui.exchange.receipt_export import (
    ToldReceipt,
    receipts_csv,
    receipts_text,
)

from .receipt_list import Column, ReceiptList, ReceiptRow
from .receipt_words import receipt_advice
from .table import plain_table, point_at
from .words import language

PASTED, SANDBOX = range(2)


class ReceiptTables(QWidget):
    """One of the two is seen.

    Signals:
        row_chosen: another row is in hand, or none.
        opened: the user wants to see the send of the row in hand.
        copy_wanted: the user wants to copy what is seen.
    """

    row_chosen = Signal()
    opened = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = PASTED
        self.models = (ReceiptList(self), ReceiptList(self))
        self.tables = tuple(map(self._make_table, ("pasted", "sandbox"), self.models))
        self.explained = QLabel(self)
        self.explained.setObjectName("receipts.explained")
        self.explained.setTextFormat(Qt.TextFormat.PlainText)
        self.explained.setWordWrap(True)
        self.explained.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for table in self.tables:
            column.addWidget(table, 1)
        column.addWidget(self.explained)

    @property
    def model(self) -> ReceiptList:
        """The receipts that are seen."""
        return self.models[self._source]

    def row(self) -> ReceiptRow | None:
        """The row in hand."""
        index = self.tables[self._source].currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def show_source(self, source: int) -> None:
        """Show the table of what is looked at; an empty one only of the sandbox."""
        self._source = source
        some = self.model.count() > 0
        for number, table in enumerate(self.tables):
            table.setVisible(number == source and (some or source == SANDBOX))
        if some and not self.tables[source].currentIndex().isValid():
            point_at(self.tables[source], self.model.index(0, 0))
        self.setVisible(some or source == SANDBOX)
        self.explain()

    def show_live(self, rows: list[ReceiptRow]) -> None:
        """Show these of the sandbox; the row in hand stays in hand."""
        table, model = self.tables[SANDBOX], self.models[SANDBOX]
        index = table.currentIndex()
        before = model.row(index.row()).receipt if index.isValid() else None
        model.show_rows(rows)
        if before in (receipts := model.receipts()):
            point_at(table, model.index(receipts.index(before), 0))

    def explain(self) -> None:
        """Say what the row in hand means."""
        row = self.row()
        words = receipt_advice(row.receipt.result) if row else ""
        self.explained.setText(words)
        self.explained.setVisible(bool(words))
        self.row_chosen.emit()

    def as_text(self, *, csv: bool) -> str:
        """What is seen, for a table elsewhere; tokens are not whole in it."""
        told = [
            ToldReceipt(row.receipt, row.device, row.send.title if row.send else "")
            for row in self.model.rows()
        ]
        return (receipts_csv if csv else receipts_text)(told, language())

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
        table.selectionModel().currentRowChanged.connect(self.explain)
        table.activated.connect(self.opened)
        keys = QShortcut(QKeySequence.StandardKey.Copy, table)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self.copy_wanted)
        return table
