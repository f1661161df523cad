"""Jobs on the disk, one after the other in a thread of their own."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

Then = Callable[[], object]
"""What the window's thread is to do when the disk is done."""


class DiskJobs(QObject):
    """Does each job in its thread, and what it gives back in the window's.

    Once it is closed nothing begins any more: a timer, or the user's return to the
    window, may still ask for something while the program ends.
    """

    _done = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, name)
        self._closing = threading.Lock()
        self._closed = False
        self._done.connect(self._on_done)

    def run(self, job: Callable[[], Then]) -> None:
        """Do `job` after those that were asked for before."""
        with self._closing:
            if not self._closed:
                self._thread.submit(job).add_done_callback(self._on_run)

    def tell(self, then: Then) -> None:
        """Do `then` in the window's thread; said by a job that is not done yet."""
        self._done.emit(then)

    def close(self) -> None:
        """Wait until everything is done. Blocks; from any thread."""
        with self._closing:
            self._closed = True
        self._thread.shutdown()

    def _on_run(self, running: "Future[Then]") -> None:
        # Emitted in the disk's thread; Qt carries it over to the window's.
        self.tell(running.result())

    def _on_done(self, then: Then) -> None:
        then()
