"""Disks that refuse, and a look at every byte on them."""

import errno
import os
from pathlib import Path

import pytest


def fill(monkeypatch: pytest.MonkeyPatch, number: int = errno.ENOSPC) -> None:
    """Let every write fail as on a full disk, after its bytes were handed over."""

    def fsync(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)


def all_bytes(folder: Path) -> bytes:
    """What anybody could read who holds the disk."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"\n".join(path.read_bytes() for path in files)


def mode(path: Path) -> str:
    """The permissions of a file, such as `600`."""
    return f"{path.stat().st_mode & 0o777:o}"
