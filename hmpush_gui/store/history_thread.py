"""The thread that writes history, in the order in which it is asked to."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import TypeVar

from .history_file import HistoryFile

Result = TypeVar("Result")
Step = Callable[[sqlite3.Connection], bool]
"""Does a part of a work; whether that was the last one."""


class HistoryThread:
    """Runs work on `file`. What is long is done in steps, between which others go."""

    def __init__(self, file: HistoryFile) -> None:
        self._file = file
        self._thread = ThreadPoolExecutor(1, "history")
        self._long: set[Future[None]] = set()

    def submit(self, work: Callable[[sqlite3.Connection], Result]) -> Future[Result]:
        """Do `work` on the database, which is opened if need be."""
        return self.call(partial(self._file.run, work))

    def call(self, work: Callable[[], Result]) -> Future[Result]:
        """Do `work`, which sees to the database by itself."""
        return self._thread.submit(work)

    def in_steps(self, step: Step) -> Future[None]:
        """Do `step` until it is the last one."""
        whole: Future[None] = Future()
        # From now on nobody can cancel it.
        whole.set_running_or_notify_cancel()
        self._long.add(whole)
        self._begin_step(step, whole)
        return whole

    def settle(self) -> None:
        """Wait until all is done. Blocks."""
        while self._long:
            wait(list(self._long))
        self.call(lambda: None).result()

    def close(self) -> None:
        """Close the file, when all is done. Blocks."""
        self.call(self._file.close).result()
        self._thread.shutdown()

    def _begin_step(self, step: Step, whole: Future[None]) -> None:
        done = self.submit(step)
        done.add_done_callback(partial(self._end_step, step, whole))

    def _end_step(self, step: Step, whole: Future[None], done: Future[bool]) -> None:
        error = done.exception()
        if error is None and not done.result():
            self._begin_step(step, whole)
            return
        self._long.discard(whole)
        if error:
            whole.set_exception(error)
        else:
            whole.set_result(None)
