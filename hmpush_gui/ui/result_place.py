"""Keeps selection and place of a table while its rows change their order."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange
from PySide6.QtWidgets import QApplication, QTableView

from hmpush_gui.pushkit.arrange import Order

from .result_list import ResultListModel

MOST = 2_000
"""Selected rows that are found again; with more the order stays as it is."""

_Flag = QItemSelectionModel.SelectionFlag


class ResultPlace:
    """Remembers what is selected and in sight by its row on the board."""

    def __init__(self, table: QTableView, model: ResultListModel) -> None:
        self._table = table
        self._model = model

    def selected(self) -> list[int]:
        """The rows of the board that are selected, in the order in which they stand."""
        rows: set[int] = set()
        for part in self._ranges():
            rows.update(range(part.top(), part.bottom() + 1))
        return [self._model.place(row) for row in sorted(rows)]

    def is_held(self) -> bool:
        """Whether rows that move now would get in the user's way."""
        many = sum(part.height() for part in self._ranges()) > MOST
        pressed = QApplication.mouseButtons().value != 0
        return many or pressed or QApplication.activePopupWidget() is not None

    @contextmanager
    def kept(self) -> Iterator[None]:
        """What is done inside leaves selection and place to the same rows."""
        table, bar = self._table, self._table.verticalScrollBar()
        selected = self.selected() if not self.is_held() else []
        current = table.currentIndex()
        now = self._model.place(current.row()) if current.isValid() else None
        at_top, at_end = bar.value() == bar.minimum(), bar.value() == bar.maximum()
        top = table.rowAt(0)
        first = self._model.place(top) if top >= 0 else None
        yield
        wanted = {each for each in (now, first) if each is not None}
        found = self._find(wanted.union(selected))
        self._select(found, selected, now, current.column())
        if at_top:
            table.scrollToTop()
        elif at_end:
            table.scrollToBottom()
        elif first in found:
            hint = QTableView.ScrollHint.PositionAtTop
            table.scrollTo(self._model.index(found[first], 0), hint)

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self._table.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def _select(
        self,
        found: Mapping[int, int],
        selected: Collection[int],
        now: int | None,
        column: int,
    ) -> None:
        model, picked = self._model, QItemSelection()
        last = model.columnCount() - 1
        for row in sorted(found[each] for each in selected if each in found):
            picked.select(model.index(row, 0), model.index(row, last))
        selection = self._table.selectionModel()
        if now is not None and now in found:
            index = model.index(found[now], max(0, column))
            selection.setCurrentIndex(index, _Flag.NoUpdate)
        selection.select(picked, _Flag.ClearAndSelect)

    def _find(self, wanted: Collection[int]) -> dict[int, int]:
        """Where rows of the board are in sight now."""
        order = self._model.order
        if order is None:
            return {row: row for row in wanted if row < self._model.count()}
        if len(wanted) > 8:
            return {place: row for row, place in enumerate(order) if place in wanted}
        return dict(_looked_up(order, wanted))


def _looked_up(order: Order, wanted: Collection[int]) -> Iterator[tuple[int, int]]:
    for place in wanted:
        # Where nothing is sorted, it is found at once.
        row = bisect_left(order, place)
        if row < len(order) and order[row] == place:
            yield place, row
        elif place in order:
            yield place, order.index(place)
