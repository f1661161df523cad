import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hmpush_gui.pushkit.record import SendQuery
from hmpush_gui.store import history_begin
from hmpush_gui.store.history_begin import Beginning
from hmpush_gui.store.history_reads import load, search, unfinished
from hmpush_gui.store.history_schema import MEMORY, connect

from .samples import record


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """A database into which sends are written 1000 devices at a time."""
    monkeypatch.setattr(history_begin, "SLICE", 1000)
    with closing(connect(Path(MEMORY))) as connection:
        yield connection


TOKENS = [f"token-{number}" for number in range(2500)]


def test_a_large_send_is_seen_when_all_of_it_is_there(
    connection: sqlite3.Connection,
) -> None:
    beginning = Beginning(record(*TOKENS))
    written = []
    while not beginning.over:
        assert search(connection, SendQuery(), 10).sends == []
        assert unfinished(connection) == []
        beginning.go_on(connection)
        written.append(beginning.written)
    assert written == [1000, 2000, 2500, 2500, 2500]
    found = load(connection, "send")
    assert found is not None
    assert found.record == record(*TOKENS)
    assert beginning.places.of(0, [TOKENS[2499], TOKENS[0]]) == [2499, 0]
    for text in ("TOKEN-2499", "hello", "label token-1234"):
        assert len(search(connection, SendQuery(text), 10).sends) == 1, text
    (marks,) = connection.execute("SELECT count(*) FROM mark").fetchone()
    assert marks == len(TOKENS)


@pytest.mark.parametrize("tokens", [1000, 999, 0])
def test_what_fits_into_one_slice_is_there_at_once(
    connection: sqlite3.Connection, tokens: int
) -> None:
    beginning = Beginning(record(*TOKENS[:tokens]))
    beginning.go_on(connection)
    assert beginning.over
    assert len(search(connection, SendQuery(), 10).sends) == 1
