"""Picks and sorts the rows of Results without ever holding the window up."""

import re
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from hmpush_gui.pushkit.arrange import Arranging, Key, Order, Wanted, arrange
from hmpush_gui.pushkit.board import Board
from hmpush_gui.pushkit.board_outcomes import Fate
from hmpush_gui.pushkit.protocol import Verdict

from .receipt_words import result_rank
from .result_list import Column, ResultListModel
from .verdicts import reason_of

AT_ONCE = 20_000
"""Rows that are arranged in one go."""

_BUDGET = 8
"""Milliseconds of work between two turns of the event loop."""

_LEAST = 200
"""Milliseconds between two arrangements of rows that settle."""

_DUTY = 10
"""An arrangement that took so long is not repeated for as long times this."""

_RANKS: dict[Verdict | None, int] = {
    verdict: rank
    for rank, verdict in enumerate(
        (Verdict.REJECTED, Verdict.UNKNOWN, Verdict.NOT_SENT, None, Verdict.ACCEPTED)
    )
}
"""What needs a look comes first."""

_STILL = (Column.DEVICE, Column.TOKEN)
"""Columns in which nothing changes while rows settle."""

_DIGITS = re.compile(r"\d+")


class ResultOrder(QObject):
    """Knows what the user wants to see, and keeps the model to it.

    `keep` is entered around every change, to keep selection and place; rows that
    settle are arranged anew only while `held` says no.

    Signals:
        changed: other rows are shown, or the same in another order.
    """

    changed = Signal()

    def __init__(
        self,
        model: ResultListModel,
        keep: Callable[[], AbstractContextManager[object]],
        held: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._keep = keep
        self._held = held
        self.wanted = Wanted()
        self._column: Column | None = None
        self._going: Arranging | None = None
        self._took = 0
        self._work = QTimer(self)
        self._work.timeout.connect(self._on_work)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._on_later)
        model.settled.connect(self._on_settled)
        model.modelReset.connect(self._on_reset)
        self._board = model.board

    def pick(self, verdicts: Collection[Verdict | None]) -> None:
        """Show rows of these verdicts only; none of them shows all."""
        self._want(replace(self.wanted, verdicts=frozenset(verdicts)))

    def look_for(self, text: str) -> None:
        """Show rows only that hold this text."""
        self._want(replace(self.wanted, text=text.strip()))

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column; -1 shows the rows in the order of the devices."""
        self._column = Column(column) if column >= 0 else None
        key = _key(self._model, self._column) if self._column is not None else None
        down = order is Qt.SortOrder.DescendingOrder
        self._want(replace(self.wanted, key=key, descending=down))

    @property
    def busy(self) -> bool:
        """Whether rows are still being looked for."""
        return self._going is not None

    def _want(self, wanted: Wanted) -> None:
        if wanted == self.wanted:
            return
        self.wanted = wanted
        self._begin()

    def _begin(self) -> None:
        self._later.stop()
        self._work.stop()
        self._took = 0
        if self.wanted.plain:
            self._going = None
            if self._model.order is not None:
                self._show(None)
            return
        self._going = arrange(
            self._model.board, self.wanted, _why, self._model.receipt_words
        )
        if len(self._model.board) <= AT_ONCE:
            self._step(None)
        else:
            self._work.start(0)

    def _on_work(self) -> None:
        self._step(_BUDGET)

    def _step(self, budget: int | None) -> None:
        """Go on for so many milliseconds, or to the end."""
        going, clock = self._going, QElapsedTimer()
        clock.start()
        while going is not None and (budget is None or clock.elapsed() < budget):
            try:
                next(going)
            except StopIteration as end:
                self._work.stop()
                self._going = None
                self._show(end.value)
                break
        self._took += clock.elapsed()

    def _show(self, order: Order | None) -> None:
        if order is not None and order == self._model.order:
            return
        with self._keep():
            self._model.show_order(order)
        self.changed.emit()

    def _on_settled(self) -> None:
        moves = self.wanted.key and self._column not in _STILL
        if (self.wanted.filters or moves) and not self._later.isActive():
            self._later.start(max(_LEAST, self._took * _DUTY))

    def _on_later(self) -> None:
        if self._going is not None or self._held():
            self._later.start(_LEAST)
        else:
            self._begin()

    def _on_reset(self) -> None:
        """Another send is shown: its rows, sorted as before, and all of them."""
        if self._board is self._model.board:
            return
        self._board = self._model.board
        key = _key(self._model, self._column) if self._column is not None else None
        self.wanted = Wanted(key=key, descending=self.wanted.descending)
        # The view is being reset itself.
        self._going = None
        self._work.stop()
        if key:
            self._later.start(0)


def _why(verdict: Verdict | None, fate: Fate) -> str:
    return reason_of(verdict, fate.code, fate.reason)


def _key(model: ResultListModel, column: Column) -> Key:
    board = model.board
    if column is Column.DEVICE:
        return lambda row: _natural(board.label(row))
    if column is Column.TOKEN:
        return board.token
    if column is Column.OUTCOME:
        return lambda row: _RANKS[board.verdict(row)]
    if column is Column.RECEIPT:
        return lambda row: result_rank(board.receipts.result(row))
    if column is Column.REQUEST:
        return lambda row: board.answer(row).request_id
    if column is Column.TIME:
        return lambda row: board.answer(row).at or float("inf")
    return _reason_key(board)


def _reason_key(board: Board) -> Key:
    @cache
    def words(verdict: Verdict | None, number: int) -> str:
        return _why(verdict, board.fates[number])

    return lambda row: words(board.verdict(row), board.fate_number(row))


def _natural(label: str) -> str:
    """Device 2 stands before Device 10."""
    return _DIGITS.sub(lambda digits: digits[0].zfill(20), label.casefold())
