"""What the parts have in common that work with history for the window."""

import asyncio
from concurrent.futures import Future
from typing import TypeVar

from PySide6.QtCore import QObject

from hmpush_gui.sender import Sender
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history import History
from hmpush_gui.tasks import Start
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.words import said

Result = TypeVar("Result")
"""Runs something in a task that is ended with the program."""


class HistoryWork(QObject):
    """Reads and writes `history`, whose thread the window does not wait for."""

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
        self._sends = sends
        self._history = history
        self._start = start

    async def _read(self, work: Future[Result]) -> Result | None:
        """What history gives; None, and a notice, when the disk refuses."""
        try:
            return await asyncio.wrap_future(work)
        except StoreError as error:
            self._window.tell(said(error.sentence), Tone.WARNING)
            return None
