"""History: every send, kept and searchable."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.record import SendSummary

from .history_list import Column, HistoryListModel, HistoryRole
from .icons import icon
from .table import plain_table


class HistoryPanel(QWidget):
    """A search field over the list of sends.

    Signals:
        searched: look for this text; empty for everything.
        opened: show the send with this key.
        draft_wanted: write on from the message of the send with this key.
    """

    searched = Signal(str)
    opened = Signal(str)
    draft_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_refreshing = False
        self.model = HistoryListModel(self)
        self.search = QLineEdit(self)
        self.search.setObjectName("history.search")
        self.search.setAccessibleName(self.tr("Search history"))
        self.search.setPlaceholderText(
            self.tr("Search title, text, token, device, code, request ID")
        )
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(150)
        self._pause.timeout.connect(self.search_again)
        self.search.textChanged.connect(self._pause.start)
        self.table = self._make_table()
        self._none = QLabel(self)
        self._none.setProperty("quiet", True)
        self._reopen = QPushButton(self.tr("Open as draft"), self)
        self._reopen.setObjectName("history.reopen")
        self._reopen.setToolTip(
            self.tr("Write on from this message. Ctrl+Z brings the present one back.")
        )
        self._reopen.clicked.connect(self._on_reopen_clicked)
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self._reopen)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        self.show_sends([])

    def show_sends(
        self, sends: Sequence[SendSummary], running: Collection[str] = ()
    ) -> None:
        """Show what a search found; the chosen send stays chosen."""
        chosen = self._chosen()
        self.model.show(sends, running)
        row = self.model.row_of(chosen) if chosen else None
        if row is not None:
            # Chosen long ago: not to be opened over what is shown by now.
            self._is_refreshing = True
            self.table.selectRow(row)
            self._is_refreshing = False
        self._none.setVisible(not sends)
        self._none.setText(
            self.tr("No send matches.")
            if self.search.text().strip()
            else self.tr("Every send will be kept here, with its request and answer.")
        )
        self._reopen.setEnabled(self._chosen() is not None)

    def search_again(self) -> None:
        self.searched.emit(self.search.text())

    def _make_table(self) -> QTableView:
        widths: dict[int, int] = {
            Column.TIME: 160,
            Column.OUTCOME: 270,
            Column.PROJECT: 170,
            Column.KIND: 150,
        }
        table = plain_table(
            "history.table",
            self.tr("History"),
            self.model,
            widths,
            Column.TITLE,
            self,
        )
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        table.doubleClicked.connect(self._on_reopen_clicked)
        table.activated.connect(self._on_row_chosen)
        return table

    def _chosen(self) -> str | None:
        rows = self.table.selectionModel().selectedRows()
        summary = rows[0].data(HistoryRole.SUMMARY) if rows else None
        return summary.key if isinstance(summary, SendSummary) else None

    def _on_row_chosen(self, current: QModelIndex) -> None:
        summary = current.data(HistoryRole.SUMMARY)
        self._reopen.setEnabled(isinstance(summary, SendSummary))
        if isinstance(summary, SendSummary) and not self._is_refreshing:
            self.opened.emit(summary.key)

    def _on_reopen_clicked(self) -> None:
        key = self._chosen()
        if key is not None:
            self.draft_wanted.emit(key)
