"""Looks into one request of the send on view, in four pages."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget

from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.protocol import Outcome, Verdict
from hmpush_gui.pushkit.record import Action

from .explain_page import ExplainPage
from .request_chooser import RequestChooser
from .request_page import RequestPage
from .response_page import ResponsePage
from .results_panel import ResultsPanel
from .shown_send import ShownSend
from .timeline_page import TimelinePage

if TYPE_CHECKING:
    from hmpush_gui.pushkit.usage import Count

CountUsed = Callable[[str, Message, str], "Count | None"]
"""By the key of the project, the message, and the push token."""


def _uncounted(_project: str, _message: Message, _token: str) -> "Count | None":
    return None


class Inspector(QObject):
    """Request, Response, Timeline and Explain, with the chooser beside their tabs.

    Signals:
        request_chosen: the number of the request that the user wants to look into.
        check_wanted: a Case, of the project whose credential was refused.
        connection_wanted: the key of a project whose request did not get there, and
            the reason.
        addresses_wanted: the key of a project whose addresses are perhaps to blame.
    """

    request_chosen = Signal(int)
    check_wanted = Signal(object)
    connection_wanted = Signal(str, str)
    addresses_wanted = Signal(str)

    def __init__(self, tabs: QTabWidget, results: ResultsPanel) -> None:
        """The pages go into `tabs`, behind those that are there; see `show`."""
        super().__init__(tabs)
        self._tabs = tabs
        self._results = results
        self._shown: ShownSend | None = None
        self.count: CountUsed = _uncounted
        """What of today's quota a message to a device and those before it used."""
        self.request = RequestPage(tabs)
        self.response = ResponsePage(tabs)
        self.timeline = TimelinePage(tabs)
        self.explain = ExplainPage(tabs)
        self.pages = (self.request, self.response, self.timeline, self.explain)
        titles = (
            self.tr("Request"),
            self.tr("Response"),
            self.tr("Timeline"),
            self.tr("Explain"),
        )
        for page, title in zip(self.pages, titles, strict=True):
            tabs.addTab(page, title)
        self.chooser = RequestChooser(tabs)
        tabs.setCornerWidget(self.chooser)
        tabs.currentChanged.connect(self._show_chooser)
        self.chooser.chosen.connect(self.request_chosen)
        doubts = self.explain.doubts
        doubts.nothing_shown.connect(self.show_checklist)
        doubts.credential_doubted.connect(self._on_credential_doubted)
        doubts.connection_doubted.connect(self._on_connection_doubted)
        doubts.address_doubted.connect(self._on_address_doubted)
        results.nothing_shown.connect(self.show_checklist)
        results.explain_wanted.connect(self._on_explain_wanted)
        results.model.settled.connect(self._show_chooser)
        self._show_chooser()

    def show(self, shown: ShownSend | None) -> None:
        """Look into the request of `shown` that is chosen in it."""
        self._shown = shown
        counts = self._results.model.board.counts_of(shown.request) if shown else {}
        row = self._row()
        told = self._receipt() if row else None
        inspected = shown.inspected(counts, row, told) if shown else None
        for page in self.pages:
            page.show_request(inspected)
        self._show_chooser()

    def show_checklist(self) -> None:
        """What to look at if the chosen device shows nothing of what was accepted."""
        shown, place = self._shown, self._doubted()
        if shown is None or place is None:
            return
        if shown.record.action is Action.RECALL:
            words = self.tr("This is a recall: it takes a message from the phones.")
            self._results.told.emit(words)
            return
        # Late: nobody needs it until a phone stays dark.
        from hmpush_gui.pushkit.sending import target_of
        from hmpush_gui.pushkit.sent_message import Sent

        from .checklist_dialog import ChecklistDialog

        result, record = self._results.model.result(place), shown.record
        at = result.at or record.started_at
        used = self.count(record.project.key, record.message, result.device.token)
        told = self._results.model.board.receipts.result(place)
        sent = Sent(record.message, record.project, at, time.time(), used, told)
        token = "" if target_of(record.message) else result.device.token
        ChecklistDialog(
            sent,
            result.device.label,
            result.request_id,
            token,
            self._tabs,
            doubtful=result.verdict is Verdict.UNKNOWN,
        ).show()

    def _doubted(self) -> int | None:
        """The chosen row; else the first of the request on view that was accepted."""
        place, shown = self._results.current_place(), self._shown
        if place is not None or shown is None:
            return place
        board, taken = self._results.model.board, (Verdict.ACCEPTED, Verdict.UNKNOWN)
        rows = board.rows_of(shown.request)
        return next((row for row in rows if board.verdict(row) in taken), None)

    def _on_credential_doubted(self) -> None:
        if self._shown is not None:
            self.check_wanted.emit(Case(self._shown.record.project))

    def _on_connection_doubted(self, reason: str) -> None:
        if self._shown is not None:
            self.connection_wanted.emit(self._shown.record.project.key, reason)

    def _on_address_doubted(self) -> None:
        if self._shown is not None:
            self.addresses_wanted.emit(self._shown.record.project.key)

    def _on_explain_wanted(self) -> None:
        self._tabs.setCurrentWidget(self.explain)

    def _row(self) -> tuple[str, Outcome] | None:
        """The device chosen in Results, if it went in the request on view."""
        result = self._results.current()
        if result is None or self._shown is None or result.verdict is None:
            return None
        if result.request != self._shown.request:
            return None
        outcome = Outcome(
            result.device.token, result.verdict, result.code, result.reason
        )
        return result.device.label, outcome

    def _receipt(self) -> tuple[int, float | None] | None:
        """What the receipt of the device chosen in Results says, and when."""
        place, receipts = (
            self._results.current_place(),
            self._results.model.board.receipts,
        )
        if place is None or (result := receipts.result(place)) is None:
            return None
        return result, receipts.at(place)

    def _show_chooser(self) -> None:
        shown = self._shown
        total = shown.total if shown else 0
        seen = self._tabs.currentWidget() in self.pages and total > 1
        self.chooser.setVisible(seen)
        if shown and seen:
            counts = self._results.model.board.counts_of(shown.request)
            self.chooser.show_number(shown.request, total, counts)
