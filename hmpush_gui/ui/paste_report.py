"""The right half of the window for pasting: report, message, and what is left over."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.exchange.conversion import Conversion, Fate

from .code_edit import CodeEdit, laid_out
from .fate_chips import FateChips
from .fate_words import line_words
from .plain_label import plain_label
from .report_list import Column, ReportList
from .table import plain_table, point_at
from .theme import fixed_font


class PasteReport(QWidget):
    """Tabs over the one conversion that is shown.

    Signals:
        place_wanted: the path in the message of a line that was activated.
    """

    place_wanted = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ReportList(self)
        self._make_report()
        self._make_texts()
        self._lay_out()
        self._connect()
        self.show_conversion(None)

    def show_conversion(self, made: Conversion | None) -> None:
        """Show what was made; None for nothing yet."""
        lines = made.lines if made else ()
        self.model.show_lines(lines)
        self.chips.show_lines(lines)
        self.message.put(laid_out(made.message.document) if made else "")
        self.left.setPlainText(made.unmapped if made else "")
        count = len(made.of(Fate.DROPPED)) if made else 0
        self.tabs.setTabText(2, self.tr("Left over ({count})").format(count=count))
        point_at(self.table, self.model.index(0, 0))
        self._on_row_chosen()

    def _make_report(self) -> None:
        """What became of each value: chips and a filter over a table."""
        self.chips = FateChips(self)
        self.search = QLineEdit(self)
        self.search.setObjectName("paste.search")
        self.search.setPlaceholderText(self.tr("Filter"))
        self.search.setAccessibleName(self.tr("Filter the report"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(170)
        self.table = plain_table(
            "paste.report",
            self.tr("What became of each value"),
            self.model,
            {Column.FATE: 112, Column.SOURCE: 180, Column.TARGET: 180},
            Column.WHY,
            self,
        )
        self.explained = plain_label("", self, name="paste.explained")
        self.explained.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def _make_texts(self) -> None:
        self.message = CodeEdit(self)
        self.message.setObjectName("paste.message")
        self.message.setAccessibleName(self.tr("The message as JSON"))
        self.message.setReadOnly(True)
        self.left = QPlainTextEdit(self)
        self.left.setObjectName("paste.left")
        self.left.setAccessibleName(self.tr("What found no place"))
        self.left.setReadOnly(True)
        self.left.setTabChangesFocus(True)
        self.left.setFont(fixed_font(10))

    def _lay_out(self) -> None:
        page = QWidget(self)
        top = QHBoxLayout()
        top.addWidget(self.chips, 1)
        top.addWidget(self.search)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.explained)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("paste.tabs")
        self.tabs.addTab(page, self.tr("Report"))
        self.tabs.addTab(self.message, self.tr("Message"))
        self.tabs.addTab(self.left, "")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.tabs)

    def _connect(self) -> None:
        self.chips.picked.connect(self._on_picked)
        self.search.textChanged.connect(self._on_picked)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        self.table.activated.connect(self._on_activated)

    def _on_picked(self) -> None:
        self.model.pick(self.chips.pressed, self.search.text())
        point_at(self.table, self.model.index(0, 0))
        self._on_row_chosen()

    def _on_row_chosen(self) -> None:
        row = self.table.currentIndex().row()
        known = 0 <= row < self.model.count()
        self.explained.setText(line_words(self.model.line(row)) if known else "")
        self.explained.setVisible(known)

    def _on_activated(self, index: QModelIndex) -> None:
        if target := self.model.line(index.row()).target:
            self.place_wanted.emit(target)
