"""Reads callbacks for the window, in a thread of its own."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from hmpush_gui.disk_jobs import DiskJobs, Then
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.message_files import read_text
from hmpush_gui.ui.receipts import Receipts

_LARGEST = 64 * 1024 * 1024
"""Bytes of a log of callbacks."""


def _nothing() -> None:
    """For what nobody waits for any more."""


class ReceiptFiles(QObject):
    """Reads what is pasted or opened; of two texts the last is shown."""

    def __init__(self, receipts: Receipts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._receipts = receipts
        self._last = 0
        self._jobs = DiskJobs("receipts", self)
        receipts.text_wanted.connect(lambda text: self._run(partial(self._text, text)))
        receipts.file_wanted.connect(
            lambda path: self._run(partial(self._file, Path(os.path.abspath(path))))
        )

    def close(self) -> None:
        """Read nothing more."""
        self._last += 1
        self._jobs.close()

    # In the thread.

    def _text(self, text: str) -> Then:
        # Late: a start without it should not pay for it.
        from hmpush_gui.exchange.receipts import read_callback

        try:
            return partial(self._receipts.take, read_callback(text))
        except DocumentError as error:
            return partial(self._receipts.refuse, error.sentence)

    def _file(self, path: Path) -> Then:
        from hmpush_gui.exchange.receipts import read_callback

        try:
            text = read_text(path, _LARGEST)
            return partial(self._receipts.take_file, text, read_callback(text))
        except (StoreError, DocumentError) as error:
            return partial(self._receipts.refuse, error.sentence)

    # In the window's thread.

    def _run(self, read: Callable[[], Then]) -> None:
        self._last += 1
        number = self._last

        def job() -> Then:
            # Of many that wait only the last is worth the time.
            then = read() if number == self._last else _nothing
            return partial(self._tell, number, then)

        self._jobs.run(job)

    def _tell(self, number: int, then: Then) -> None:
        if number == self._last:
            then()
