"""The device book comes back as it was, whatever happens to the disk."""

import json
import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hmpush_gui.pushkit.book_edit import BookEdit, Touched
from hmpush_gui.pushkit.device import Device, LastOutcome
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.roll import Roll
from hmpush_gui.pushkit.rolls import put
from hmpush_gui.store.book import EARLIER, NAME, BookStore
from hmpush_gui.store.errors import Damaged, StoreError
from hmpush_gui.store.folder import DataFolder

WHOLE = Device(
    "t9",
    "手机 \ud83d",
    "p",
    chosen=False,
    tags=("team", "beta"),
    note="Screen\nis cracked",
    language="zh-Hans",
    last=LastOutcome(Verdict.REJECTED, "80100000", "tokenFormatError", 1_700_000_000),
    dead="tokenFormatError",
)


@contextmanager
def book(folder: DataFolder) -> Iterator[BookStore]:
    store = BookStore(folder)
    try:
        yield store
    finally:
        store.close()


def kept(folder: DataFolder) -> dict[str, list[Device]]:
    with book(folder) as store:
        return {
            key: list(roll.devices()) for key, roll in store.load().result().items()
        }


def roll(*tokens: str, project: str = "p") -> Roll:
    made = Roll(project)
    made.add(made.compare(tokens))
    return made


def added(made: Roll) -> BookEdit:
    return BookEdit(made, range(len(made.numbers)), Touched.DEVICES)


def write(store: BookStore, made: Roll, slots: list[int], what: Touched) -> None:
    store.write(BookEdit(made, slots, what)).result()


def test_there_are_none_at_first(folder: DataFolder) -> None:
    assert kept(folder) == {}


def test_devices_of_several_projects_come_back_whole(folder: DataFolder) -> None:
    mine, other = roll("a", "b"), roll("a", project="q")
    put(mine, WHOLE)
    with book(folder) as store:
        store.load().result()
        store.write(added(mine))
        store.write(added(other)).result()
    assert kept(folder) == {"p": list(mine.devices()), "q": list(other.devices())}
    if os.name == "posix":
        mode = stat.S_IMODE((folder.path / NAME).stat().st_mode)
        assert mode == 0o600


def test_every_kind_of_edit_comes_back(folder: DataFolder) -> None:
    made = roll(*(f"token {number}" for number in range(2500)))
    with book(folder) as store:
        store.load().result()
        store.write(added(made))
        made.tick(range(2500), False)
        store.write(BookEdit(made, range(2500), Touched.TICKS))
        made.tick([0, 1200, 2499], True)
        write(store, made, [0, 1200, 2499], Touched.TICKS)
        made.write(1200, label="Mine", tags=("x",), note="n", language="zh")
        made.write(7, label="Seven")
        write(store, made, [1200, 7], Touched.DETAILS)
        made.write(7, label="")
        write(store, made, [7], Touched.DETAILS)
        outcomes = [
            Outcome("token 0", Verdict.ACCEPTED, "80100000"),
            Outcome("token 2000", Verdict.REJECTED, "80100000", "tokenFormatError"),
        ]
        slots = made.settle(outcomes, {"token 2000": "tokenFormatError"}, 5.0)
        write(store, made, slots, Touched.OUTCOMES)
        again = made.settle([Outcome("token 2000", Verdict.ACCEPTED)], {}, 6.0)
        write(store, made, again, Touched.OUTCOMES)
    assert kept(folder)["p"] == list(made.devices())


def test_the_removed_are_gone_from_the_disk_and_can_come_back(
    folder: DataFolder,
) -> None:
    made = roll(*(f"token-{number:04}" for number in range(2100)))
    made.write(5, label="Five")
    with book(folder) as store:
        store.load().result()
        store.write(added(made))
        slots = [0, 5, *range(1000, 2000), 2099]
        ticks = made.remove(slots)
        write(store, made, slots, Touched.DEVICES)
        left = list(made.devices())
    assert kept(folder)["p"] == left
    assert b"token-1500" not in (folder.path / NAME).read_bytes()
    with book(folder) as store:
        store.load().result()
        made.put_back(slots, ticks)
        write(store, made, slots, Touched.DEVICES)
    assert kept(folder)["p"] == list(made.devices())


def test_numbers_of_removed_devices_are_not_given_again(folder: DataFolder) -> None:
    made = roll("a", "b", "c")
    with book(folder) as store:
        store.load().result()
        store.write(added(made))
        made.remove([1])
        write(store, made, [1], Touched.DEVICES)
    with book(folder) as store:
        read = store.load().result()["p"]
        slots = read.add(read.compare(["d"]))
        store.write(BookEdit(read, slots, Touched.DEVICES)).result()
    labels = [(each.token, each.label) for each in kept(folder)["p"]]
    assert labels == [("a", "Device 1"), ("c", "Device 3"), ("d", "Device 4")]


def test_one_tick_writes_one_page_of_ticks(folder: DataFolder) -> None:
    made = roll(*(f"token {number}" for number in range(5000)))
    with book(folder) as store:
        store.load().result()
        store.write(added(made)).result()
        written = bytes_written(store)
        made.tick([4321], False)
        write(store, made, [4321], Touched.TICKS)
        assert bytes_written(store) - written < 30_000


def bytes_written(store: BookStore) -> int:
    return Path(f"{store._file.path}-wal").stat().st_size


