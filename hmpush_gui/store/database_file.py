"""A SQLite file that one thread writes, and what becomes of it when it is damaged."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from hmpush_gui.pushkit.words import Sentence

from .errors import Damaged, StoreError, from_os_error, from_sqlite_error, is_damage
from .folder import DataFolder
from .history_tables import transaction

Result = TypeVar("Result")
Migrations = Sequence[Sequence[str]]

_BUGS = (
    sqlite3.DataError,
    sqlite3.IntegrityError,
    sqlite3.InternalError,
    sqlite3.NotSupportedError,
    sqlite3.ProgrammingError,
)


class DatabaseFile:
    """The database in `path`, made when it is first used; for one thread.

    `migrations` are the statements that lead from each version (`user_version`) to the
    next; `later` is said of a file that a later version of the program wrote.
    """

    def __init__(self, path: Path, migrations: Migrations, later: Sentence) -> None:
        self.path = path
        self.timeout = 5.0
        """Seconds to wait for another program that holds the file."""
        self._migrations = migrations
        self._later = later
        self._connection: sqlite3.Connection | None = None

    def run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do `work` on the database.

        Raises StoreError; Damaged when the file is no database or no longer a whole
        one, and was set aside. The next call then starts an empty one.
        """
        try:
            return work(self._connection or self._open())
        except sqlite3.DatabaseError as error:
            if isinstance(error, _BUGS):
                raise
            if is_damage(error):
                raise self.set_aside() from error
            raise from_sqlite_error(error, self.path) from error

    def set_aside(self) -> Damaged:
        """Put the file away, because what it says cannot be understood."""
        self.close()
        folder = DataFolder(self.path.parent)
        return Damaged(self.path, folder.set_aside(self.path.name, ("-wal", "-shm")))

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # SQLite gives its files beside this one the same mode.
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise from_os_error(error, self.path) from error
        connection = sqlite3.connect(self.path, self.timeout, isolation_level=None)
        try:
            self._prepare(connection)
        except (sqlite3.Error, StoreError):
            connection.close()
            raise
        self._connection = connection
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        # Outlives the end of this process, though perhaps not a power cut.
        connection.execute("PRAGMA synchronous = NORMAL")
        # What is removed is overwritten.
        connection.execute("PRAGMA secure_delete = ON")
        with transaction(connection):
            self._migrate(connection)

    def _migrate(self, connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > len(self._migrations):
            raise StoreError(self._later)
        for statements in self._migrations[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(self._migrations)}")
