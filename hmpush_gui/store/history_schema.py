"""How the file of history is opened, and how an older one becomes one of today."""

import os
import sqlite3
from pathlib import Path

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .errors import StoreError
from .history_tables import transaction
from .history_versions import MIGRATIONS
from .history_words import folded, token_mark

MEMORY = ":memory:"
"""The path that SQLite takes for a database without a file."""


_CACHE = 64_000
"""Kilobytes. The index of a million tokens is written in no order."""


_LOG = 4000
"""Pages. Of what is written again and again, less reaches the file."""


def connect(path: Path) -> sqlite3.Connection:
    """Open, and if need be make, the database in `path`.

    Raises OSError, sqlite3.Error, and StoreError for a file of a later version.
    """
    if str(path) != MEMORY:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite gives its files beside this one the same mode.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        _prepare(connection)
    except (sqlite3.Error, StoreError):
        connection.close()
        raise
    return connection


def connect_reader(path: Path) -> sqlite3.Connection:
    """Open the database in `path`, which is there, for reading only.

    It may be closed by another thread. Raises sqlite3.Error.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.create_function("folded", 1, folded, deterministic=True)
    connection.create_function("token_mark", 1, token_mark, deterministic=True)
    # Room that is given up is given back, but in files that have tables already.
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("PRAGMA journal_mode = WAL")
    # Outlives the end of this process, though perhaps not a power cut.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is forgotten is overwritten.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG}")
    with transaction(connection):
        _migrate(connection)


def _migrate(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise StoreError(
            QT_TRANSLATE_NOOP(
                "store",
                "The history was written by a later version of this program. Use that "
                "version; until then this one keeps no history.",
            )
        )
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
