"""A block is written as its devices would be one by one."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from hmpush_gui.pushkit.outcome import Outcome, Outcomes, Verdict
from hmpush_gui.pushkit.protocol import Exchange
from hmpush_gui.store.history_blocks import block_of, carried_block
from hmpush_gui.store.history_reads import load
from hmpush_gui.store.history_schema import MEMORY, connect
from hmpush_gui.store.history_writes import request_begun, request_done

from .samples import begin, record, request

TOKENS = ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("positions", "block"),
    [
        ([], None),
        ([3], range(3, 4)),
        ([2, 3, 4], range(2, 5)),
        ([2, 4, 3], None),
        ([2, 3, 5], None),
        ([2, 2], None),
    ],
)
def test_a_block_is_without_gaps_and_in_order(
    positions: list[int], block: range | None
) -> None:
    assert block_of(positions) == block


def written(carried: Sequence[str], outcomes: Sequence[Outcome]) -> list[object]:
    """What history tells of a send whose one request met `outcomes`."""
    with closing(connect(Path(MEMORY))) as connection:
        places = begin(connection, record(*TOKENS))
        sent = request(carried)
        request_begun(connection, "send", 0, sent, places)
        before = _told(connection)
        request_done(connection, "send", 0, Exchange(sent, outcomes))
        return [before, _told(connection)]


def _told(connection: sqlite3.Connection) -> object:
    kept = load(connection, "send")
    assert kept is not None
    (exchange,) = kept.exchanges
    counts = connection.execute("SELECT * FROM send").fetchone()
    named = dict(zip(counts.keys(), counts, strict=True))
    return tuple(kept.outcomes), tuple(exchange.outcomes), named


@pytest.mark.parametrize("carried", [TOKENS, ["b", "c"], ["c", "b"], ["a", "d"]])
@pytest.mark.parametrize("reasons", [{}, {"b": "noRight", "c": "\ud800"}])
def test_a_block_is_written_as_device_by_device(
    carried: list[str], reasons: dict[str, str]
) -> None:
    together = Outcomes(carried, Verdict.ACCEPTED, "80100000", reasons=reasons)
    assert written(carried, together) == written(carried, tuple(together))


def test_a_request_of_scattered_devices_has_no_block() -> None:
    with closing(connect(Path(MEMORY))) as connection:
        places = begin(connection, record(*TOKENS))
        for number, carried in enumerate((["b", "c"], ["a", "d"])):
            request_begun(connection, "send", number, request(carried), places)
        ids = [row["id"] for row in connection.execute("SELECT id FROM request")]
        assert [carried_block(connection, each) for each in ids] == [range(1, 3), None]
