"""Rows of the history tables: putting them in, finding the one that is meant."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .errors import StoreError


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is written in it, or nothing."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def storable(columns: Mapping[str, Any]) -> dict[str, Any]:
    """`columns` with halves of characters, which SQLite refuses, spelt out."""
    return {
        name: spelt_out(value) if isinstance(value, str) else value
        for name, value in columns.items()
    }


def spelt_out(text: str) -> str:
    """`text` with halves of characters written as JSON escapes."""
    if text.isascii():
        return text
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def insert(
    connection: sqlite3.Connection, table: str, columns: Mapping[str, Any]
) -> int:
    """Put a row in and return its id."""
    cursor = connection.execute(_insertion(table, columns), storable(columns))
    return int(cursor.lastrowid or 0)


def send_id(connection: sqlite3.Connection, key: str) -> int:
    """The row of a send. Raises StoreError if it was never written."""
    row = connection.execute("SELECT id FROM send WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise unwritten()
    return int(row["id"])


def request_id(connection: sqlite3.Connection, send: int, number: int) -> int:
    """The row of a request. Raises StoreError if it was never written."""
    row = connection.execute(
        "SELECT id FROM request WHERE send = ? AND number = ?", (send, number)
    ).fetchone()
    if row is None:
        raise unwritten()
    return int(row["id"])


def _insertion(table: str, columns: Mapping[str, Any]) -> str:
    places = ", ".join(f":{name}" for name in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"


def unwritten() -> StoreError:
    """What to say of a send that history does not know."""
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "This send is not in the history: it could not be written when it began. "
            "What becomes of it is shown in this window only.",
        )
    )
