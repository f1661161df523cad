"""One row a token: what became of it in the send that is shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from hmpush_gui.pushkit.arrange import Order
from hmpush_gui.pushkit.board import Board, Rows
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.protocol import Exchange, Outcome, Verdict
from hmpush_gui.pushkit.receipt_column import NO_RECEIPTS, ReceiptColumn, ToldOf

from .pulse import Pulse
from .receipt_words import receipt_cell, result_tone
from .result_words import reason_tip, receipt_tip, time_tip, time_word
from .table_model import AnyIndex, TableModel
from .theme import tone
from .veiling import token_name, veils
from .verdicts import icon_of, reason_of, tone_of, word_of


class Column(IntEnum):
    """Columns in the order they stand."""

    OUTCOME = 0
    DEVICE = 1
    REASON = 2
    RECEIPT = 3
    REQUEST = 4
    TIME = 5
    TOKEN = 6


class ResultRole(IntEnum):
    """Roles of `ResultListModel` beside Qt's own."""

    RESULT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Result:
    """A row. `verdict` is None while nothing is known yet; `at` is Unix seconds."""

    device: Device
    verdict: Verdict | None = None
    code: str = ""
    reason: str = ""
    request_id: str = ""
    request: int | None = None
    at: float | None = None


class ResultListModel(TableModel):
    """The devices of one send, all of them or those that were picked.

    Signals:
        settled: the fate of some devices is known; told ten times a second at most.
    """

    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Outcome"),
            self.tr("Device"),
            self.tr("Reason"),
            self.tr("Receipt"),
            self.tr("Request ID"),
            self.tr("Answered"),
            self.tr("Push token"),
        )
        self.board = Board()
        self._order: Order | None = None
        self._changed: tuple[int, int] | None = None
        self._pulse = Pulse(self)
        self._pulse.beat.connect(self._on_beat)

    def start(
        self, devices: Sequence[Device], receipts: ReceiptColumn = NO_RECEIPTS
    ) -> None:
        """Show `devices` with nothing known yet, but perhaps what receipts said."""
        self.beginResetModel()
        self.board = Board(devices)
        if receipts:
            self.board.receipts = receipts.copy()
        self._order = None
        self._changed = None
        self._pulse.forget()
        self.endResetModel()

    def begin(self, request: int, tokens: Sequence[str]) -> None:
        """A request goes out; where a token stands twice, this says for which row."""
        self.board.begin(request, tokens)

    def settle(self, request: int, exchange: Exchange) -> None:
        """Take what is known of a request; tokens that are not here are dropped."""
        self._tell(self.board.settle(request, exchange))

    def take_receipts(self, told: Iterable[ToldOf]) -> None:
        """Take what receipts say of rows of the board; of two the later counts."""
        self._tell(self.board.receipts.take(told))

    def receipt_words(self, verdict: Verdict | None, result: int | None) -> str:
        """What the column of receipts says; nothing while none has come in at all."""
        return receipt_cell(verdict, result) if self.board.receipts else ""

    def close(self) -> None:
        """The send is over: what is still waiting was not sent."""
        if self.board.close():
            self._changed = (0, len(self.board) - 1)
        self._pulse.flush()

    def show_order(self, order: Order | None) -> None:
        """Show these rows of the board; None shows all as they stand."""
        self.beginResetModel()
        self._order = order
        self.endResetModel()

    @property
    def order(self) -> Order | None:
        return self._order

    def place(self, row: int) -> int:
        """Where the row in sight stands on the board."""
        return row if self._order is None else self._order[row]

    def counts(self) -> Mapping[Verdict | None, int]:
        """How many tokens met each verdict; None counts those waiting."""
        return self.board.counts

    def outcomes(self) -> Sequence[Outcome]:
        """What is known of each token now; of one that still waits, nothing."""
        return self.board.outcomes()

    def result(self, place: int) -> Result:
        """All that is known of a row of the board."""
        board = self.board
        fate, answer = board.fates[board.fate_number(place)], board.answer(place)
        return Result(
            board.devices[place],
            board.verdict(place),
            fate.code,
            fate.reason,
            answer.request_id,
            board.request(place),
            answer.at,
        )

    def count(self) -> int:
        return len(self.board) if self._order is None else len(self._order)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(self.place(index.row()), column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(self.place(index.row()), column)
        if role == ResultRole.RESULT:
            return self.result(self.place(index.row()))
        if column is Column.RECEIPT and role == Qt.ItemDataRole.ForegroundRole:
            return tone(
                result_tone(self.board.receipts.result(self.place(index.row())))
            )
        if column is not Column.OUTCOME:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return icon_of(self.board.verdict(self.place(index.row())))
        if role == Qt.ItemDataRole.ForegroundRole:
            return tone(tone_of(self.board.verdict(self.place(index.row()))))
        return None

    def text(self, place: int, column: Column) -> str:
        """What a row of the board says in a column."""
        board = self.board
        if column is Column.OUTCOME:
            return word_of(board.verdict(place))
        if column is Column.REASON:
            fate = board.fates[board.fate_number(place)]
            return reason_of(board.verdict(place), fate.code, fate.reason)
        if column is Column.RECEIPT:
            return self.receipt_words(
                board.verdict(place), board.receipts.result(place)
            )
        if column is Column.TIME:
            return time_word(board.answer(place).at)
        if column is Column.REQUEST:
            return board.answer(place).request_id
        return board.label(place) if column is Column.DEVICE else board.token(place)

    def _tip(self, place: int, column: Column) -> str:
        result, receipts = self.result(place), self.board.receipts
        if column in (Column.OUTCOME, Column.REASON):
            return reason_tip(
                result.verdict, result.code, result.reason, receipts.result(place)
            )
        if column is Column.RECEIPT:
            told = receipts.result(place)
            if told is not None:
                return receipt_tip(told, receipts.at(place))
        if column is Column.TIME:
            return time_tip(result.at)
        return self._shown(place, column)

    def _shown(self, place: int, column: Column) -> str:
        text = self.text(place, column)
        return token_name(text) if column is Column.TOKEN else text

    def _tell(self, rows: Rows) -> None:
        if not rows:
            return
        first, last = min(rows), max(rows)
        if self._changed:
            first, last = min(first, self._changed[0]), max(last, self._changed[1])
        self._changed = first, last
        self._pulse.want()

    def _on_beat(self) -> None:
        """One signal for all: thousands of rows settle in one repaint."""
        changed, self._changed = self._changed, None
        if changed is None:
            return
        first, last = changed if self._order is None else (0, self.count() - 1)
        if last >= 0:
            ends = self.index(first, 0), self.index(last, len(Column) - 1)
            self.dataChanged.emit(*ends)
        self.settled.emit()
