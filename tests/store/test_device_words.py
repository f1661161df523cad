import json
import sqlite3
from pathlib import Path

import pytest

from hmpush_gui.pushkit.arrivals import Arrivals
from hmpush_gui.pushkit.roll import Roll
from hmpush_gui.store import device_words
from hmpush_gui.store.book import NAME, BookStore
from hmpush_gui.store.device_tables import MIGRATIONS
from hmpush_gui.store.folder import DataFolder

EVERYBODY = 6


def _roll() -> Roll:
    roll = Roll("p")
    roll.add(Arrivals([f"t{number}" for number in range(EVERYBODY)], upto=0))
    return roll


def _database() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    for statements in MIGRATIONS:
        for statement in statements:
            database.execute(statement)
    return database


def _read(words: device_words.Words) -> Roll:
    database, roll = _database(), _roll()
    database.execute("INSERT INTO details VALUES ('p', 0, ?, ?, ?, ?)", words)
    device_words.read(database, roll)
    return roll


def test_nothing_written_takes_no_room() -> None:
    assert device_words.words(_roll(), range(EVERYBODY)) == (None,) * 4


def test_where_few_have_a_name_only_they_are_written() -> None:
    roll = _roll()
    roll.write(4, label="Phone 王", tags=("red", "new"))
    labels, tags, notes, languages = device_words.words(roll, range(EVERYBODY))
    assert json.loads(labels or "") == {"4": "Phone 王"}
    assert json.loads(tags or "") == {"4": ["red", "new"]}
    assert (notes, languages) == (None, None)


def test_where_most_have_a_name_they_are_a_list() -> None:
    roll = _roll()
    for slot in range(1, EVERYBODY):
        roll.write(slot, label=f"Phone {slot}")
    labels, *_ = device_words.words(roll, range(EVERYBODY))
    assert json.loads(labels or "") == [None, *(f"Phone {n}" for n in range(1, 6))]


@pytest.mark.parametrize("named", [1, 5])
def test_what_was_written_comes_back(named: int) -> None:
    roll = _roll()
    for slot in range(named):
        roll.write(
            slot, label=f"N{slot}", tags=("a", "b"), note="x\ny", language="zh-CN"
        )
    again = _read(device_words.words(roll, range(EVERYBODY)))
    assert again.details == roll.details
    assert again.tag_counts == roll.tag_counts


@pytest.mark.parametrize("text", ["7", '["a", 7]', '{"x": "a"}', "["])
def test_what_is_no_column_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        _read((text, None, None, None))


def test_rows_of_an_earlier_version_are_taken_over(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as database:
        for statement in MIGRATIONS[0]:
            database.execute(statement)
        tokens = [f"t{number}" for number in range(1000)]
        for page in (0, 1):
            database.execute(
                "INSERT INTO tokens VALUES ('p', ?, ?)",
                (page, json.dumps([f"{page}{token}" for token in tokens])),
            )
            database.execute(
                "INSERT INTO ticks VALUES ('p', ?, ?)", (page, bytes(1000))
            )
        rows = {
            1: {"label": "First", "tags": ["a", "b"], "note": "n"},
            1000: {"language": "zh-CN"},
            1001: {"label": '"Third" 王'},
        }
        database.executemany(
            "INSERT INTO detail VALUES ('p', ?, ?)",
            ((number, json.dumps(words)) for number, words in rows.items()),
        )
        database.execute("PRAGMA user_version = 1")
    database.close()
    store = BookStore(DataFolder(tmp_path))
    try:
        roll = store.load().result()["p"]
    finally:
        store.close()
    assert store.told == []
    assert roll.details.labels == {0: "First", 1000: '"Third" 王'}
    assert roll.details.tags == {0: ("a", "b")}
    assert roll.details.notes == {0: "n"}
    assert roll.details.languages == {999: "zh-CN"}
    assert roll.tag_counts == {"a": 1, "b": 1}
