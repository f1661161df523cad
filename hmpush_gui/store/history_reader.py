"""A connection that only reads history, so that nobody who looks waits for a writer."""

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from .errors import Damaged, is_damage
from .history_file import translated
from .history_schema import connect_reader

Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]


_OFTEN = 10_000
"""Steps of SQLite between two looks at whether a reading is still wanted."""


class HistoryReader:
    """Reads in a thread of its own.

    `ready` is waited for in that thread before each reading, and raises StoreError
    where there is no file. `damaged` puts a damaged file away, given the number of it
    that `age` told when it was opened.
    """

    def __init__(
        self,
        path: Path,
        ready: Callable[[], None],
        age: Callable[[], int],
        damaged: Callable[[int], Damaged],
    ) -> None:
        self._path = path
        self._ready = ready
        self._age = age
        self._damaged = damaged
        self._opened_age = 0
        self._connection: sqlite3.Connection | None = None
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "history-reader")
        self._newest = 0
        self._reading = 0
        self._let_go = False

    def read(self, work: Work[Result], before: Future[None]) -> Future[Result]:
        """Do `work` when `before` is done; others wait until it is done itself."""
        return self._thread.submit(self._read, work, before)

    def read_newest(self, work: Work[Result]) -> Future[Result | None]:
        """Do `work` unless another is asked for meanwhile: then it ends with None."""
        self._newest += 1
        return self._thread.submit(self._read_newest, work, self._newest)

    def release(self) -> None:
        """Let go of the file; what is being read begins anew."""
        self._let_go = True
        with self._lock:
            self._let_go = False
            self._close()

    def close(self) -> None:
        """Wait for what is being read, and let go of the file. Blocks."""
        self._thread.shutdown()
        self._close()

    def _read_newest(self, work: Work[Result], mine: int) -> Result | None:
        self._reading = mine
        while mine == self._newest:
            try:
                return self._try(work)
            except _Interrupted:
                continue
        return None

    def _read(self, work: Work[Result], before: Future[None]) -> Result:
        before.result()
        self._reading = self._newest
        while True:
            try:
                return self._try(work)
            except _Interrupted:
                continue

    def _try(self, work: Work[Result]) -> Result:
        self._ready()
        try:
            with self._lock:
                return work(self._connection or self._open())
        except sqlite3.DatabaseError as error:
            if _code(error) == sqlite3.SQLITE_INTERRUPT:
                raise _Interrupted from error
            if not is_damage(error):
                raise translated(error, self._path) from error
            age = self._opened_age
            self.release()
            raise self._damaged(age) from error

    def _open(self) -> sqlite3.Connection:
        self._opened_age = self._age()
        self._connection = connect_reader(self._path)
        # Not `interrupt`, which is lost on what is about to begin.
        self._connection.set_progress_handler(self._is_unwanted, _OFTEN)
        return self._connection

    def _is_unwanted(self) -> bool:
        return self._let_go or self._reading != self._newest

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _Interrupted(Exception):
    """Somebody wants something else, or the file."""


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0))
