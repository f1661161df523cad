"""Joins the setup guide to what is sent, and to what was accepted earlier."""

import asyncio

from PySide6.QtCore import QCoreApplication, QObject

from hmpush_gui.pushkit.protocol import Exchange
from hmpush_gui.pushkit.record import Action, SendRecord
from hmpush_gui.samples import KEY, sample_message
from hmpush_gui.sender import Sender
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history import History
from hmpush_gui.tasks import Start
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.words import language, said


class SetupJoins(QObject):
    """Ticks what a push proves, and sends the sample to the sandbox."""

    def __init__(
        self,
        window: MainWindow,
        sends: Sender,
        history: History,
        start: Start,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._history = history
        self._start = start
        self._records: dict[str, SendRecord] = {}
        sends.started.connect(self._on_started)
        sends.settled.connect(self._on_settled)
        sends.finished.connect(self._on_finished)
        window.setup.proofs_wanted.connect(self._ask)
        window.setup.sample_wanted.connect(self.send_sample)
        if window.setup.asks:
            self._ask()

    def send_sample(self) -> None:
        """Send the sample of the first start; what was written is put away."""
        window = self._window
        window.choose_project(KEY)
        sample = sample_message(language())
        if window.document.message != sample:
            words = QCoreApplication.translate("SetupJoins", "The sample message")
            window.filing.swap.put(sample, words, None)
        window.gate.send()

    def _ask(self) -> None:
        self._start(self._load())

    async def _load(self) -> None:
        try:
            found = await asyncio.wrap_future(self._history.proofs())
        except StoreError as error:
            self._window.tell(said(error.sentence), Tone.WARNING)
            return
        self._window.setup.load(found)

    def _on_started(self, record: SendRecord) -> None:
        self._records[record.key] = record

    def _on_settled(self, key: str, _number: int, exchange: Exchange) -> None:
        record = self._records[key]
        if record.action is Action.SEND:
            self._window.setup.note(record.project, record.message, exchange)

    def _on_finished(self, key: str) -> None:
        del self._records[key]
