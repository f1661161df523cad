"""What can go wrong with what is kept on disk.

StoreError      its text is meant for the user; the program goes on without the disk
└── Damaged     a file could not be read and was set aside; an empty one takes its place
    └── NotOpened   it belongs to somebody else, or is no file
"""

import errno
import sqlite3
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class StoreError(Exception):
    """Something could not be read or written; `sentence` says what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class Damaged(StoreError):
    """A file held something else than we wrote; it lies beside, under another name."""

    words = QT_TRANSLATE_NOOP(
        "store",
        "{name} could not be read: it is damaged, or another version of this "
        "program wrote it. It was kept as {aside}, and an empty one takes its "
        "place. To rescue it, mend the kept file and rename it back.",
    )

    def __init__(self, path: Path, aside: Path) -> None:
        super().__init__(self.words.format(name=path.name, aside=str(aside)))
        self.aside = aside


class NotOpened(Damaged):
    """What lay in place of a file may not be read; it lies beside now."""

    words = QT_TRANSLATE_NOOP(
        "store",
        "{name} could not be opened: it belongs to another user, or is no file. It was "
        "kept as {aside}, and an empty one takes its place. To get it back, make it "
        "yours, close this program, and rename it back.",
    )


def raise_bug(done: Future[Any]) -> None:
    """For a Future that nobody waits for: what is no trouble of the disk is raised.

    What a callback raises is heard of; what lies in a Future is not.
    """
    error = None if done.cancelled() else done.exception()
    if error is not None and not isinstance(error, StoreError):
        raise error


def from_os_error(error: OSError, path: Path) -> StoreError:
    """What `error` on `path` means for the user."""
    if error.errno in FULL:
        return _full(path)
    if error.errno in REFUSED:
        return _refused(path)
    return _other(path, error.strerror or str(error))


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is no database, or no longer a whole one."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def from_sqlite_error(error: sqlite3.Error, path: Path) -> StoreError:
    """What `error` of the database in `path` means for the user."""
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _refused(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return _busy(path)
    return _other(path, str(error))


def _code(error: sqlite3.Error) -> int:
    # Errors of the Python module itself have no code; the upper bytes only refine it.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _full(path: Path) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{path} could not be written: the disk is full, or your share of it is. "
            "Free some space, then repeat the last change.",
        ).format(path=str(path))
    )


def _refused(path: Path) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{path} could not be opened: the folder is read-only, or belongs to "
            "another user. Make it yours and writable, then repeat the last change.",
        ).format(path=str(path))
    )


def _busy(path: Path) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{path} is in use: another window of this program, or a backup, holds it. "
            "Close the other one, then repeat the last change.",
        ).format(path=str(path))
    )


def _other(path: Path, reason: str) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{path} could not be read or written ({reason}). "
            "Check the disk and the folder, then repeat the last change.",
        ).format(path=str(path), reason=reason)
    )
