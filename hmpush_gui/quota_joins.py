"""Joins what is sent, now and earlier today, to the counting of quotas."""

import time

from PySide6.QtCore import QObject

from hmpush_gui.pushkit.protocol import Exchange
from hmpush_gui.pushkit.record import Action, SendRecord
from hmpush_gui.pushkit.usage import day_begins
from hmpush_gui.samples import KEY
from hmpush_gui.sender import Sender
from hmpush_gui.store.history_usage import Used
from hmpush_gui.ui.quota import Quota


class QuotaJoins(QObject):
    """Counts each request of `sends` once, when its fate is known."""

    def __init__(
        self, quota: Quota, sends: Sender, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._quota = quota
        self._records: dict[str, SendRecord] = {}
        self._begun: set[tuple[str, int]] = set()
        self._began = time.time()
        sends.begun.connect(lambda key, number: self._begun.add((key, number)))
        sends.started.connect(self._on_started)
        sends.settled.connect(self._on_settled)
        sends.finished.connect(self._on_finished)

    @property
    def since(self) -> float:
        """From when on history is asked, in Unix seconds."""
        return day_begins(self._began)

    def remember(self, used: list[Used]) -> None:
        """Count sends of earlier runs; the sandbox begins anew with each."""
        for each in used:
            if each.project != KEY:
                self._quota.add(each.project, each.message, each.requests, each.tokens)

    def _on_started(self, record: SendRecord) -> None:
        self._records[record.key] = record

    def _on_settled(self, key: str, number: int, exchange: Exchange) -> None:
        record = self._records[key]
        # What a send that goes on had settled in an earlier run was counted then.
        is_news = (key, number) in self._begun
        self._begun.discard((key, number))
        if is_news and record.action is not Action.RECALL:
            self._quota.note(record.project.key, record.message, exchange)

    def _on_finished(self, key: str) -> None:
        del self._records[key]
