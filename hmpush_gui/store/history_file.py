"""The one connection that writes history, and what becomes of a damaged file."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .errors import Damaged, from_os_error, from_sqlite_error, is_damage
from .folder import DataFolder
from .history_schema import connect

Result = TypeVar("Result")

_BUGS = (
    sqlite3.DataError,
    sqlite3.IntegrityError,
    sqlite3.InternalError,
    sqlite3.NotSupportedError,
    sqlite3.ProgrammingError,
)


class HistoryFile:
    """The database in `path`; all of it is used by one thread.

    `release` lets go of every other connection to the file. `age` counts the files
    that have been set aside.
    """

    def __init__(self, path: Path, release: Callable[[], None]) -> None:
        self.path = path
        self.age = 0
        self._release = release
        self._aside: Path | None = None
        self._connection: sqlite3.Connection | None = None

    @property
    def is_open(self) -> bool:
        return self._connection is not None

    def run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do `work` on the database, opened if it is not yet.

        Raises StoreError, and Damaged when the file was set aside.
        """
        try:
            return work(self._connection or self._open())
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                raise self.set_aside(self.age) from error
            raise translated(error, self.path) from error

    def set_aside(self, age: int) -> Damaged:
        """Put the file away that was found damaged when `age` was its number."""
        if age == self.age or self._aside is None:
            self.close()
            self._release()
            folder = DataFolder(self.path.parent)
            self._aside = folder.set_aside(self.path.name, ("-wal", "-shm"))
            self.age += 1
        return Damaged(self.path, self._aside)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        try:
            self._connection = connect(self.path)
        except OSError as error:
            raise from_os_error(error, self.path) from error
        return self._connection


def translated(error: sqlite3.DatabaseError, path: Path) -> Exception:
    """What `error` is to the user; a mistake of ours stays what it is."""
    return error if isinstance(error, _BUGS) else from_sqlite_error(error, path)
