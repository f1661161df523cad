import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hmpush_gui.pushkit.record import SendQuery, SendSummary
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history_care import annotate, rename, star
from hmpush_gui.store.history_reads import search
from hmpush_gui.store.history_schema import MEMORY, connect

from .samples import begin, record


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(connect(Path(MEMORY))) as connection:
        begin(connection, record("t", key="a"))
        begin(connection, record("t", key="b"))
        yield connection


def line(connection: sqlite3.Connection, key: str) -> SendSummary:
    (found,) = (
        send for send in search(connection, SendQuery(), 9).sends if send.key == key
    )
    return found


def test_a_star_is_put_and_taken_away(connection: sqlite3.Connection) -> None:
    star(connection, ["a", "b"], on=True)
    star(connection, ["b"], on=False)
    assert (line(connection, "a").starred, line(connection, "b").starred) == (
        True,
        False,
    )


def test_names_and_notes_are_kept_whatever_they_are(
    connection: sqlite3.Connection,
) -> None:
    rename(connection, "a", 'Release "7" \ud83d 回归')
    annotate(connection, "a", "two\nlines\0")
    assert line(connection, "a").name == 'Release "7" \\ud83d 回归'
    assert line(connection, "a").note == "two\nlines\0"
    assert (line(connection, "b").name, line(connection, "b").note) == ("", "")


def test_a_send_that_is_gone_is_told(connection: sqlite3.Connection) -> None:
    with pytest.raises(StoreError, match="not in the history"):
        rename(connection, "gone", "x")
