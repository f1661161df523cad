"""Results: one row a token of the send that is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.protocol import Verdict

from .again_menu import AgainButton, Choice, again_words
from .icons import icon
from .outcome_chips import OutcomeChips
from .pause import Pause
from .result_list import Column, Result, ResultListModel
from .result_menu import MOST, copy, open_menu, rows_text
from .result_order import ResultOrder
from .result_place import ResultPlace
from .tab_order import go_before
from .table import plain_table

_PAUSE = 150
"""Milliseconds without a key after which a text is looked for."""

_EMPTY, _ROWS = range(2)


class ResultsPanel(QWidget):
    """The table of outcomes, and above it what picks rows of it.

    Signals:
        request_chosen: the number of the request the current row went out in.
        row_chosen: another row is current, or its fate is known by now.
        send_again_wanted: rows of the board whose devices shall get the message again.
        explain_wanted: why did the current row meet its verdict?
        nothing_shown: the current row was accepted, but the phone shows nothing.
        told: a sentence for the user.
    """

    request_chosen = Signal(int)
    row_chosen = Signal()
    send_again_wanted = Signal(object)
    explain_wanted = Signal()
    nothing_shown = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_forgotten = False
        self.model = ResultListModel(self)
        self.chips = OutcomeChips(self)
        self.search = self._make_search()
        self.again = AgainButton(self.choices, self.send_again, self)
        self.table = self._make_table()
        self._place = ResultPlace(self.table, self.model)
        self.order = ResultOrder(
            self.model, self._place.kept, self._place.is_held, self
        )
        self._empty = QLabel(self)
        self._empty.setObjectName("results.empty")
        self._empty.setProperty("quiet", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.model.modelReset.connect(self._on_rows_changed)
        self.model.settled.connect(self._on_settled)
        self.order.changed.connect(self._on_rows_changed)
        self.chips.picked.connect(self.order.pick)
        header = self.table.horizontalHeader()
        header.sortIndicatorChanged.connect(self.order.sort_by)
        self._on_rows_changed()

    # Told by the panel around it.

    def add_tool(self, tool: QWidget) -> None:
        """Put `tool` beside what picks rows; it is there once a send is shown."""
        self._head.addWidget(tool)
        go_before(tool, self.table)
        self._tools.append(tool)
        tool.setVisible(len(self.model.board) > 0)

    def start(self) -> None:
        """Another send is shown: nothing of it is picked yet."""
        self._is_forgotten = False
        self.chips.release()
        self.search.clear()
        self._pause.stop()

    def let_go(self) -> None:
        """Show nothing any more, for the send is forgotten."""
        self.start()
        self._is_forgotten = True
        self.model.start(())

    def selected(self) -> list[int]:
        """The rows of the board that are selected."""
        return self._place.selected()

    def current(self) -> Result | None:
        """The row the keyboard is on."""
        place = self.current_place()
        return None if place is None else self.model.result(place)

    def current_place(self) -> int | None:
        """The row of the board the keyboard is on."""
        index = self.table.currentIndex()
        return self.model.place(index.row()) if index.isValid() else None

    # Told by the user.

    def choices(self) -> Sequence[Choice]:
        """To whom the message can be sent once more."""
        words, counts = again_words(), self.model.counts()
        selected = self.selected()
        rejected, not_sent = Verdict.REJECTED, Verdict.NOT_SENT
        return [
            ("selected", words["selected"], len(selected), lambda: selected),
            (
                "rejected",
                words["rejected"],
                counts.get(rejected, 0),
                lambda: self._places_of(rejected),
            ),
            (
                "not-sent",
                words["not-sent"],
                counts.get(not_sent, 0),
                lambda: self._places_of(not_sent),
            ),
            ("shown", words["shown"], self.model.count(), self._places_shown),
        ]

    def send_again(self, places: Sequence[int]) -> None:
        if places:
            self.send_again_wanted.emit(places)

    def copy_rows(self) -> None:
        """Copy the selected rows, for a table elsewhere."""
        rows = self.selected()
        if len(rows) > MOST:
            words = self.tr("That is too much for the clipboard: export it instead.")
            self.told.emit(words)
        elif rows:
            copy(rows_text(self.model, rows))

    # Inside.

    def _lay_out(self) -> None:
        self._tools: list[QWidget] = [self.search, self.again, self.chips]
        self._head = QHBoxLayout()
        self._head.addWidget(self.chips)
        self._head.addWidget(self.search, 1)
        self._head.addWidget(self.again)
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(self._head)
        column.addWidget(pages, 1)

    def _make_search(self) -> QLineEdit:
        search = QLineEdit(self)
        search.setObjectName("results.search")
        search.setAccessibleName(self.tr("Search results"))
        search.setPlaceholderText(
            self.tr("Search device, token, reason, code, receipt, request ID")
        )
        search.setMinimumWidth(120)
        search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        search.setClearButtonEnabled(True)
        self._pause = Pause(_PAUSE, self)
        self._pause.timeout.connect(self._on_paused)
        search.textChanged.connect(self._pause.start)
        return search

    def _make_table(self) -> QTableView:
        widths: dict[int, int] = {
            Column.OUTCOME: 104,
            Column.DEVICE: 164,
            Column.RECEIPT: 170,
            Column.REQUEST: 200,
            Column.TIME: 92,
            Column.TOKEN: 144,
        }
        table = plain_table(
            "results.table",
            self.tr("Results"),
            self.model,
            widths,
            Column.REASON,
            self,
        )
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_menu_wanted)
        table.activated.connect(lambda _index: self.explain_wanted.emit())
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        keys = QShortcut(QKeySequence.StandardKey.Copy, table)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self.copy_rows)
        return table

    def _places_of(self, verdict: Verdict) -> list[int]:
        board = self.model.board
        return [row for row in range(len(board)) if board.verdict(row) is verdict]

    def _places_shown(self) -> Sequence[int]:
        order = self.model.order
        return range(self.model.count()) if order is None else [*order]

    def _on_menu_wanted(self, at: QPoint) -> None:
        # The menu key asks where the mouse may not be.
        index = self.table.currentIndex()
        if index.isValid() and not self.table.indexAt(at).isValid():
            at = self.table.visualRect(index).center()
        open_menu(self, at)

    def _on_paused(self) -> None:
        self.order.look_for(self.search.text())

    def _on_rows_changed(self) -> None:
        some = len(self.model.board) > 0
        self._pages.setCurrentIndex(_ROWS if self.model.rowCount() else _EMPTY)
        for tool in self._tools:
            tool.setVisible(some)
        self._empty.setText(self._no_row() if some else self._first_words())
        self.chips.show_counts(self.model.counts())
        self._show_receipts()

    def _show_receipts(self) -> None:
        """Their column is there once there is one."""
        none = not self.model.board.receipts
        if self.table.isColumnHidden(Column.RECEIPT) != none:
            self.table.setColumnHidden(Column.RECEIPT, none)

    def _first_words(self) -> str:
        if self._is_forgotten:
            return self.tr("The send that was shown here is forgotten.")
        return self.tr(
            "Nothing has been sent yet in this run.\n\n"
            "Ctrl+Enter   send to the chosen devices\n"
            "F8   go to the next problem\n"
            "Ctrl+.   stop a running send"
        )

    def _no_row(self) -> str:
        return self.tr("No row matches. Press the numbers above, or empty the search.")

    def _on_settled(self) -> None:
        self.chips.show_counts(self.model.counts())
        self._show_receipts()
        self.row_chosen.emit()

    def _on_row_chosen(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        number = self.model.board.request(self.model.place(current.row()))
        if number is not None:
            self.request_chosen.emit(number)
        self.row_chosen.emit()
