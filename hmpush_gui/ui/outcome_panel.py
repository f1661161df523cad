"""The bottom of the window: results, the inspector of a request, and history."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.receipt_column import NO_RECEIPTS, ReceiptColumn, ToldOf
from hmpush_gui.pushkit.record import Action, SendHistory, SendRecord

from .inspector import Inspector
from .late_page import LatePage
from .past_line import PastLine
from .progress_strip import ProgressStrip
from .results_panel import ResultsPanel
from .shown_send import ShownSend

if TYPE_CHECKING:
    from .history_panel import HistoryPanel

RESULTS, REQUEST, RESPONSE, TIMELINE, EXPLAIN, HISTORY = range(6)


class OutcomePanel(QWidget):
    """Shows one send at a time: the one started last, or one opened from history.

    Signals:
        send_opened: the user wants to see the send with this key.
        shown_changed: another request or send is on view, or nothing is.
        send_again_wanted: the SendRecord on view, those of its devices that shall get
            the message again, and how many of them may have it already.
        told: a sentence for the user.
        reveal_wanted: the SendRecord whose bearer `request.reveal` shall show.
    """

    send_opened = Signal(str)
    shown_changed = Signal()
    send_again_wanted = Signal(object, object, int)
    told = Signal(str)
    reveal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownSend | None = None
        self._live: dict[str, ShownSend] = {}
        self.progress = ProgressStrip(self)
        self.past_line = PastLine(self)
        self.results = ResultsPanel(self)
        self.past: LatePage[HistoryPanel] = LatePage(_make_history, self)
        self.past.when_made(self._join_history)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("outcome.tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("What happened"))
        self.tabs.addTab(self.results, self.tr("Results"))
        self.inspector = Inspector(self.tabs, self.results)
        self.request = self.inspector.request
        self.response = self.inspector.response
        self.tabs.addTab(self.past, self.tr("History"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addWidget(self.past_line)
        column.addWidget(self.tabs)
        self._join()

    def _join(self) -> None:
        self.inspector.request_chosen.connect(self._on_request_chosen)
        self.request.reveal_wanted.connect(self.reveal_wanted)
        self.results.row_chosen.connect(self._show_exchange)
        self.results.request_chosen.connect(self._on_request_chosen)
        self.results.send_again_wanted.connect(self._on_send_again_wanted)
        self.results.told.connect(self.told)

    @property
    def history(self) -> "HistoryPanel":
        """The list of past sends, made when it is first seen or asked for."""
        return self.past.content

    def start(self, record: SendRecord) -> None:
        """A send begins: show it."""
        self._shown = self._live[record.key] = ShownSend(record)
        self.past_line.hide()
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
        live.begin(index, request)
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
            if not live.total:
                self._show_exchange()

    def show_send(self, send: SendHistory) -> None:
        """Show a send of history; one that is under way keeps settling."""
        key = send.record.key
        shown = self._live.get(key)
        if shown is None:
            # A send under way knows its own requests better than history does.
            shown = ShownSend.of(send)
        self._shown = shown
        self.past_line.hide()
        model = self.results.model
        self._show_rows(send.record, send.receipts)
        for index, tokens in shown.carried():
            model.begin(index, tokens)
        for index, exchange in shown.settled():
            model.settle(index, exchange)
        if key not in self._live:
            model.close()
            self.past_line.show_record(send.record)
        self._show_exchange()

    def show_past(self, key: str) -> None:
        """Show the send with this key in Results."""
        self.tabs.setCurrentIndex(RESULTS)
        self._on_send_opened(key)

    def show_receipts(self, key: str, told: Iterable[ToldOf]) -> None:
        """Take what receipts said of devices of the send with this key."""
        if self._shown is not None and self._shown.key == key:
            self.results.model.take_receipts(told)

    def let_go(self, keys: Collection[str]) -> None:
        """Show nothing any more of a send that is forgotten."""
        if (
            self._shown
            and self._shown.key in keys
            and self._shown.key not in self._live
        ):
            self._shown = None
            self.past_line.hide()
            self.results.let_go()
            self._show_exchange()

    @property
    def shown_request(self) -> Request | None:
        """The request on view."""
        shown = self._shown
        return shown.whole_request() if shown else None

    @property
    def has_request(self) -> bool:
        """Whether a request is on view, without putting it together."""
        return self._shown is not None and self._shown.has_request

    @property
    def has_send(self) -> bool:
        """Whether a send is on view."""
        return self._shown is not None

    def shown_send(self) -> SendHistory | None:
        """The send on view, as far as it is known by now."""
        shown = self._shown
        if shown is None:
            return None
        return SendHistory(
            shown.record,
            shown.key not in self._live,
            shown.exchanges(),
            self.results.model.outcomes(),
            shown.total,
            self.results.model.board.receipts.copy(),
        )

    def _show_rows(
        self, record: SendRecord, receipts: ReceiptColumn = NO_RECEIPTS
    ) -> None:
        self.results.start()
        self.results.model.start(record.devices, receipts)

    def _on_send_again_wanted(self, places: Sequence[int]) -> None:
        """What may be on a phone already is counted, to be asked about."""
        if self._shown is None:
            return
        board, record = self.results.model.board, self._shown.record
        if record.action is Action.RECALL:
            words = self.tr("This is a recall. Recall once more from History.")
            self.told.emit(words)
            return
        doubtful = sum(board.verdict(each) is Verdict.UNKNOWN for each in places)
        devices = tuple(record.devices[each] for each in places)
        self.send_again_wanted.emit(record, devices, doubtful)

    def _join_history(self, history: "HistoryPanel") -> None:
        history.opened.connect(self._on_send_opened)
        history.table.activated.connect(self._on_send_activated)

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
        self.inspector.show(self._shown)
        self.shown_changed.emit()


def _make_history(page: QWidget) -> "HistoryPanel":
    from .history_panel import HistoryPanel

    return HistoryPanel(page)
