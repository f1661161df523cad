import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hmpush_gui.pushkit.record import SendQuery
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history import History

from .samples import record

WAIT = 30

FOREVER = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"""


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    history = History(tmp_path / "history.sqlite")
    history.begin(record("a")).result(WAIT)
    yield history
    history.close()


def test_a_newer_search_takes_over(history: History) -> None:
    begun = threading.Event()

    def read_long(database: sqlite3.Connection) -> str:
        begun.set()
        database.execute(FOREVER).fetchall()
        return "never"

    reader = history._readers[0]
    older = reader.read_newest(read_long)
    assert begun.wait(WAIT)
    waiting = history.search(SendQuery("nothing"))
    newest = history.search(SendQuery("hello")).result(WAIT)
    assert older.result(WAIT) is None
    assert waiting.result(WAIT) is None
    assert newest is not None
    assert len(newest.sends) == 1


def test_a_search_does_not_wait_for_who_writes(history: History) -> None:
    goes_on = threading.Event()
    writing = history._writer.submit(lambda database: goes_on.wait(WAIT))
    page = history.search(SendQuery("hello")).result(WAIT)
    assert page is not None
    assert len(page.sends) == 1
    assert not writing.done()
    goes_on.set()


def test_what_is_loaded_holds_what_was_asked_to_be_written_before(
    history: History,
) -> None:
    history.begin(record("b", key="two"))
    found = history.load("two").result(WAIT)
    assert found is not None


def test_what_is_being_read_begins_anew_when_the_file_is_let_go_of(
    history: History,
) -> None:
    begun = threading.Semaphore(0)
    times: list[int] = []

    def read(database: sqlite3.Connection) -> int:
        times.append(1)
        begun.release()
        if len(times) == 1:
            database.execute(FOREVER).fetchall()
        return len(database.execute("SELECT * FROM send").fetchall())

    reading = history._readers[1].read(read, history.written())
    assert begun.acquire(timeout=WAIT)
    history._readers[1].release()
    assert reading.result(WAIT) == 1
    assert len(times) == 2


def test_nobody_writes_through_a_reader(history: History) -> None:
    def write(database: sqlite3.Connection) -> None:
        database.execute("DELETE FROM send")

    with pytest.raises(StoreError, match="read-only"):
        history._readers[1].read(write, history.written()).result(WAIT)
