"""Reads callbacks for the window, in a thread of its own."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.message_files import read_text
from hmpush_gui.ui.receipts import Receipts

_LARGEST = 64 * 1024 * 1024
"""Bytes of a log of callbacks."""

Then = Callable[[], object]
"""What the window's thread is to do when this one is done."""


class ReceiptFiles(QObject):
    """Reads what is pasted or opened; of two texts the last is shown."""

    _done = Signal(object)

    def __init__(self, receipts: Receipts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._receipts = receipts
        self._last = 0
        self._thread = ThreadPoolExecutor(1, "receipts")
        self._done.connect(lambda then: then())
        receipts.text_wanted.connect(lambda text: self._run(partial(self._text, text)))
        receipts.file_wanted.connect(
            lambda path: self._run(partial(self._file, Path(os.path.abspath(path))))
        )

    def close(self) -> None:
        """Read nothing more."""
        self._thread.shutdown(cancel_futures=True)

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

    def _run(self, job: Callable[[], Then]) -> None:
        self._last += 1
        number = self._last
        self._thread.submit(job).add_done_callback(partial(self._on_run, number))

    def _on_run(self, number: int, running: "Future[Then]") -> None:
        if running.cancelled():
            return
        then = running.result()
        # Emitted in the other thread; Qt carries it over to the window's.
        self._done.emit(partial(self._tell, number, then))

    def _tell(self, number: int, then: Then) -> None:
        if number == self._last:
            then()