def test_devices_of_an_earlier_version_are_taken_over_once(folder: DataFolder) -> None:
    plain = [
        {"token": "a", "label": "Mine", "project": "p", "chosen": False},
        {"token": "b", "label": "", "project": "q", "chosen": True},
    ]
    folder.write_text(EARLIER, json.dumps(plain))
    expected = {
        "p": [Device("a", "Mine", "p", chosen=False)],
        "q": [Device("b", "Device 1", "q")],
    }
    assert kept(folder) == expected
    assert not (folder.path / EARLIER).exists()
    assert kept(folder) == expected


def test_a_damaged_file_of_an_earlier_version_is_told(folder: DataFolder) -> None:
    folder.write_text(EARLIER, '[{"label": "l", "project": "p"}]')
    with book(folder) as store:
        assert store.load().result() == {}
        (told,) = store.told
    assert EARLIER in str(told)


def test_a_file_that_is_no_database_is_set_aside_and_told(folder: DataFolder) -> None:
    folder.write_text(NAME, "something else, and long enough to be looked at" * 20)
    with book(folder) as store:
        assert store.load().result() == {}
        (told,) = store.told
        store.write(added(roll("a"))).result()
    assert NAME in str(told)
    assert [each.token for each in kept(folder)["p"]] == ["a"]
    assert list(folder.path.glob(f"{NAME}.damaged-*"))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE tokens SET tokens = '{'",
        "UPDATE tokens SET tokens = '[1, 2]'",
        "UPDATE ticks SET ticks = x'01'",
        "UPDATE outcomes SET kinds = x'010203'",
        "UPDATE kind SET verdict = 'delivered'",
        "DELETE FROM kind",
        "UPDATE details SET labels = '7'",
        "UPDATE details SET tags = '[7]'",
    ],
)
def test_a_page_that_cannot_be_understood_is_set_aside(
    folder: DataFolder, damage: str
) -> None:
    made = roll("a")
    put(made, WHOLE)
    with book(folder) as store:
        store.load().result()
        store.write(added(made)).result()
    with sqlite3.connect(folder.path / NAME) as database:
        database.execute(damage)
    database.close()
    with book(folder) as store:
        assert store.load().result() == {}
        assert len(store.told) == 1


def test_a_file_that_turns_out_damaged_is_written_anew(folder: DataFolder) -> None:
    made = roll("a", "b")
    with book(folder) as store:
        store.load().result()
        store.write(added(made)).result()
        store._thread.submit(store._file.close).result()
        folder.write_text(NAME, "no longer a database" * 100)
        made.tick([1], False)
        writing = store.write(BookEdit(made, [1], Touched.TICKS))
        with pytest.raises(Damaged):
            writing.result()
    assert kept(folder)["p"] == list(made.devices())


def test_what_could_not_be_read_is_not_written_over(folder: DataFolder) -> None:
    made = roll("a", "b")
    with book(folder) as store:
        store.load().result()
        store.write(added(made)).result()
    locked = sqlite3.connect(folder.path / NAME, isolation_level=None)
    locked.execute("PRAGMA locking_mode = EXCLUSIVE")
    locked.execute("BEGIN EXCLUSIVE")
    with book(folder) as store:
        store._file.timeout = 0
        with pytest.raises(StoreError, match="in use"):
            store.load().result()
        locked.close()
        with pytest.raises(StoreError, match="in use"):
            store.write(added(roll("new"))).result()
    assert [each.token for each in kept(folder)["p"]] == ["a", "b"]


def test_a_file_of_a_later_version_is_left_alone(folder: DataFolder) -> None:
    kept(folder)
    with sqlite3.connect(folder.path / NAME) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with book(folder) as store, pytest.raises(StoreError, match="later version"):
        store.load().result()
    assert not list(folder.path.glob("*.damaged-*"))


def test_no_work_is_done_in_the_thread_that_asks(folder: DataFolder) -> None:
    with book(folder) as store:
        here = threading.get_ident()
        threads: list[int] = []
        work = store._thread.submit(lambda: threads.append(threading.get_ident()))
        work.result()
        assert threads != [here]
    assert not any(each.name.startswith("devices") for each in threading.enumerate())


def test_what_a_full_disk_refused_is_written_with_the_next_edit(
    folder: DataFolder,
) -> None:
    made = roll("a", *(f"token {number} " + "x" * 200 for number in range(3000)))
    with book(folder) as store:
        store.load().result()
        limit(store, "20")
        with pytest.raises(StoreError, match="disk is full"):
            store.write(added(made)).result()
        with pytest.raises(StoreError, match="disk is full"):
            store.write_owed().result()
        limit(store, "99999")
        made.tick([1], False)
        store.write(BookEdit(made, [1], Touched.TICKS)).result()
        assert not store.write_owed().result()
    assert kept(folder)["p"] == list(made.devices())


def test_what_a_full_disk_refused_is_written_at_the_end(folder: DataFolder) -> None:
    made = roll("a", *(f"token {number} " + "x" * 200 for number in range(3000)))
    with book(folder) as store:
        store.load().result()
        limit(store, "20")
        with pytest.raises(StoreError, match="disk is full"):
            store.write(added(made)).result()
        limit(store, "99999")
    assert kept(folder)["p"] == list(made.devices())


def limit(store: BookStore, pages: str) -> None:
    store._thread.submit(
        store._file.run, lambda one: one.execute(f"PRAGMA max_page_count = {pages}")
    ).result()
