"""History: every send, kept and searchable."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.exchange.hand_forms import ExportForm
from hmpush_gui.pushkit.record import SendPage, SendQuery, SendSummary

from .history_columns import Column
from .history_filters import HistoryFilters
from .history_list import HistoryListModel, HistoryRole
from .history_menu import HistoryMenu
from .history_table import history_table
from .icons import icon
from .pause import Pause
from .table import point_at

_PAUSE = 120
"""Milliseconds without a key after which a text is looked for."""


class HistoryPanel(QWidget):
    """A search field and filters over the list of sends.

    `recall_refusal` says why a send cannot be recalled, empty where it can.

    Signals:
        searched: look for this SendQuery.
        more_wanted: the SendQuery, and the page to go on from (`SendPage.more`).
        opened: show the send with this key.
        draft_wanted: write on from the message of the send with this key.
        starred: keys of sends, and whether they have a star from now on.
        renamed, annotated: key of a send, and its new name or note.
        compare_wanted: the keys of two sends, the older one first.
        compare_draft_wanted: the key of a send to compare with the draft.
        recall_wanted: take back the send with this key.
        export_wanted: key of a send, and an ExportForm.
        forget_wanted: keys of sends.
        forget_older_wanted: days.
    """

    searched = Signal(object)
    more_wanted = Signal(object, object)
    opened = Signal(str)
    draft_wanted = Signal(str)
    starred = Signal(list, bool)
    renamed = Signal(str, str)
    annotated = Signal(str, str)
    compare_wanted = Signal(str, str)
    compare_draft_wanted = Signal(str)
    recall_wanted = Signal(str)
    export_wanted = Signal(str, object)
    forget_wanted = Signal(list)
    forget_older_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_refreshing = False
        self.recall_refusal: Callable[[SendSummary], str] = lambda _send: ""
        self.model = HistoryListModel(self)
        self.search = self._make_search()
        self.filters = HistoryFilters(self)
        self.table = self._make_table()
        self._reopen = QPushButton(self.tr("Open as draft"), self)
        self._reopen.setObjectName("history.reopen")
        self._reopen.setToolTip(
            self.tr("Write on from this message. Ctrl+Z brings the present one back.")
        )
        self._reopen.clicked.connect(self.reopen)
        self._more = QPushButton(self.tr("More ▾"), self)
        self._more.setObjectName("history.more")
        self._more.setAccessibleName(self.tr("More"))
        self._more.setToolTip(
            self.tr("Star, name, compare, recall, export, forget (also by right-click)")
        )
        self._more.clicked.connect(self._on_more_clicked)
        self._none = QLabel(self)
        self._none.setObjectName("history.none")
        self._none.setProperty("quiet", True)
        self._all = QPushButton(self.tr("Show all"), self)
        self._all.setObjectName("history.all")
        self._all.clicked.connect(self.show_all)
        self._lay_out()
        self._connect()
        self.show_sends(SendPage(()))

    # Told by the application.

    def show_sends(
        self, page: SendPage, running: Collection[str] = (), *, looking: bool = False
    ) -> None:
        """Show what a search found; the chosen send stays chosen.

        `running` are the keys of sends under way; `looking` says that it goes on.
        """
        chosen = self._current_key()
        self.model.show(page, running)
        row = self.model.row_of(chosen) if chosen else None
        if row is not None:
            # Chosen long ago: not to be opened over what is shown by now.
            self._is_refreshing = True
            self.table.setAutoScroll(False)
            point_at(self.table, self.model.index(row, 0))
            self.table.setAutoScroll(True)
            self._is_refreshing = False
        self._show_whether_any(looking)
        self._on_selection_changed()

    def search_again(self) -> None:
        self._pause.stop()
        self.searched.emit(self.query())

    def query(self) -> SendQuery:
        """What is looked for now."""
        return self.filters.query(self.search.text().strip())

    # Told by the user.

    def chosen(self) -> Sequence[SendSummary]:
        """The selected sends, in the order they stand."""
        rows = self.table.selectionModel().selectedRows()
        return [
            index.data(HistoryRole.SUMMARY)
            for index in sorted(rows, key=lambda index: index.row())
        ]

    def show_all(self) -> None:
        """Look for everything."""
        self.search.clear()
        self.filters.clear()
        self.search_again()
        self.search.setFocus()

    def reopen(self) -> None:
        self._tell_one(self.draft_wanted)

    def recall(self) -> None:
        self._tell_one(self.recall_wanted)

    def compare_with_draft(self) -> None:
        self._tell_one(self.compare_draft_wanted)

    def compare(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 2:
            newer, older = chosen
            self.compare_wanted.emit(older.key, newer.key)

    def compare_answers(self) -> None:
        """Compare the answers of one send with each other."""
        if len(chosen := self.chosen()) == 1:
            self.compare_wanted.emit(chosen[0].key, chosen[0].key)

    def export(self, form: ExportForm) -> None:
        if len(chosen := self.chosen()) == 1:
            self.export_wanted.emit(chosen[0].key, form)

    def forget(self) -> None:
        if chosen := self.chosen():
            self.forget_wanted.emit([send.key for send in chosen])

    def toggle_star(self) -> None:
        """Put a star on what is chosen; take it away if all have one."""
        if chosen := self.chosen():
            on = not all(send.starred for send in chosen)
            self._star([send.key for send in chosen], on)

    def edit(self, column: Column) -> None:
        """Write the name or the note of the chosen send, in its place."""
        if len(self.chosen()) == 1:
            row = self.table.selectionModel().selectedRows()[0]
            index = row.siblingAtColumn(column)
            point_at(self.table, index)
            self.table.edit(index)

    # Inside.

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.search, 1)
        head.addWidget(self.filters)
        head.addWidget(self._reopen)
        head.addWidget(self._more)
        none = QHBoxLayout()
        none.addWidget(self._none)
        none.addWidget(self._all)
        none.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(head)
        column.addWidget(self.filters.days)
        column.addLayout(none)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self._pause = Pause(_PAUSE, self)
        self._pause.timeout.connect(self.search_again)
        self.search.textChanged.connect(self._pause.start)
        self.filters.changed.connect(self.search_again)
        self.model.more_wanted.connect(self._on_more_wanted)
        self.model.renamed.connect(self.renamed)
        self.model.annotated.connect(self.annotated)

    def _make_search(self) -> QLineEdit:
        search = QLineEdit(self)
        search.setObjectName("history.search")
        search.setAccessibleName(self.tr("Search history"))
        search.setPlaceholderText(
            self.tr("Search title, text, token, device, code, request ID, name, note")
        )
        search.setToolTip(search.placeholderText())
        search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        search.setClearButtonEnabled(True)
        search.setMinimumWidth(160)
        return search

    def _make_table(self) -> QTableView:
        keys: dict[str, Callable[[], object]] = {
            "S": self.toggle_star,
            "F2": lambda: self.edit(Column.TITLE),
            "N": lambda: self.edit(Column.NOTE),
            "C": self.compare,
            "Del": self.forget,
        }
        table = history_table(self.model, keys, self)
        table.customContextMenuRequested.connect(self._on_menu_wanted)
        table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        table.clicked.connect(self._on_clicked)
        table.doubleClicked.connect(self._on_double_clicked)
        table.activated.connect(self._on_row_chosen)
        return table

    def _show_whether_any(self, looking: bool) -> None:
        empty = not self.model.count()
        looked_for = self.query() != SendQuery()
        self._none.setVisible(empty)
        self._all.setVisible(empty and looked_for)
        if not looked_for:
            words = self.tr(
                "Every send will be kept here, with its request and answer."
            )
        elif looking:
            words = self.tr("Looking inside of push tokens…")
        else:
            words = self.tr("No send matches.")
        self._none.setText(words)

    def _current_key(self) -> str | None:
        summary = self.table.currentIndex().data(HistoryRole.SUMMARY)
        selected = self.table.selectionModel().hasSelection()
        return summary.key if isinstance(summary, SendSummary) and selected else None

    def _tell_one(self, signal: SignalInstance) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            signal.emit(chosen[0].key)

    def _star(self, keys: list[str], on: bool) -> None:
        self.model.change(keys, starred=on)
        self.starred.emit(keys, on)

    def _on_more_wanted(self, more: int) -> None:
        self.more_wanted.emit(self.query(), more)

    def _on_selection_changed(self) -> None:
        self._reopen.setEnabled(len(self.chosen()) == 1)

    def _on_row_chosen(self, current: QModelIndex) -> None:
        summary = current.data(HistoryRole.SUMMARY)
        if isinstance(summary, SendSummary) and not self._is_refreshing:
            self.opened.emit(summary.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        summary = index.data(HistoryRole.SUMMARY)
        if index.column() == Column.STAR and isinstance(summary, SendSummary):
            self._star([summary.key], not summary.starred)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() != Column.STAR:
            self.reopen()

    def _on_menu_wanted(self, at: QPoint) -> None:
        HistoryMenu(self).popup(self.table.viewport().mapToGlobal(at))

    def _on_more_clicked(self) -> None:
        below = self._more.rect().bottomLeft()
        HistoryMenu(self).popup(self._more.mapToGlobal(below))
