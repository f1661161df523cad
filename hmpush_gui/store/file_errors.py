"""What can go wrong with a file of the user's own, in sentences."""

import errno
from pathlib import Path

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .errors import FULL, REFUSED, StoreError


def not_readable(path: Path, error: OSError) -> StoreError:
    """What `error` means to somebody who wants to open `path`."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return not_there(path)
    if error.errno in REFUSED:
        return StoreError(
            QT_TRANSLATE_NOOP(
                "store",
                "{name} could not be opened: you may not read it, probably because it "
                "belongs to another user. Change its permissions, or copy it.",
            ).format(name=path.name)
        )
    return _other(path, error)


def not_writable(path: Path, error: OSError) -> StoreError:
    """What `error` means to somebody who wants to save as `path`."""
    if error.errno in FULL:
        return StoreError(
            QT_TRANSLATE_NOOP(
                "store",
                "{name} was not saved: the disk is full, or your share of it is. The "
                "file is as it was. Free some space, then save again.",
            ).format(name=path.name)
        )
    if error.errno in REFUSED:
        return StoreError(
            QT_TRANSLATE_NOOP(
                "store",
                "{name} was not saved: you may not write into its folder, probably "
                "because it is read-only. Save as another file, in a folder of yours.",
            ).format(name=path.name)
        )
    if error.errno == errno.ENAMETOOLONG:
        return StoreError(
            QT_TRANSLATE_NOOP(
                "store",
                "The file was not saved: its name is too long for this disk. Save as "
                "another, shorter name.",
            )
        )
    return _other(path, error)


def not_there(path: Path) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{path} is not there: it was probably moved, renamed or deleted. Look for "
            "it in another folder.",
        ).format(path=str(path))
    )


def not_a_file(path: Path) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{name} is not a file but a folder or a device. Choose a file in it.",
        ).format(name=path.name or str(path))
    )


def too_large(path: Path, size: int) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{name} was not opened: it has {size} MB, and Push Kit takes 4096 bytes. "
            "It is probably no message. Choose another file.",
        ).format(name=path.name, size=f"{size / 1024 / 1024:.1f}")
    )


def too_large_to_read(path: Path, size: int) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{name} was not opened: it has {size} MB. Cut out of it what is wanted.",
        ).format(name=path.name, size=f"{size / 1024 / 1024:.1f}")
    )


def no_text(path: Path) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{name} is no text in UTF-8: it is probably saved in another encoding such "
            "as GBK or UTF-16, or no text at all. Save it as UTF-8 in its editor.",
        ).format(name=path.name)
    )


def read_only(path: Path) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{name} was not saved: the file is read-only, probably on purpose. Save as "
            "another file, or allow writing to this one.",
        ).format(name=path.name)
    )


def _other(path: Path, error: OSError) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "store",
            "{name} could not be read or written ({reason}). The disk or the network "
            "is probably in trouble: check it, then try again.",
        ).format(name=path.name, reason=error.strerror or str(error))
    )
