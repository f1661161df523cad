import errno
import os
import sqlite3
from concurrent.futures import Future
from pathlib import Path

import pytest

from hmpush_gui.store.errors import (
    Damaged,
    from_os_error,
    from_sqlite_error,
    is_damage,
    raise_bug,
)

PATH = Path("/data/history.sqlite")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "disk is full"),
        (errno.EFBIG, "disk is full"),
        (errno.EACCES, "read-only"),
        (errno.EPERM, "read-only"),
        (errno.EROFS, "read-only"),
        (errno.EIO, os.strerror(errno.EIO)),
        (errno.ENOTDIR, os.strerror(errno.ENOTDIR)),
    ],
)
def test_a_refusal_of_the_disk_is_told_in_words(number: int, words: str) -> None:
    error = from_os_error(OSError(number, os.strerror(number)), PATH)
    assert words in str(error)
    assert str(PATH) in str(error.sentence)
    assert error.sentence.context == "store"


def test_an_error_without_a_number_is_told_by_its_text() -> None:
    assert "odd" in str(from_os_error(OSError("odd"), PATH))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "disk is full"),
        (sqlite3.SQLITE_READONLY, "read-only"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "read-only"),
        (sqlite3.SQLITE_BUSY, "in use"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "in use"),
        (sqlite3.SQLITE_LOCKED, "in use"),
        (sqlite3.SQLITE_IOERR_WRITE, "disk I/O error"),
    ],
)
def test_a_refusal_of_the_database_is_told_in_words(code: int, words: str) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    assert words in str(from_sqlite_error(error, PATH))


@pytest.mark.parametrize(
    ("code", "damage"),
    [
        (sqlite3.SQLITE_NOTADB, True),
        (sqlite3.SQLITE_CORRUPT, True),
        (sqlite3.SQLITE_CORRUPT_INDEX, True),
        (sqlite3.SQLITE_FULL, False),
    ],
)
def test_damage_is_told_from_refusal(code: int, damage: bool) -> None:
    error = sqlite3.DatabaseError()
    error.sqlite_errorcode = code
    assert is_damage(error) is damage


def test_an_error_of_the_module_itself_is_no_damage() -> None:
    assert not is_damage(sqlite3.ProgrammingError("closed"))


def test_damage_names_the_file_and_the_one_kept() -> None:
    error = Damaged(PATH, Path("/data/history.sqlite.damaged-1"))
    assert str(error).startswith("history.sqlite could not be read")
    assert "/data/history.sqlite.damaged-1" in str(error)


def test_a_bug_in_a_future_that_nobody_waits_for_is_raised() -> None:
    done: Future[None] = Future()
    done.set_exception(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        raise_bug(done)


def test_trouble_of_the_disk_in_such_a_future_is_none() -> None:
    for error in (None, from_os_error(OSError(28, "full"), Path("x"))):
        done: Future[None] = Future()
        done.set_exception(error)
        raise_bug(done)
    cancelled: Future[None] = Future()
    cancelled.cancel()
    raise_bug(cancelled)
