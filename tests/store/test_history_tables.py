import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history_tables import (
    insert,
    request_id,
    send_id,
    spelt_out,
    transaction,
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("CREATE TABLE send (id INTEGER PRIMARY KEY, key TEXT)")
        connection.execute("CREATE TABLE request (id INTEGER, send, number)")
        yield connection


def count(connection: sqlite3.Connection) -> int:
    (number,) = connection.execute("SELECT count(*) FROM send").fetchone()
    return int(number)


def test_a_row_is_found_again_by_its_key(connection: sqlite3.Connection) -> None:
    row = insert(connection, "send", {"key": "k"})
    assert send_id(connection, "k") == row


def test_what_was_never_written_is_told(connection: sqlite3.Connection) -> None:
    with pytest.raises(StoreError, match="not in the history"):
        send_id(connection, "k")
    with pytest.raises(StoreError, match="not in the history"):
        request_id(connection, 1, 0)


def test_half_a_transaction_is_none(connection: sqlite3.Connection) -> None:
    with suppress(LookupError), transaction(connection):
        insert(connection, "send", {"key": "k"})
        raise LookupError
    assert count(connection) == 0
    with transaction(connection):
        insert(connection, "send", {"key": "k"})
    assert count(connection) == 1


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("a", "a"),
        ("优惠🎉", "优惠🎉"),
        ("a\ud83d", r"a\ud83d"),
        ("\udc00é", r"\udc00é"),
    ],
)
def test_halves_of_characters_are_spelt_out(text: str, spelt: str) -> None:
    assert spelt_out(text) == spelt
