"""Which runs of the program work on one data folder at the moment."""

import uuid
from pathlib import Path

from PySide6.QtCore import QLockFile

_PATTERN = "run-*.lock"


class Runs:
    """A mark of this run in `folder`, and a look at those of others.

    What is unfinished in history may be under way in another window: only who is alone
    may call it cut off. A run that was killed counts no more.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / f"run-{uuid.uuid4().hex}.lock"
        self._lock = _lock(self._path)
        self._marked = self._lock.tryLock(0)

    def alone(self) -> bool:
        """Whether no other run lives; False too where the folder cannot be written."""
        others = (path for path in self._folder.glob(_PATTERN) if path != self._path)
        return self._marked and not any(_lives(path) for path in others)

    def close(self) -> None:
        """Take the mark away."""
        self._lock.unlock()


def _lives(path: Path) -> bool:
    lock = _lock(path)
    if not lock.tryLock(0):
        return True
    lock.unlock()
    return False


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    # However old: only the end of its process makes a mark void.
    lock.setStaleLockTime(0)
    return lock
