"""What was sent and what became of it, in a database with a thread of its own."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hmpush_gui.pushkit.places import Places
from hmpush_gui.pushkit.protocol import Exchange, Request
from hmpush_gui.pushkit.record import SendHistory, SendRecord, SendSummary

from . import history_reads, history_writes
from .errors import Damaged, from_os_error, from_sqlite_error, is_damage
from .folder import DataFolder
from .history_schema import MEMORY, connect
from .history_usage import Used, used_since

if TYPE_CHECKING:
    from hmpush_gui.pushkit.words import Sentence

Result = TypeVar("Result")

_BUGS = (
    sqlite3.DataError,
    sqlite3.IntegrityError,
    sqlite3.InternalError,
    sqlite3.NotSupportedError,
    sqlite3.ProgrammingError,
)
_MEMORY = Path(MEMORY)


class History:
    """The sends of all runs, in `path`; None keeps them in memory.

    Every method hands its work to the one thread that owns the database, in the order
    of the calls, and returns its Future. A Future raises StoreError when the disk
    refuses, and Damaged when the file turned out to be damaged and was set aside; the
    next call then starts an empty one. What a Future has resolved outlives the process,
    however it ends. `told` is what was found amiss on opening.
    """

    def __init__(self, path: Path | None) -> None:
        self.told: tuple[Sentence, ...] = ()
        self._path = path or _MEMORY
        self._connection: sqlite3.Connection | None = None
        self._under_way: dict[str, Places] = {}
        self._thread = ThreadPoolExecutor(1, "history")
        self._opened = self._thread.submit(self._open_first)

    def opened(self) -> Future[None]:
        """Resolves when the database is open and `told` is final.

        After a StoreError each later call tries to open it anew.
        """
        return self._opened

    def begin(self, record: SendRecord) -> Future[None]:
        """Write a send before any of it leaves: all its devices are Not sent."""
        return self._submit(lambda database: self._begin(database, record))

    def request_begun(self, key: str, index: int, request: Request) -> Future[None]:
        """Write a request before a byte of it leaves: its devices are Unknown.

        An index that is begun again takes the place of the earlier request.
        """
        return self._submit(
            lambda database: history_writes.request_begun(
                database, key, index, request, self._positions(database, key)
            )
        )

    def request_done(self, key: str, index: int, exchange: Exchange) -> Future[None]:
        """Write what became of a request and of its devices.

        Of headers that prove who sends, only the name and the scheme are kept.
        """
        return self._submit(
            lambda database: history_writes.request_done(database, key, index, exchange)
        )

    def finish(self, key: str) -> Future[None]:
        """Write that nothing more is going to happen in a send."""
        return self._submit(lambda database: self._finish(database, key))

    def search(
        self, text: str, limit: int = 200, before: float | None = None
    ) -> Future[list[SendSummary]]:
        """Sends in which every word of `text` stands somewhere, newest first.

        Looked at are title, body, project, tokens, labels, codes, reasons and request
        ids; upper and lower case are the same. `before` is the `started_at` of the last
        send already at hand.
        """
        return self._submit(
            lambda database: history_reads.search(database, text, limit, before)
        )

    def unfinished(self) -> Future[list[SendSummary]]:
        """Sends that are under way, or were when an earlier run was cut off."""
        return self._submit(history_reads.unfinished)

    def used_since(self, moment: float) -> Future[list[Used]]:
        """The sends since `moment` (Unix seconds), to count against quotas."""
        return self._submit(lambda database: used_since(database, moment))

    def load(self, key: str) -> Future[SendHistory | None]:
        """All that is kept of a send, or None if there is none of that key."""
        return self._submit(lambda database: history_reads.load(database, key))

    def close(self) -> None:
        """Wait until everything is written, and close. Blocks."""
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _submit(self, work: Callable[[sqlite3.Connection], Result]) -> Future[Result]:
        return self._thread.submit(self._run, work)

    def _run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        try:
            return work(self._connection or self._open())
        except sqlite3.DatabaseError as error:
            if isinstance(error, _BUGS):
                raise
            if is_damage(error):
                raise self._set_aside() from error
            raise from_sqlite_error(error, self._path) from error

    def _open_first(self) -> None:
        try:
            self._run(lambda database: None)
        except Damaged as error:
            self.told = (error.sentence,)
            self._run(lambda database: None)

    def _open(self) -> sqlite3.Connection:
        try:
            self._connection = connect(self._path)
        except OSError as error:
            raise from_os_error(error, self._path) from error
        return self._connection

    def _set_aside(self) -> Damaged:
        self._close()
        self._under_way.clear()
        folder = DataFolder(self._path.parent)
        return Damaged(self._path, folder.set_aside(self._path.name, ("-wal", "-shm")))

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _begin(self, database: sqlite3.Connection, record: SendRecord) -> None:
        self._under_way[record.key] = history_writes.begin(database, record)

    def _positions(self, database: sqlite3.Connection, key: str) -> Places:
        if key not in self._under_way:
            self._under_way[key] = history_writes.positions(database, key)
        return self._under_way[key]

    def _finish(self, database: sqlite3.Connection, key: str) -> None:
        self._under_way.pop(key, None)
        history_writes.finish(database, key)
