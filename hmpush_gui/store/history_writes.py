"""What is written to history while a send goes on; each function is one transaction."""

import sqlite3
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hmpush_gui.pushkit.outcome import by_fate
from hmpush_gui.pushkit.places import Places
from hmpush_gui.pushkit.protocol import Exchange, Outcome, Request, Verdict

from .history_blocks import block_of, carried_block, carry, doubt, outcomes_of, settle
from .history_exchange import answer_columns, request_columns
from .history_rows import COUNTS, outcome_columns
from .history_tables import (
    insert,
    request_id,
    send_id,
    spelt_out,
    storable,
    transaction,
)
from .history_words import write_answer, write_late_answers

_CARRY = """
INSERT INTO carried (request, place, position, verdict, code, reason)
VALUES (:request, :place, :position, :verdict, :code, :reason)"""

_SETTLE_CARRIED = """
UPDATE carried SET verdict = :verdict, code = :code, reason = :reason
WHERE request = :request AND place = :place"""

_SETTLE_DEVICE = """
UPDATE outcome SET verdict = :verdict, code = :code, reason = :reason
WHERE send = :send AND position = :position"""

_MET = """
SELECT verdict, count(*) FROM outcome WHERE send = ? AND position IN (
    SELECT position FROM carried WHERE request = ?
) GROUP BY verdict"""

_COUNT = "UPDATE send SET {} WHERE id = ?".format(
    ", ".join(f"{name} = {name} + ?" for name in COUNTS)
)

_UNKNOWN = {"verdict": str(Verdict.UNKNOWN), "code": "", "reason": ""}


def positions(connection: sqlite3.Connection, key: str) -> Places:
    """The places of a send that was begun by an earlier run of the program.

    Of twins, those that were not sent come first: they are what a send goes on with.
    """
    rows = connection.execute(
        "SELECT position, token FROM outcome WHERE send = ? "
        "ORDER BY verdict != ?, position",
        (send_id(connection, key), str(Verdict.NOT_SENT)),
    )
    return Places((row["position"], row["token"]) for row in rows)


def request_begun(
    connection: sqlite3.Connection,
    key: str,
    number: int,
    request: Request,
    places: Places,
) -> None:
    """Write the request, and its devices as Unknown: from now on it may have gone out.

    A number that is begun again takes the place of the earlier request.
    """
    carried = places.of(number, [spelt_out(token) for token in request.tokens])
    with transaction(connection):
        send = send_id(connection, key)
        connection.execute(
            "DELETE FROM request WHERE send = ? AND number = ?", (send, number)
        )
        columns = {"send": send, "number": number, **request_columns(request)}
        row = insert(connection, "request", columns)
        write_answer(connection, send, number, "")
        _carry(connection, send, row, carried)


def request_done(
    connection: sqlite3.Connection, key: str, number: int, exchange: Exchange
) -> None:
    """Write the fate of a request, and of each device it carried."""
    with transaction(connection):
        send = send_id(connection, key)
        request = request_id(connection, send, number)
        words = _words(exchange)
        columns = storable({**answer_columns(exchange), "words": words})
        changes = ", ".join(f"{name} = :{name}" for name in columns)
        connection.execute(
            f"UPDATE request SET {changes} WHERE id = :id", {**columns, "id": request}
        )
        with _counted(connection, send, request):
            _settle(connection, send, request, exchange)
        write_answer(connection, send, number, words)


def finish(connection: sqlite3.Connection, key: str) -> None:
    """Write that nothing more is going to happen in this send."""
    with transaction(connection):
        send = send_id(connection, key)
        connection.execute(
            "UPDATE send SET finished_at = ? WHERE id = ?", (time.time(), send)
        )
        write_late_answers(connection, send)


def _words(exchange: Exchange) -> str:
    """By which a request is found, one a line."""
    told = [exchange.request_id, exchange.code]
    for _, code, reason in by_fate(exchange.outcomes):
        told += code, reason
    return "\n".join(word for word in dict.fromkeys(told) if word)


@contextmanager
def _counted(connection: sqlite3.Connection, send: int, request: int) -> Iterator[None]:
    """Keep the counts of a send in step with what is done to devices of a request."""
    before = dict(connection.execute(_MET, (send, request)).fetchall())
    yield
    after = dict(connection.execute(_MET, (send, request)).fetchall())
    verdicts = [name.replace("_", "-") for name in COUNTS]
    more = [after.get(each, 0) - before.get(each, 0) for each in verdicts]
    connection.execute(_COUNT, (*more, send))


def _carry(
    connection: sqlite3.Connection, send: int, request: int, carried: list[int]
) -> None:
    """Write which devices a request carries, and that what it did is Unknown."""
    if block := block_of(carried):
        carry(connection, send, request, block)
        with _counted(connection, send, request):
            doubt(connection, send, block)
        return
    unknown = [
        {**_UNKNOWN, "send": send, "request": request, "place": place, "position": at}
        for place, at in enumerate(carried)
    ]
    connection.executemany(_CARRY, unknown)
    with _counted(connection, send, request):
        connection.executemany(_SETTLE_DEVICE, unknown)


def _settle(
    connection: sqlite3.Connection, send: int, request: int, exchange: Exchange
) -> None:
    """Write the fate of each device that a request carried."""
    block = carried_block(connection, request)
    if block and (outcomes := outcomes_of(exchange, block)):
        settle(connection, send, request, block, outcomes)
        return
    fates = _fates(connection, send, request, exchange)
    connection.executemany(_SETTLE_CARRIED, fates)
    connection.executemany(_SETTLE_DEVICE, fates)


def _fates(
    connection: sqlite3.Connection, send: int, request: int, exchange: Exchange
) -> list[dict[str, Any]]:
    outcomes: dict[str, deque[Outcome]] = defaultdict(deque)
    for outcome in exchange.outcomes:
        outcomes[spelt_out(outcome.token)].append(outcome)
    rows = connection.execute(
        "SELECT place, carried.position, token FROM carried "
        "JOIN outcome ON outcome.send = ? AND outcome.position = carried.position "
        "WHERE request = ? ORDER BY place",
        (send, request),
    ).fetchall()
    return [
        {
            **storable(outcome_columns(outcomes[row["token"]].popleft())),
            "send": send,
            "request": request,
            "place": row["place"],
            "position": row["position"],
        }
        for row in rows
        if outcomes[row["token"]]
    ]
