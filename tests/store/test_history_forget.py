import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hmpush_gui.pushkit.record import SendQuery
from hmpush_gui.store import history_forget
from hmpush_gui.store.history import History
from hmpush_gui.store.history_begin import Beginning
from hmpush_gui.store.history_care import star
from hmpush_gui.store.history_forget import (
    bring_back,
    hide,
    hide_half_written,
    hide_oldest,
    newest,
    older,
    remove_some,
    used,
)
from hmpush_gui.store.history_reads import search
from hmpush_gui.store.history_schema import MEMORY, connect
from hmpush_gui.store.history_writes import finish

from .disk import all_bytes
from .samples import accepted, begin, record, request

WAIT = 30
DAY = 24 * 3600.0


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(connect(Path(MEMORY))) as connection:
        yield connection


@pytest.fixture
def filled(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Sends that are over, a day apart, of which `b` has a star."""
    for number, key in enumerate("abcd"):
        begin(connection, record("t", key=key, started_at=number * DAY))
        finish(connection, key)
    star(connection, ["b"], on=True)
    return connection


def keys(connection: sqlite3.Connection, text: str = "") -> str:
    found = search(connection, SendQuery(text), 100).sends
    return "".join(send.key for send in found)


def remove_all(connection: sqlite3.Connection) -> None:
    while not remove_some(connection):
        pass


def test_the_newest_send_is_of_those_that_are_there(
    connection: sqlite3.Connection, filled: sqlite3.Connection
) -> None:
    assert newest(filled) == 3 * DAY
    hide(filled, ["d"])
    assert newest(filled) == 2 * DAY
    hide(filled, list("abc"))
    assert newest(filled) is None


def test_what_is_hidden_is_not_found_until_it_is_brought_back(
    filled: sqlite3.Connection,
) -> None:
    hide(filled, ["a", "c"])
    assert keys(filled) == keys(filled, "hello") == "db"
    bring_back(filled, ["a"])
    assert keys(filled) == keys(filled, "hello") == "dba"
    remove_all(filled)
    bring_back(filled, ["c"])
    assert keys(filled) == "dba"


def test_old_ones_are_those_without_a_star_that_are_over(
    filled: sqlite3.Connection,
) -> None:
    begin(filled, record("t", key="e", started_at=0))
    assert older(filled, 2 * DAY) == ["a"]
    assert older(filled, 2 * DAY + 1) == ["a", "c"]


def test_the_oldest_goes_first_until_the_rest_has_room(
    filled: sqlite3.Connection,
) -> None:
    now = 3.5 * DAY
    assert hide_oldest(filled, used(filled), now) is None
    assert hide_oldest(filled, 0, now) == "a"
    assert hide_oldest(filled, 0, now) == "c"
    assert hide_oldest(filled, 0, now) is None
    assert keys(filled) == "db"


def test_what_was_cut_off_while_it_was_written_goes(
    filled: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hmpush_gui.store.history_begin.SLICE", 1)
    Beginning(record("t", "u", key="half")).go_on(filled)
    remove_all(filled)
    assert filled.execute("SELECT 1 FROM send WHERE key = 'half'").fetchone()
    hide_half_written(filled)
    remove_all(filled)
    assert not filled.execute("SELECT 1 FROM send WHERE key = 'half'").fetchone()


SECRET = "unforgettable"


def test_no_byte_is_left_of_what_was_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_forget, "_SLICE", 7)
    tokens = [f"{SECRET}-token-{number}" for number in range(40)]
    history = History(tmp_path / "history.sqlite")
    for number in range(20):
        history.begin(record("t", key=str(number), title="Kept"))
    history.begin(record(*tokens, title=f"{SECRET} title", body="x" * 5000))
    for index in range(30):
        history.request_begun("send", index, request(tokens[index : index + 1]))
        history.request_done("send", index, accepted(tokens[index : index + 1]))
    history.rename("send", f"{SECRET} name")
    history.finish("send").result(WAIT)
    # Somebody has looked, and holds the file open.
    assert history.search(SendQuery(SECRET)).result(WAIT) is not None
    assert SECRET.encode() in all_bytes(tmp_path)
    history.hide(["send"])
    history.remove_hidden().result(WAIT)
    left = all_bytes(tmp_path)
    assert SECRET.encode() not in left
    # The index keeps words apart and without what they share with the one before.
    assert b"unforg" not in left
    assert b"Kept" in left
    page = history.search(SendQuery("kept")).result(WAIT)
    assert page is not None
    assert len(page.sends) == 20
    history.close()


def test_room_is_given_back(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    history = History(path)
    history.begin(record("t", body="x" * 1_000_000)).result(WAIT)
    history.hide(["send"])
    history.remove_hidden().result(WAIT)
    history.close()
    assert path.stat().st_size < 200_000
