"""Timeline: where the time of a request went."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedLayout, QTableView, QWidget

from hmpush_gui.pushkit.timeline import waited

from .exchange_text import milliseconds
from .inspected import Inspected
from .inspector_page import InspectorPage
from .result_words import time_word
from .table import plain_table
from .timeline_bars import TimelineBars
from .timeline_list import Column, TimelineModel, kept_back


class TimelinePage(InspectorPage):
    """Each step with its start, how long it took, and a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("timeline", parent)

    @property
    def table(self) -> QTableView:
        self.ready()
        return self._table

    def _build(self) -> None:
        self.model = TimelineModel(self)
        self._table = plain_table(
            "timeline.table",
            self.tr("Timeline"),
            self.model,
            {Column.STEP: 200, Column.START: 90, Column.TOOK: 90},
            Column.BAR,
            self,
        )
        self._table.setItemDelegateForColumn(Column.BAR, TimelineBars(self._table))
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(Column.STEP, QHeaderView.ResizeMode.Interactive)
        self._none = QLabel(self)
        self._none.setProperty("quiet", True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._none)
        self._pages.addWidget(self._table)
        self._column.addWidget(pages, 1)

    def _fill(self, shown: Inspected | None) -> None:
        self.model.show_request(shown)
        self._table.clearSpans()
        for row in range(self.model.rowCount()):
            if self.model.is_title(row):
                self._table.setSpan(row, 0, 1, len(Column))
        self._pages.setCurrentIndex(1 if self.model.rowCount() else 0)
        self._none.setText(self._nothing(shown))
        self._words.setText(self._headline(shown))

    def _nothing(self, shown: Inspected | None) -> str:
        if shown is None or shown.kept is None:
            return self.tr(
                "Where the time of a request went: credential, connection, TLS, "
                "sending, waiting, reading."
            )
        if shown.exchange is None:
            return self.tr("Waiting for the answer…")
        if why := kept_back(shown.exchange):
            return why
        return self.tr("It never left this computer, or its times were not noted.")

    def _headline(self, shown: Inspected | None) -> str:
        if shown is None or shown.exchange is None:
            return ""
        timing = shown.exchange.timing
        parts = []
        if timing.began is not None:
            words = self.tr("Began at {time}")
            parts.append(words.format(time=time_word(timing.began)))
        first = shown.attempts[0].exchange.timing if shown.attempts else timing
        turn = waited(first, shown.record.started_at)
        if turn is not None:
            words = self.tr("{time} after the send: its turn by pace and order")
            parts.append(words.format(time=milliseconds(turn)))
        if timing.done is not None:
            words = self.tr("took {time} in all")
            parts.append(words.format(time=milliseconds(timing.done)))
            if timing.connected is None:
                parts.append(self.tr("on a connection that was open already"))
        return "  ·  ".join(parts)
