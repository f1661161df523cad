"""Joins the sends under way to the lines that show them and to their settings."""

from PySide6.QtCore import QObject

from hmpush_gui.pushkit.project import Environment
from hmpush_gui.pushkit.record import SendRecord
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
        self._paced: set[str] = set()
        strip = window.outcome.progress
        strip.pause_wanted.connect(sends.pause)
        strip.resume_wanted.connect(sends.resume)
        strip.stop_wanted.connect(sends.stop)
        sends.started.connect(self._on_started)
        sends.started.connect(strip.start)
        sends.progress.connect(strip.show_progress)
        sends.finished.connect(strip.finish)
        sends.finished.connect(self._paced.discard)
        self._sending.changed.connect(self._on_sending_changed)
        self._on_sending_changed()

    def _on_started(self, record: SendRecord) -> None:
        if record.project.environment is not Environment.SANDBOX:
            self._paced.add(record.key)

    def _on_sending_changed(self) -> None:
        self._sends.in_flight = self._sending.in_flight
        if self._sends.pace != self._sending.pace:
            self._sends.pace = self._sending.pace
            for key in self._paced:
                self._sends.set_pace(key, self._sending.pace)
