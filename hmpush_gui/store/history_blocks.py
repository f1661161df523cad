"""Writes what a request did to devices that stand one after the other in their send.

Most requests carry such a block, and mostly all of it meets the same fate: then SQLite
goes through a thousand rows by itself, and the window keeps the interpreter meanwhile.
"""

import sqlite3
from collections.abc import Sequence

from hmpush_gui.pushkit.outcome import Outcomes, Verdict
from hmpush_gui.pushkit.protocol import Exchange

from .history_tables import spelt_out

_CARRY = """
INSERT INTO carried (request, place, position, verdict)
SELECT ?, position - ?, position, ? FROM outcome
WHERE send = ? AND position BETWEEN ? AND ?"""

_FIND = """
SELECT min(position - place), max(position - place), count(*) FROM carried
WHERE request = ?"""

_CARRIED = """
UPDATE carried SET verdict = ?, code = ?, reason = ?
WHERE request = ? AND place BETWEEN ? AND ?"""

_DEVICES = """
UPDATE outcome SET verdict = ?, code = ?, reason = ?
WHERE send = ? AND position BETWEEN ? AND ?"""

_UNKNOWN = (str(Verdict.UNKNOWN), "", "")


def block_of(positions: Sequence[int]) -> range | None:
    """The block that the devices at `positions` are, in their order; None if none."""
    if not positions:
        return None
    block = range(positions[0], positions[0] + len(positions))
    return block if all(map(int.__eq__, positions, block)) else None


def carry(
    connection: sqlite3.Connection, send: int, request: int, block: range
) -> None:
    """Write that the request carries the devices of `block`."""
    ends = (send, block[0], block[-1])
    connection.execute(_CARRY, (request, block[0], _UNKNOWN[0], *ends))


def doubt(connection: sqlite3.Connection, send: int, block: range) -> None:
    """Write that the devices of `block` are Unknown."""
    connection.execute(_DEVICES, (*_UNKNOWN, send, block[0], block[-1]))


def carried_block(connection: sqlite3.Connection, request: int) -> range | None:
    """The block that a request carries; None if its devices stand elsewhere."""
    least, most, count = connection.execute(_FIND, (request,)).fetchone()
    if not count or least != most:
        return None
    return range(least, least + count)


def settle(
    connection: sqlite3.Connection,
    send: int,
    request: int,
    block: range,
    outcomes: Outcomes,
) -> None:
    """Write the outcomes of a block: of all of it, then of those with a reason."""
    verdict, code, reason = outcomes.rest
    last = len(block) - 1
    rest = (str(verdict), spelt_out(code), spelt_out(reason))
    connection.execute(_CARRIED, (*rest, request, 0, last))
    connection.execute(_DEVICES, (*rest, send, block[0], block[-1]))
    for place, token in enumerate(outcomes.tokens):
        if token in outcomes.reasons:
            own = outcomes[place]
            fate = (str(own.verdict), spelt_out(own.code), spelt_out(own.reason))
            at = block[place]
            connection.execute(_CARRIED, (*fate, request, place, place))
            connection.execute(_DEVICES, (*fate, send, at, at))


def outcomes_of(exchange: Exchange, block: range) -> Outcomes | None:
    """The outcomes of a block whose order is that of the request; else None."""
    outcomes = exchange.outcomes
    if not isinstance(outcomes, Outcomes) or len(outcomes) != len(block):
        return None
    same = tuple(outcomes.tokens) == tuple(exchange.request.tokens)
    return outcomes if same else None
