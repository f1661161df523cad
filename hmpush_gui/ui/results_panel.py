"""Results: one row a token of the send that is shown."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.protocol import Verdict

from .result_list import Column, Result, ResultListModel, ResultRole
from .table import plain_table
from .verdicts import counted


class ResultsPanel(QWidget):
    """The table of outcomes and a line that adds them up.

    Signals:
        request_chosen: the number of the request the current row went out in.
    """

    request_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ResultListModel(self)
        self.table = self._make_table()
        self.summary = QLabel(self)
        self.summary.setObjectName("results.summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self._head = QHBoxLayout()
        self._head.addWidget(self.summary, 1)
        self._empty = QLabel(
            self.tr(
                "Nothing has been sent yet.\n\n"
                "Ctrl+Enter   send to the chosen devices\n"
                "F8   go to the next problem\n"
                "Ctrl+.   stop a running send"
            ),
            self,
        )
        self._empty.setProperty("quiet", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(self._head)
        column.addWidget(pages, 1)
        self.model.modelReset.connect(self._on_model_changed)
        self.model.dataChanged.connect(self._on_model_changed)
        self._on_model_changed()

    def add_tool(self, tool: QWidget) -> None:
        """Put `tool` beside the sums."""
        self._head.addWidget(tool)

    def _make_table(self) -> QTableView:
        widths: dict[int, int] = {
            Column.OUTCOME: 120,
            Column.DEVICE: 190,
            Column.REQUEST: 220,
            Column.TOKEN: 200,
        }
        table = plain_table(
            "results.table",
            self.tr("Results"),
            self.model,
            widths,
            Column.REASON,
            self,
        )
        table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        copy = QShortcut(QKeySequence.StandardKey.Copy, table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._on_copy)
        return table

    def _on_model_changed(self) -> None:
        some = self.model.rowCount() > 0
        self._pages.setCurrentIndex(1 if some else 0)
        self.summary.setVisible(some)
        order: tuple[Verdict | None, ...] = (*Verdict, None)
        counts = self.model.counts()
        self.summary.setText(
            "   ".join(counted(counts[each], each) for each in order if each in counts)
        )

    def _on_row_chosen(self, current: QModelIndex) -> None:
        result = current.data(ResultRole.RESULT)
        if isinstance(result, Result) and result.request is not None:
            self.request_chosen.emit(result.request)

    def _on_copy(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        lines = [
            "\t".join(str(row.siblingAtColumn(column).data()) for column in Column)
            for row in sorted(rows, key=lambda index: index.row())
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
