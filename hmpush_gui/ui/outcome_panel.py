"""The bottom of the window: results, request, response and history."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.record import SendHistory, SendRecord, SendSummary

from .exchange_text import answer_text, request_text, summary, timing_text
from .history_panel import HistoryPanel
from .progress_strip import ProgressStrip
from .results_panel import ResultsPanel
from .text_panel import TextPanel

RESULTS, REQUEST, RESPONSE, HISTORY = range(4)


@dataclass(slots=True)
class _Shown:
    """The send on view and what is known of its requests, by their number."""

    record: SendRecord
    requests: dict[int, Request] = field(default_factory=dict)
    exchanges: dict[int, Exchange] = field(default_factory=dict)
    request: int = 0

    @property
    def key(self) -> str:
        return self.record.key


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
    """

    history_searched = Signal(str)
    send_opened = Signal(str)
    draft_wanted = Signal(str)
    shown_changed = Signal()
    send_again_wanted = Signal(object, object, int)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: _Shown | None = None
        self._live: dict[str, _Shown] = {}
        self.progress = ProgressStrip(self)
        self.results = ResultsPanel(self)
        self.request = TextPanel(
            "request",
            self.tr("Request"),
            self.tr("The exact request of the send that is shown, secrets masked."),
            self,
        )
        self.response = TextPanel(
            "response",
            self.tr("Response"),
            self.tr("Push Kit’s answer: status line, headers, body."),
            self,
        )
        self.history = HistoryPanel(self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("outcome.tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("What happened"))
        self.tabs.addTab(self.results, self.tr("Results"))
        self.tabs.addTab(self.request, self.tr("Request"))
        self.tabs.addTab(self.response, self.tr("Response"))
        self.tabs.addTab(self.history, self.tr("History"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addWidget(self.tabs)
        self.results.request_chosen.connect(self._on_request_chosen)
        self.results.send_again_wanted.connect(self._on_send_again_wanted)
        self.results.told.connect(self.told)
        self.history.searched.connect(self.history_searched)
        self.history.opened.connect(self._on_send_opened)
        self.history.draft_wanted.connect(self.draft_wanted)
        self.history.table.activated.connect(self._on_send_activated)

    def start(self, record: SendRecord) -> None:
        """A send begins: show it."""
        self._shown = self._live[record.key] = _Shown(record)
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
        if live is not None and live is self._shown and index == live.request:
            words = self.tr("Refused for now; sent again in {seconds} s.").format(
                seconds=max(1, round(seconds))
            )
            self.response.show_text(
                f"{words}\n{summary(exchange)}", answer_text(exchange)
            )

    def settle(self, key: str, index: int, exchange: Exchange) -> None:
        """The fate of a request is known."""
        live = self._live.get(key)
        if live is None:
            return
        live.exchanges[index] = exchange
        live.requests[index] = exchange.request
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
            shown = _Shown(send.record, exchanges=dict(enumerate(send.exchanges)))
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
            max(shown.requests, default=-1) + 1,
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

    def _show_exchange(self) -> None:
        shown, request = self._shown, self.shown_request
        exchange = shown.exchanges.get(shown.request) if shown else None
        if request is None:
            self.request.show_text("", "")
        else:
            headers = exchange.sent_headers if exchange else ()
            self.request.show_text(
                self._request_words(request), request_text(request, headers)
            )
        if exchange is None:
            waiting = self.tr("Waiting for the answer…") if request else ""
            self.response.show_text(waiting, "")
        else:
            words = "\n".join(
                part
                for part in (summary(exchange), timing_text(exchange.timing))
                if part
            )
            self.response.show_text(words, answer_text(exchange))
        self.shown_changed.emit()

    def _request_words(self, request: Request) -> str:
        return self.tr("{size} bytes, tokens: {count}").format(
            size=len(request.body), count=len(request.tokens)
        )
