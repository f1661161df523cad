"""Message files of the user's own folders: read with care, replaced as a whole."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .file_errors import (
    no_text,
    not_a_file,
    not_readable,
    not_there,
    not_writable,
    read_only,
    too_large,
    too_large_to_read,
)

LARGEST = 1024 * 1024
"""Bytes; a message is 4096 at most."""


def read_text(path: Path, largest: int = LARGEST) -> str:
    """The text of a file in UTF-8, with or without a byte order mark.

    It may have `largest` bytes. Raises StoreError, whose sentence is about this file.
    """
    try:
        content = _read_bytes(path, largest)
    except OSError as error:
        raise not_readable(path, error) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise no_text(path) from error


def write_text(path: Path, text: str) -> None:
    """Replace or make a file as a whole: after a failure the old one stands.

    Its permissions stay, and a link goes on pointing at it. Raises StoreError.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = _mode(target)
        if mode is not None and not (mode & 0o222 and os.access(target, os.W_OK)):
            raise read_only(path)
        _replace(target, text.encode("utf-8", "backslashreplace"), mode)
    except OSError as error:
        raise not_writable(path, error) from error


def _read_bytes(path: Path, largest: int) -> bytes:
    found = os.stat(path)
    # A pipe or a device could be waited for without end.
    if not stat.S_ISREG(found.st_mode):
        raise not_a_file(path)
    with open(path, "rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        too = too_large if largest == LARGEST else too_large_to_read
        raise too(path, max(found.st_size, len(content)))
    return content


def is_there(path: Path) -> bool:
    """Whether anything stands at `path`, as far as can be seen."""
    return os.path.lexists(path)


def why_closed(path: Path) -> Sentence | None:
    """Why a file cannot be opened, in a few words; None if it probably can."""
    try:
        mode = os.stat(path).st_mode
    except PermissionError:
        return QT_TRANSLATE_NOOP("store", "you may not look there")
    except (OSError, ValueError):
        return QT_TRANSLATE_NOOP("store", "no longer there")
    if not stat.S_ISREG(mode):
        return QT_TRANSLATE_NOOP("store", "not a file any more")
    if not os.access(path, os.R_OK):
        return QT_TRANSLATE_NOOP("store", "you may not read it")
    return None


def _mode(path: Path) -> int | None:
    """The permissions of a file, or None where there is none yet."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise not_a_file(path)
    return stat.S_IMODE(found.st_mode)


def _replace(path: Path, content: bytes, mode: int | None) -> None:
    if not path.parent.is_dir():
        raise not_there(path.parent)
    temporary = path.with_name(f".{path.name[:60]}-{os.urandom(4).hex()}.tmp")
    try:
        # Not a temporary file of the library's, whose owner alone could read it.
        with open(temporary, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        raise
