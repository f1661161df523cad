"""Receipts for the window: of the sandbox as they come about, others when wanted."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from hmpush_gui.history_work import HistoryWork
from hmpush_gui.playground import Playground
from hmpush_gui.pushkit.death import ReceiptDeath, receipt_fates
from hmpush_gui.pushkit.receipt import Receipt
from hmpush_gui.sandbox.receipts import PACKAGE, Sheet
from hmpush_gui.sender import Sender
from hmpush_gui.store.history import History
from hmpush_gui.store.history_receipts import Kept
from hmpush_gui.tasks import Start
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.pause import Pause

_CALM = 200
"""Milliseconds that receipts of the sandbox are gathered."""

_PATIENCE = 300
"""Rounds, a minute of them, after which a request is none of this window."""


class Receiving(HistoryWork):
    """Keeps receipts with their sends, marks devices by them, and names their sends.

    The sandbox hands over its receipts inside of this program, often before the answer
    of their request is known: they wait for it.

    Signals:
        kept: receipts of the send with this key were written to it.
        told: the key of a send that was asked about, and by push token the last result
            and when that was in Unix seconds, 0 for unknown.
    """

    kept = Signal(str)
    told = Signal(str, object)

    def __init__(
        self,
        window: MainWindow,
        sends: Sender,
        history: History,
        start: Start,
        playground: Playground,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(window, sends, history, start, parent)
        self._came: list[Sheet] = []
        self._waiting: list[tuple[int, Receipt]] = []
        self._round = 0
        self.kept_times = 0
        """How often receipts were written to their sends."""
        self._has_news = False
        self._is_taking = False
        self._calm = Pause(_CALM, self)
        self._calm.timeout.connect(self._on_calm)
        playground.receipted.connect(self._on_came)
        sends.settled.connect(self._on_settled)
        receipts = window.receipts
        receipts.keep_wanted.connect(lambda each: start(self._keep_read(each)))
        receipts.sends_wanted.connect(lambda each: start(self._name(each)))

    def tell_of(self, key: str) -> None:
        """Tell what receipts say of the send with this key."""
        self._start(self._tell_of(key))

    async def show_in_results(self, key: str) -> None:
        """Show what receipts say of the devices of the send on view."""
        found = await self._read(self._history.results_of(key))
        if found is not None:
            self._window.outcome.show_receipts(key, zip(*found, strict=True))

    # From the sandbox.

    def _on_came(self, sheets: Sequence[Sheet]) -> None:
        self._came += sheets
        self._has_news = True
        self._begin_round()

    def _on_settled(self) -> None:
        if self._waiting or self._came:
            self._has_news = True
            self._begin_round()

    def _begin_round(self) -> None:
        if not self._calm.isActive():
            self._calm.start()

    def _on_calm(self) -> None:
        self._round += 1
        if self._has_news and not self._is_taking:
            self._is_taking = True
            self._start(self._take_all())

    async def _take_all(self) -> None:
        try:
            while self._has_news:
                self._has_news = False
                await self._take()
        finally:
            self._is_taking = False

    async def _take(self) -> None:
        sheets, self._came = self._came, []
        # A campaign has a thousand of them in a request: not in the window's thread.
        new, fates = await asyncio.to_thread(_read, sheets)
        if new:
            self._window.receipts.came(new)
            self._window.devices.take_receipts(fates)
        waiting, self._waiting = self._waiting, []
        waiting += [(self._round, each) for each in new]
        if waiting:
            await self._keep_came(waiting)

    async def _keep_came(self, waiting: list[tuple[int, Receipt]]) -> None:
        kept = await self._read(
            self._history.keep_receipts([each for _, each in waiting])
        )
        if kept is None:
            return
        self._show(kept)
        if kept.homeless:
            homeless = set(kept.homeless)
            self._waiting += [
                (since, each)
                for since, each in waiting
                if each in homeless and self._round - since < _PATIENCE
            ]

    # From a callback.

    async def _keep_read(self, receipts: Sequence[Receipt]) -> None:
        kept = await self._read(self._history.keep_receipts(receipts))
        if kept is not None:
            marked = self._window.devices.take_receipts(receipt_fates(receipts))
            self._window.receipts.kept(kept.added, len(kept.homeless), marked)
            self._show(kept)

    async def _tell_of(self, key: str) -> None:
        if found := await self._read(self._history.told_of(key)):
            self.told.emit(key, found)

    async def _name(self, receipts: Sequence[Receipt]) -> None:
        found = await self._read(self._history.sends_of(receipts))
        if found is not None:
            self._window.receipts.named(receipts, found)

    def _show(self, kept: Kept) -> None:
        self.kept_times += 1
        for key, receipts in kept.sends.items():
            told = ((each.position, each.result, each.at) for each in receipts)
            self._window.outcome.show_receipts(key, told)
            self.kept.emit(key)


def _read(
    sheets: Sequence[Sheet],
) -> tuple[list[Receipt], Mapping[str, ReceiptDeath]]:
    """The receipts of requests, and what they say of tokens."""
    receipts = [each for sheet in sheets for each in _receipts(sheet)]
    return receipts, receipt_fates(receipts)


def _receipts(sheet: Sheet) -> Iterator[Receipt]:
    """The receipts of a request of the sandbox, as others would read them."""
    for told in sheet:
        yield Receipt(
            told.token,
            told.result,
            sheet.at,
            sheet.request_id,
            sheet.bi_tag,
            sheet.app_id or PACKAGE,
            "" if sheet.app_id else sheet.push_type,
            "" if sheet.form_id is None else str(sheet.form_id),
            1 if sheet.app_id else 2,
        )
