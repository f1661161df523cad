"""The tables of history, and how an older file becomes one of today."""

import os
import sqlite3
from pathlib import Path

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .errors import StoreError
from .history_tables import transaction

_SEND = """
CREATE TABLE send (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    started_at REAL NOT NULL,
    finished_at REAL,
    project TEXT NOT NULL,
    project_name TEXT NOT NULL,
    environment TEXT NOT NULL,
    api TEXT NOT NULL,
    push_type TEXT NOT NULL,
    document TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
)"""

# One row per device of a send, with what is known of it now.
_OUTCOME = """
CREATE TABLE outcome (
    send INTEGER NOT NULL REFERENCES send ON DELETE CASCADE,
    position INTEGER NOT NULL,
    token TEXT NOT NULL,
    label TEXT NOT NULL,
    project TEXT NOT NULL,
    chosen INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (send, position)
) WITHOUT ROWID"""

# Where `tail` is not null, the tokens belong between `head` and `tail` in the body.
_REQUEST = """
CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    send INTEGER NOT NULL REFERENCES send ON DELETE CASCADE,
    number INTEGER NOT NULL,
    method TEXT NOT NULL,
    url TEXT NOT NULL,
    headers TEXT NOT NULL,
    head BLOB NOT NULL,
    tail BLOB,
    answer_status INTEGER,
    answer_phrase TEXT,
    answer_headers TEXT,
    answer_body BLOB,
    code TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT '',
    request_id TEXT NOT NULL DEFAULT '',
    failure TEXT,
    timing TEXT NOT NULL DEFAULT '{}',
    sent_headers TEXT NOT NULL DEFAULT '[]',
    UNIQUE (send, number)
)"""

# What one request did with the devices it carried. A device whose request was repeated
# under another number is carried twice, and keeps the fate of each time.
_CARRIED = """
CREATE TABLE carried (
    request INTEGER NOT NULL REFERENCES request ON DELETE CASCADE,
    place INTEGER NOT NULL,
    position INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (request, place)
) WITHOUT ROWID"""

MIGRATIONS = (
    (
        _SEND,
        _OUTCOME,
        _REQUEST,
        _CARRIED,
        "CREATE INDEX send_by_time ON send (started_at, id)",
        "CREATE INDEX outcome_by_verdict ON outcome (send, verdict)",
    ),
)
"""The statements that lead from each version (`user_version`) to the next."""


MEMORY = ":memory:"
"""The path that SQLite takes for a database without a file."""


def connect(path: Path) -> sqlite3.Connection:
    """Open, and if need be make, the database in `path`.

    Raises OSError, sqlite3.Error, and StoreError for a file of a later version.
    """
    if str(path) != MEMORY:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite gives its files beside this one the same mode.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        _prepare(connection)
    except (sqlite3.Error, StoreError):
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.create_function("folded", 1, str.casefold, deterministic=True)
    connection.execute("PRAGMA journal_mode = WAL")
    # Outlives the end of this process, though perhaps not a power cut.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
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
