"""How history is searched and read back."""

import json
import math
import sqlite3
from collections.abc import Iterator
from types import MappingProxyType

from hmpush_gui.pushkit.project import Environment
from hmpush_gui.pushkit.protocol import Exchange, Verdict
from hmpush_gui.pushkit.record import SendHistory, SendSummary

from .history_exchange import read_exchange
from .history_rows import Row, read_outcome, read_record
from .history_tables import spelt_out

_LONGEST_WORD = 10_000
"""Characters. SQLite refuses patterns over 50,000 bytes; no word we keep is so long."""

_SEARCH = """
SELECT * FROM send WHERE started_at < :before AND NOT EXISTS (
    SELECT 1 FROM json_each(:patterns) AS word WHERE NOT (
        {title} LIKE word.value ESCAPE '\\'
        OR {body} LIKE word.value ESCAPE '\\'
        OR {project_name} LIKE word.value ESCAPE '\\'
        OR EXISTS (SELECT 1 FROM outcome WHERE outcome.send = send.id AND (
            {token} LIKE word.value ESCAPE '\\'
            OR {label} LIKE word.value ESCAPE '\\'
            OR {code} LIKE word.value ESCAPE '\\'
            OR {reason} LIKE word.value ESCAPE '\\'))
        OR EXISTS (SELECT 1 FROM request WHERE request.send = send.id AND (
            {code} LIKE word.value ESCAPE '\\'
            OR {request_id} LIKE word.value ESCAPE '\\'))
    )
) ORDER BY started_at DESC, id DESC"""

_SEARCHED = (
    "title",
    "body",
    "project_name",
    "token",
    "label",
    "code",
    "reason",
    "request_id",
)


def search(
    connection: sqlite3.Connection, text: str, limit: int, before: float | None
) -> list[SendSummary]:
    """Sends in which every word of `text` stands somewhere, newest first.

    Gives `limit` of them, or more where several started in the very same moment, so
    that going on `before` the last one's `started_at` passes over none.
    """
    words = [spelt_out(word) for word in text.replace("\0", " ").split()]
    if any(len(word) > _LONGEST_WORD for word in words):
        return []
    given = {
        "before": math.inf if before is None else before,
        "patterns": json.dumps([_pattern(word.casefold()) for word in words]),
    }
    found: list[SendSummary] = []
    for row in connection.execute(_statement(words), given):
        full = found and len(found) >= limit
        if full and row["started_at"] != found[-1].started_at:
            break
        found.append(_summary(connection, row))
    return found


def unfinished(connection: sqlite3.Connection) -> list[SendSummary]:
    """Sends that no run has brought to an end, newest first."""
    rows = connection.execute(
        "SELECT * FROM send WHERE finished_at IS NULL ORDER BY started_at DESC, id DESC"
    ).fetchall()
    return [_summary(connection, row) for row in rows]


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
        tuple(_exchanges(connection, send["id"])),
        tuple(read_outcome(row) for row in devices),
        _next_number(connection, send["id"]),
    )


def _next_number(connection: sqlite3.Connection, send: int) -> int:
    (number,) = connection.execute(
        "SELECT coalesce(max(number) + 1, 0) FROM request WHERE send = ?", (send,)
    ).fetchone()
    return int(number)


def _statement(words: list[str]) -> str:
    # SQLite's LIKE knows the case of ASCII letters only; `folded` knows all, and is
    # asked only where it matters, because it is many times slower.
    folded = any(not word.isascii() and _has_case(word) for word in words)
    column = "folded({})" if folded else "{}"
    return _SEARCH.format_map({name: column.format(name) for name in _SEARCHED})


def _has_case(word: str) -> bool:
    return not word == word.upper() == word.casefold()


def _pattern(word: str) -> str:
    for special in ("\\", "%", "_"):
        word = word.replace(special, "\\" + special)
    return f"%{word}%"


def _summary(connection: sqlite3.Connection, send: Row) -> SendSummary:
    counts = dict.fromkeys(Verdict, 0)
    for verdict, number in connection.execute(
        "SELECT verdict, count(*) FROM outcome WHERE send = ? GROUP BY verdict",
        (send["id"],),
    ):
        counts[Verdict(verdict)] = number
    return SendSummary(
        send["key"],
        send["started_at"],
        send["project_name"],
        Environment(send["environment"]),
        send["api"],
        send["push_type"],
        send["title"],
        send["finished_at"] is not None,
        MappingProxyType(counts),
        send["body"],
        json.loads(send["project"])["key"],
    )


def _exchanges(connection: sqlite3.Connection, send: int) -> Iterator[Exchange]:
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
        yield read_exchange(request, tuple(read_outcome(row) for row in rows))
