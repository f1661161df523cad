"""Joins the sends under way to what shows them, to the device book, to settings."""

import time

from PySide6.QtCore import QObject

from hmpush_gui.pushkit.death import deaths
from hmpush_gui.pushkit.project import Environment
from hmpush_gui.pushkit.protocol import Exchange
from hmpush_gui.pushkit.record import Action, SendRecord
from hmpush_gui.sender import Sender
from hmpush_gui.ui.main_window import MainWindow


class SendJoins(QObject):
    """What the strip of progress asks goes to `sends`, what they tell to the strip."""

    def __init__(
        self, window: MainWindow, sends: Sender, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sends = sends
        self._sending = window.sending
        self._devices = window.devices
        self._paced: set[str] = set()
        self._records: dict[str, SendRecord] = {}
        self._begun: set[tuple[str, int]] = set()
        strip = window.outcome.progress
        strip.pause_wanted.connect(sends.pause)
        strip.resume_wanted.connect(sends.resume)
        strip.stop_wanted.connect(sends.stop)
        sends.started.connect(self._on_started)
        sends.started.connect(strip.start)
        sends.writing.connect(strip.show_writing)
        sends.begun.connect(self._on_begun)
        sends.settled.connect(self._on_settled)
        sends.progress.connect(strip.show_progress)
        sends.finished.connect(strip.finish)
        sends.finished.connect(self._on_finished)
        self._sending.changed.connect(self._on_sending_changed)
        self._on_sending_changed()

    def _on_started(self, record: SendRecord) -> None:
        self._records[record.key] = record
        if record.project.environment is not Environment.SANDBOX:
            self._paced.add(record.key)

    def _on_begun(self, key: str, number: int) -> None:
        self._begun.add((key, number))

    def _on_settled(self, key: str, number: int, exchange: Exchange) -> None:
        """Bring outcomes home to the book.

        Those of an earlier run are told again when a send goes on; they are no news.
        """
        record = self._records[key]
        if record.action is Action.RECALL:
            # It says nothing about whether a message gets there.
            return
        news = (key, number) in self._begun
        self._begun.discard((key, number))
        at = time.time() if news else record.started_at
        self._devices.settle(
            record.project.key, exchange.outcomes, deaths(exchange), at
        )

    def _on_finished(self, key: str) -> None:
        self._paced.discard(key)
        self._records.pop(key, None)

    def _on_sending_changed(self) -> None:
        self._sends.in_flight = self._sending.in_flight
        if self._sends.pace != self._sending.pace:
            self._sends.pace = self._sending.pace
            for key in self._paced:
                self._sends.set_pace(key, self._sending.pace)
