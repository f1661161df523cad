"""What the user does to past sends: star them, name them, write notes on them."""

import sqlite3
from collections.abc import Sequence

from .history_tables import send_id, spelt_out, transaction
from .history_words import write_texts


def star(connection: sqlite3.Connection, keys: Sequence[str], *, on: bool) -> None:
    """Mark sends, which are then kept for good, or take the mark away."""
    with transaction(connection):
        connection.executemany(
            "UPDATE send SET starred = ? WHERE key = ?", [(on, key) for key in keys]
        )


def rename(connection: sqlite3.Connection, key: str, name: str) -> None:
    """Give a send a name of the user's, empty for none."""
    _say(connection, key, "name", name)


def annotate(connection: sqlite3.Connection, key: str, note: str) -> None:
    """Write a note on a send, empty for none."""
    _say(connection, key, "note", note)


def _say(connection: sqlite3.Connection, key: str, column: str, text: str) -> None:
    with transaction(connection):
        send = send_id(connection, key)
        connection.execute(
            f"UPDATE send SET {column} = ? WHERE id = ?", (spelt_out(text), send)
        )
        write_texts(connection, send)
