"""How history is listed, searched and read back."""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from hmpush_gui.pushkit.outcome import packed
from hmpush_gui.pushkit.protocol import Exchange, Verdict
from hmpush_gui.pushkit.receipt_column import ReceiptColumn
from hmpush_gui.pushkit.record import (
    SendHistory,
    SendPage,
    SendQuery,
    SendSummary,
)
from hmpush_gui.pushkit.slim import SlimExchanges, SlimRequest

from .history_exchange import read_exchange
from .history_find import sends_with, words_of
from .history_receipts import results_of
from .history_rows import SUMMARY, read_outcome, read_record, read_summary

_MOST = 5000
"""Sends that are asked about at once."""

_VERDICTS = {
    Verdict.ACCEPTED: "accepted > 0 AND rejected = 0 AND unknown = 0 AND not_sent = 0",
    Verdict.REJECTED: "rejected > 0",
    Verdict.UNKNOWN: "unknown > 0",
    Verdict.NOT_SENT: "not_sent > 0",
}


def search(
    connection: sqlite3.Connection,
    query: SendQuery,
    limit: int,
    below: int | None = None,
    in_tokens: bool = False,
) -> SendPage:
    """At most `limit` sends, the last begun first; `below` is where a page left off.

    With `in_tokens`, words that are found nowhere else are looked for inside of tokens.
    """
    where, given = _conditions(query)
    words = words_of(query.text)
    if words:
        found = sends_with(connection, words, below, in_tokens)
        return _those(connection, found, where, given, limit)
    if below is not None:
        where, given = f"{where} AND id < ?", [*given, below]
    rows = connection.execute(
        f"SELECT {SUMMARY} FROM send WHERE {where} ORDER BY id DESC LIMIT ?",
        [*given, limit + 1],
    ).fetchall()
    return _page([read_summary(row) for row in rows], limit)


def unfinished(connection: sqlite3.Connection) -> list[SendSummary]:
    """Sends that no run has brought to an end, newest first."""
    rows = connection.execute(
        f"SELECT {SUMMARY} FROM send WHERE finished_at IS NULL AND NOT hidden "
        "ORDER BY id DESC"
    ).fetchall()
    return [read_summary(row) for row in rows]


def load(connection: sqlite3.Connection, key: str) -> SendHistory | None:
    """All that is kept of a send, or None if there is none of that key."""
    send = connection.execute("SELECT * FROM send WHERE key = ?", (key,)).fetchone()
    if send is None:
        return None
    devices = connection.execute(
        "SELECT * FROM outcome WHERE send = ? ORDER BY position", (send["id"],)
    ).fetchall()
    return SendHistory(
        read_record(send, devices),
        send["finished_at"] is not None,
        SlimExchanges(list(_exchanges(connection, send["id"]))),
        tuple(read_outcome(row) for row in devices),
        _next_number(connection, send["id"]),
        ReceiptColumn(len(devices), zip(*results_of(connection, key), strict=True)),
    )


def _next_number(connection: sqlite3.Connection, send: int) -> int:
    (number,) = connection.execute(
        "SELECT coalesce(max(number) + 1, 0) FROM request WHERE send = ?", (send,)
    ).fetchone()
    return int(number)


def _conditions(query: SendQuery) -> tuple[str, list[object]]:
    """What has to hold besides the words, and the values in it."""
    where: list[str] = ["NOT hidden"]
    given: list[object] = []
    for value, condition in (
        (query.project or None, "project_key = ?"),
        (query.since, "started_at >= ?"),
        (query.until, "started_at < ?"),
    ):
        if value is not None:
            where.append(condition)
            given.append(value)
    if query.verdict is not None:
        where.append(_VERDICTS[query.verdict])
    if query.starred:
        where.append("starred")
    return " AND ".join(where), given


def _those(
    connection: sqlite3.Connection,
    numbers: Iterator[int],
    where: str,
    given: list[object],
    limit: int,
) -> SendPage:
    """Those of the sends with these numbers of which the conditions hold."""
    found: list[SendSummary] = []
    many = limit + 1
    while batch := list(islice(numbers, many)):
        places = ", ".join("?" * len(batch))
        rows = connection.execute(
            f"SELECT {SUMMARY} FROM send WHERE {where} AND id IN ({places}) "
            "ORDER BY id DESC",
            [*given, *batch],
        )
        found += [read_summary(row) for row in rows]
        if len(found) > limit:
            break
        many = min(2 * many, _MOST)
    return _page(found, limit)


def _page(found: list[SendSummary], limit: int) -> SendPage:
    if len(found) <= limit:
        return SendPage(found)
    return SendPage(found[:limit], found[limit - 1].number)


def _exchanges(
    connection: sqlite3.Connection, send: int
) -> Iterator[tuple[SlimRequest, Exchange]]:
    requests = connection.execute(
        "SELECT * FROM request WHERE send = ? ORDER BY id", (send,)
    ).fetchall()
    for request in requests:
        rows = connection.execute(
            "SELECT token, carried.verdict, carried.code, carried.reason FROM carried "
            "JOIN outcome ON outcome.send = ? AND outcome.position = carried.position "
            "WHERE request = ? ORDER BY place",
            (send, request["id"]),
        )
        yield read_exchange(request, packed([tuple(row) for row in rows]))
