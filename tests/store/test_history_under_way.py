import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history_reads import unfinished
from hmpush_gui.store.history_schema import MEMORY, connect
from hmpush_gui.store.history_under_way import UnderWay

from .samples import record


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(connect(Path(MEMORY))) as database:
        yield database


def test_who_asks_for_places_has_the_rest_written(
    database: sqlite3.Connection,
) -> None:
    under_way = UnderWay()
    beginning = under_way.begin(record("a", "b"))
    assert under_way.places(database, "send").of(0, ["b", "a"]) == [1, 0]
    assert beginning.over


def test_it_tells_how_many_devices_are_written(database: sqlite3.Connection) -> None:
    under_way = UnderWay()
    told: list[int] = []
    beginning = under_way.begin(record("a", "b"))
    while not under_way.write_on(database, "send", beginning, told.append):
        pass
    assert told[-1] == 2


def test_a_send_begun_anew_is_not_written_for_the_earlier_one(
    database: sqlite3.Connection,
) -> None:
    under_way = UnderWay()
    earlier = under_way.begin(record("a"))
    under_way.begin(record("a"))
    with pytest.raises(StoreError):
        under_way.write_on(database, "send", earlier)


def test_in_another_file_nothing_is_under_way(database: sqlite3.Connection) -> None:
    under_way = UnderWay()
    beginning = under_way.begin(record("a"))
    under_way.clear()
    with pytest.raises(StoreError):
        under_way.write_on(database, "send", beginning)


def test_what_is_finished_is_under_way_no_more(database: sqlite3.Connection) -> None:
    under_way = UnderWay()
    under_way.begin(record("a"))
    under_way.places(database, "send")
    assert len(unfinished(database)) == 1
    under_way.finish(database, "send")
    assert unfinished(database) == []
