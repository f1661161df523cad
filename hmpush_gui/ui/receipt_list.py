"""Receipts, a row for each: what they say, of which device, after which send."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from hmpush_gui.exchange.redact import short_token
from hmpush_gui.pushkit.receipt import Receipt, SendName, local_time

from .device_cells import short_token as long_token
from .plain_tip import plain_tip
from .receipt_words import receipt_advice, result_tone, result_words
from .table_model import AnyIndex, TableModel
from .theme import tone
from .veiling import is_on, token_name, veils


class Column(IntEnum):
    """Columns, in the order they stand."""

    RESULT = 0
    DEVICE = 1
    TIME = 2
    SEND = 3
    LABEL = 4
    TOKEN = 5


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt, the name of its device ("" if it has none), and its send.

    Without one, `asked` tells whether History was asked yet.
    """

    receipt: Receipt
    device: str = ""
    send: SendName | None = None
    asked: bool = False


class ReceiptList(TableModel):
    """The receipts that are read, or that came in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Receipt says"),
            self.tr("Device"),
            self.tr("When (time of this computer)"),
            self.tr("Send"),
            self.tr("Batch label"),
            self.tr("Push token"),
        )
        self._rows: list[ReceiptRow] = []

    def show_rows(self, rows: Sequence[ReceiptRow]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def name(
        self,
        asked: Collection[Receipt],
        sends: Mapping[Receipt, SendName],
        names: Mapping[str, str],
    ) -> None:
        """Take which send each receipt is of, and what the devices are called.

        What is `asked` and not in `sends` is of none.
        """
        self._rows = [
            ReceiptRow(
                row.receipt,
                names.get(row.receipt.token, row.device),
                sends.get(row.receipt, row.send),
                row.asked or row.receipt in asked,
            )
            for row in self._rows
        ]
        if self._rows:
            last = self.index(len(self._rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rows(self) -> Sequence[ReceiptRow]:
        return self._rows

    def row(self, number: int) -> ReceiptRow:
        return self._rows[number]

    def receipts(self) -> tuple[Receipt, ...]:
        return tuple(row.receipt for row in self._rows)

    def count(self) -> int:
        return len(self._rows)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column is Column.RESULT:
                return plain_tip(receipt_advice(row.receipt.result))
            if column is Column.TOKEN:
                return plain_tip(token_name(long_token(row.receipt.token)))
            return plain_tip(self._text(row, column))
        if role == Qt.ItemDataRole.ForegroundRole and column is Column.RESULT:
            return tone(result_tone(row.receipt.result))
        return None

    def _text(self, row: ReceiptRow, column: Column) -> str:
        receipt = row.receipt
        if column is Column.RESULT:
            return result_words(receipt.result)
        if column is Column.DEVICE:
            return row.device or self.tr("not in the device book")
        if column is Column.TIME:
            return local_time(receipt.at) or "–"
        if column is Column.SEND:
            return self._send(row)
        if column is Column.LABEL:
            return receipt.bi_tag or "–"
        # Of a short token its ends are nearly all.
        return token_name(receipt.token) if is_on() else short_token(receipt.token)

    def _send(self, row: ReceiptRow) -> str:
        send = row.send
        if send is None:
            return self.tr("not in History") if row.asked else "…"
        title = send.title or local_time(send.started_at)
        if send.sure:
            return title
        words = self.tr("{title} (by its label)")
        return words.format(title=title)
