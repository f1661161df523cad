"""How sends are forgotten: hidden at once, and after a while gone from the file."""

import sqlite3
from collections.abc import Sequence

from .history_begin import WRITING
from .history_tables import transaction
from .history_words import forget_all_words

FORGOTTEN = 2
"""Hidden because nobody wants it any more."""

_SLICE = 5000
_REQUESTS = 20
_MERGED = 500
_FREED = 2000

_DAY = 24 * 3600

_FORGET_MARKS = """
DELETE FROM mark WHERE (mark, send) IN (
    SELECT token_mark(token), send FROM outcome WHERE send = :send LIMIT :many
)"""

_RECEIPT = "position, token, at, result, form_id"

_RECEIPTS_THERE = f"""
SELECT {_RECEIPT} FROM receipt WHERE send = :send ORDER BY {_RECEIPT} LIMIT :many"""

# Only those of nobody's device have a token, and they come first.
_FORGET_RECEIPT_MARKS = f"""
DELETE FROM mark WHERE (mark, send) IN (
    SELECT token_mark(token), :send FROM ({_RECEIPTS_THERE}) WHERE token != ''
)"""

_FORGET_RECEIPTS = f"""
DELETE FROM receipt WHERE send = :send AND ({_RECEIPT}) IN ({_RECEIPTS_THERE})"""

_OLD = "NOT hidden AND NOT starred AND finished_at IS NOT NULL AND started_at < ?"


def hide(connection: sqlite3.Connection, keys: Sequence[str]) -> None:
    """Let nobody find these sends any more; they can be brought back."""
    _mark(connection, keys, FORGOTTEN)


def bring_back(connection: sqlite3.Connection, keys: Sequence[str]) -> None:
    """Have hidden sends found again."""
    _mark(connection, keys, 0)


def older(connection: sqlite3.Connection, moment: float) -> list[str]:
    """The keys of sends that are over, have no star and began before `moment`."""
    rows = connection.execute(f"SELECT key FROM send WHERE {_OLD}", (moment,))
    return [row["key"] for row in rows.fetchall()]


def newest(connection: sqlite3.Connection) -> float | None:
    """When the last send began; None if there is none."""
    row = connection.execute("SELECT MAX(started_at) FROM send WHERE NOT hidden")
    latest: float | None = row.fetchone()[0]
    return latest


def hide_oldest(connection: sqlite3.Connection, room: int, now: float) -> str | None:
    """Hide the oldest send if all take more than `room` bytes; its key.

    Those of the last day stay, and those with a star.
    """
    if used(connection) <= room:
        return None
    row = connection.execute(
        f"SELECT key FROM send WHERE {_OLD} ORDER BY id LIMIT 1", (now - _DAY,)
    ).fetchone()
    if row is None:
        return None
    hide(connection, [row["key"]])
    return str(row["key"])


def used(connection: sqlite3.Connection) -> int:
    """Bytes that hold something."""
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def hide_half_written(connection: sqlite3.Connection) -> None:
    """Hide for good what was cut off before any of it could leave.

    Only while no other run of the program is about to write it.
    """
    connection.execute(
        "UPDATE send SET hidden = ? WHERE hidden = ?", (FORGOTTEN, WRITING)
    )


def remove_some(connection: sqlite3.Connection) -> bool:
    """Take a part of what is hidden out of the tables; whether none is left."""
    row = connection.execute(
        "SELECT id FROM send WHERE hidden = ? LIMIT 1", (FORGOTTEN,)
    ).fetchone()
    if row is None:
        return True
    with transaction(connection):
        _remove_part(connection, row["id"])
    return False


def sweep(connection: sqlite3.Connection) -> bool:
    """Overwrite a part of what was removed; whether all is overwritten.

    The index writes down what left it, and holds the old text until its parts are
    merged into one.
    """
    if not _is_merged(connection):
        return False
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    (frees,) = connection.execute("PRAGMA auto_vacuum").fetchone()
    if free and frees:
        connection.execute(f"PRAGMA incremental_vacuum({_FREED})").fetchall()
    (left,) = connection.execute("PRAGMA freelist_count").fetchone()
    if left and left < free:
        return False
    # The log holds what stood in the file before.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return True


def _mark(connection: sqlite3.Connection, keys: Sequence[str], hidden: int) -> None:
    with transaction(connection):
        connection.executemany(
            "UPDATE send SET hidden = ? WHERE key = ?", [(hidden, key) for key in keys]
        )


def _remove_part(connection: sqlite3.Connection, send: int) -> None:
    """Receipts and requests first, with what they carried; devices; then the rest."""
    forget_all_words(connection, send)
    some = {"send": send, "many": _SLICE}
    connection.execute(_FORGET_RECEIPT_MARKS, some)
    if connection.execute(_FORGET_RECEIPTS, some).rowcount == _SLICE:
        return
    for table, key, many in (
        ("request", "id", _REQUESTS),
        ("outcome", "position", _SLICE),
    ):
        if table == "outcome":
            connection.execute(_FORGET_MARKS, {"send": send, "many": many})
        done = connection.execute(
            f"DELETE FROM {table} WHERE send = :send AND {key} IN "
            f"(SELECT {key} FROM {table} WHERE send = :send LIMIT :many)",
            {"send": send, "many": many},
        )
        if done.rowcount == many:
            return
    connection.execute("DELETE FROM send WHERE id = ?", (send,))


def _is_merged(connection: sqlite3.Connection) -> bool:
    """Merge a part of the index; whether it is one by now."""
    before = connection.total_changes
    with transaction(connection):
        connection.execute(
            "INSERT INTO found (found, rank) VALUES ('merge', ?)", (-_MERGED,)
        )
    return connection.total_changes - before < 2
