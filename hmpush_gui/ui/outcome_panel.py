"""The bottom of the window: results, the inspector of a request, and history."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.protocol import Exchange, Outcome, Request, Verdict
from hmpush_gui.pushkit.record import SendHistory, SendRecord, SendSummary

from .explain_page import ExplainPage
from .history_panel import HistoryPanel
from .progress_strip import ProgressStrip
from .request_chooser import RequestChooser
from .request_page import RequestPage
from .response_page import ResponsePage
from .results_panel import ResultsPanel
from .shown_send import ShownSend
from .timeline_page import TimelinePage

if TYPE_CHECKING:
    from hmpush_gui.pushkit.usage import Count

RESULTS, REQUEST, RESPONSE, TIMELINE, EXPLAIN, HISTORY = range(6)

_INSPECTOR = (REQUEST, RESPONSE, TIMELINE, EXPLAIN)


CountUsed = Callable[[str, Message, str], "Count | None"]
"""By the key of the project, the message, and the push token."""


def _uncounted(_project: str, _message: Message, _token: str) -> "Count | None":
    return None


class OutcomePanel(QWidget):
    """Shows one send at a time: the one started last, or one opened from history.

    Signals:
        history_searched: look for this text in history.
        send_opened: the user wants to see the send with this key.
        draft_wanted: write on from the send with this key.
        shown_changed: another request or send is on view, or nothing is.
        send_again_wanted: the SendRecord on view, those of its devices that shall get
            the message again, and how many of them may have it already.
        told: a sentence for the user.
        reveal_wanted: the SendRecord whose bearer `request.reveal` shall show.
    """

    history_searched = Signal(str)
    send_opened = Signal(str)
    draft_wanted = Signal(str)
    shown_changed = Signal()
    send_again_wanted = Signal(object, object, int)
    told = Signal(str)
    reveal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownSend | None = None
        self._live: dict[str, ShownSend] = {}
        self.count: CountUsed = _uncounted
        """What of today's quota a message to a device and those before it used."""
        self.progress = ProgressStrip(self)
        self.results = ResultsPanel(self)
        self.request = RequestPage(self)
        self.response = ResponsePage(self)
        self.timeline = TimelinePage(self)
        self.explain = ExplainPage(self)
        self.history = HistoryPanel(self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("outcome.tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("What happened"))
        self.tabs.addTab(self.results, self.tr("Results"))
        self.tabs.addTab(self.request, self.tr("Request"))
        self.tabs.addTab(self.response, self.tr("Response"))
        self.tabs.addTab(self.timeline, self.tr("Timeline"))
        self.tabs.addTab(self.explain, self.tr("Explain"))
        self.tabs.addTab(self.history, self.tr("History"))
        self.chooser = RequestChooser(self)
        self.tabs.setCornerWidget(self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addWidget(self.tabs)
        self._join()
        self._show_chooser()

    def _join(self) -> None:
        self.tabs.currentChanged.connect(self._show_chooser)
        self.chooser.chosen.connect(self._on_request_chosen)
        self.request.reveal_wanted.connect(self.reveal_wanted)
        self.explain.nothing_shown.connect(self.show_checklist)
        self.results.nothing_shown.connect(self.show_checklist)
        self.results.explain_wanted.connect(self._on_explain_wanted)
        self.results.row_chosen.connect(self._on_row_chosen)
        self.results.request_chosen.connect(self._on_request_chosen)
        self.results.model.settled.connect(self._show_chooser)
        self.results.send_again_wanted.connect(self._on_send_again_wanted)
        self.results.told.connect(self.told)
        self.history.searched.connect(self.history_searched)
        self.history.opened.connect(self._on_send_opened)
        self.history.draft_wanted.connect(self.draft_wanted)
        self.history.table.activated.connect(self._on_send_activated)

    def start(self, record: SendRecord) -> None:
        """A send begins: show it."""
        self._shown = self._live[record.key] = ShownSend(record)
        self._show_rows(record)
        # Behind it stand the problems, which the window adds.
        if self.tabs.currentIndex() >= HISTORY:
            self.tabs.setCurrentIndex(RESULTS)
        self._show_exchange()

    def begin(self, key: str, index: int, request: Request) -> None:
        """A request of the send `key` goes out."""
        live = self._live.get(key)
        if live is None:
            return
        live.requests[index] = request
        if live is self._shown:
            self.results.model.begin(index, request.tokens)
            if index == live.request:
                self._show_exchange()

    def repeat(self, key: str, index: int, exchange: Exchange, seconds: float) -> None:
        """A request came to nothing for now, and is going to be sent again."""
        live = self._live.get(key)
        if live is None:
            return
        live.repeat(index, exchange, seconds)
        if live is self._shown and index == live.request:
            self._show_exchange()

    def settle(self, key: str, index: int, exchange: Exchange) -> None:
        """The fate of a request is known."""
        live = self._live.get(key)
        if live is None:
            return
        live.settle(index, exchange)
        if live is self._shown:
            self.results.model.settle(index, exchange)
            if index == live.request:
                self._show_exchange()

    def finish(self, key: str) -> None:
        """The send is over."""
        live = self._live.pop(key, None)
        if live is not None and live is self._shown:
            self.results.model.close()
            if not live.requests:
                self._show_exchange()

    def show_send(self, send: SendHistory) -> None:
        """Show a send of history; one that is under way keeps settling."""
        key = send.record.key
        shown = self._live.get(key)
        if shown is None:
            # A send under way knows its own requests better than history does.
            shown = ShownSend(send.record, exchanges=dict(enumerate(send.exchanges)))
            for index, exchange in shown.exchanges.items():
                shown.requests[index] = exchange.request
        self._shown = shown
        model = self.results.model
        self._show_rows(send.record)
        for index, request in sorted(shown.requests.items()):
            model.begin(index, request.tokens)
        for index, exchange in shown.exchanges.items():
            model.settle(index, exchange)
        if key not in self._live:
            model.close()
        self._show_exchange()

    @property
    def shown_request(self) -> Request | None:
        """The request on view."""
        shown = self._shown
        return shown.requests.get(shown.request) if shown else None

    @property
    def has_send(self) -> bool:
        """Whether a send is on view."""
        return self._shown is not None

    def shown_send(self) -> SendHistory | None:
        """The send on view, as far as it is known by now."""
        shown = self._shown
        if shown is None:
            return None
        exchanges = tuple(shown.exchanges[each] for each in sorted(shown.exchanges))
        return SendHistory(
            shown.record,
            shown.key not in self._live,
            exchanges,
            self.results.model.outcomes(),
            shown.total,
        )

    def show_sends(self, sends: Sequence[SendSummary]) -> None:
        self.history.show_sends(sends, self._live.keys())

    def _show_rows(self, record: SendRecord) -> None:
        self.results.start()
        self.results.model.start(record.devices)

    def _on_send_again_wanted(self, places: Sequence[int]) -> None:
        """What may be on a phone already is counted, to be asked about."""
        if self._shown is None:
            return
        board, record = self.results.model.board, self._shown.record
        doubtful = sum(board.verdict(each) is Verdict.UNKNOWN for each in places)
        devices = tuple(record.devices[each] for each in places)
        self.send_again_wanted.emit(record, devices, doubtful)

    def _on_send_opened(self, key: str) -> None:
        if self._shown is None or self._shown.key != key:
            self.send_opened.emit(key)

    def _on_send_activated(self) -> None:
        self.tabs.setCurrentIndex(RESULTS)

    def _on_request_chosen(self, index: int) -> None:
        if self._shown is not None:
            self._shown.request = index
            self._show_exchange()

    def show_checklist(self) -> None:
        """What to look at if the chosen device shows nothing of what was accepted."""
        shown = self._shown
        if shown is None:
            return
        # Late: nobody needs it until a phone stays dark.
        from hmpush_gui.pushkit.sending import target_of
        from hmpush_gui.pushkit.sent_message import Sent

        from .checklist_dialog import ChecklistDialog

        place = self._doubted()
        if place is None:
            return
        result, record = self.results.model.result(place), shown.record
        at = result.at or record.started_at
        used = self.count(record.project.key, record.message, result.device.token)
        sent = Sent(record.message, record.project, at, time.time(), used)
        token = "" if target_of(record.message) else result.device.token
        ChecklistDialog(
            sent,
            result.device.label,
            result.request_id,
            token,
            self,
            doubtful=result.verdict is Verdict.UNKNOWN,
        ).show()

    def _doubted(self) -> int | None:
        """The chosen row; else the first of the request on view that was accepted."""
        place, shown = self.results.current_place(), self._shown
        board = self.results.model.board
        if place is not None or shown is None:
            return place
        taken = (Verdict.ACCEPTED, Verdict.UNKNOWN)
        rows = board.rows_of(shown.request)
        return next((row for row in rows if board.verdict(row) in taken), None)

    def _on_explain_wanted(self) -> None:
        self.tabs.setCurrentIndex(EXPLAIN)

    def _on_row_chosen(self) -> None:
        self._show_exchange()

    def _row(self) -> tuple[str, Outcome] | None:
        """The device chosen in Results, if it went in the request on view."""
        result = self.results.current()
        if result is None or self._shown is None or result.verdict is None:
            return None
        if result.request != self._shown.request:
            return None
        outcome = Outcome(
            result.device.token, result.verdict, result.code, result.reason
        )
        return result.device.label, outcome

    def _show_exchange(self) -> None:
        shown = self._shown
        counts = self.results.model.board.counts_of(shown.request) if shown else {}
        inspected = shown.inspected(counts, self._row()) if shown else None
        for page in (self.request, self.response, self.timeline, self.explain):
            page.show_request(inspected)
        self._show_chooser()
        self.shown_changed.emit()

    def _show_chooser(self) -> None:
        shown = self._shown
        total = shown.total if shown else 0
        self.chooser.setVisible(self.tabs.currentIndex() in _INSPECTOR and total > 1)
        if shown:
            counts = self.results.model.board.counts_of(shown.request)
            self.chooser.show_number(shown.request, total, counts)
