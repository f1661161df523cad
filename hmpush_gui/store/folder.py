"""The folder that holds everything we keep, and whole-or-nothing writing into it."""

import os
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path, user_log_path

from .errors import from_os_error


def default_path() -> Path:
    """Where this system keeps the data of programs."""
    return user_data_path("hmpush-gui", appauthor=False)


def log_path(data: Path | None) -> Path:
    """Where the log is written; with the data where they were given a place."""
    if data is not None:
        return data / "log"
    return user_log_path("hmpush-gui", appauthor=False)


class DataFolder:
    """Files of one folder, made (mode 0700) when the first one is written.

    Everything raises StoreError when the disk refuses; making a DataFolder never does.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read_bytes(self, name: str) -> bytes | None:
        """The content of a file, or None if there is none."""
        path = self.path / name
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise from_os_error(error, path) from error

    def read_text(self, name: str) -> str | None:
        """As `read_bytes`. Raises UnicodeDecodeError if it is not UTF-8."""
        content = self.read_bytes(name)
        return None if content is None else content.decode("utf-8")

    def write_bytes(self, name: str, content: bytes) -> None:
        """Replace a file (mode 0600) as a whole: after a failure the old one stands."""
        path = self.path / name
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._replace(path, content)
        except OSError as error:
            raise from_os_error(error, path) from error

    def write_text(self, name: str, text: str) -> None:
        """As `write_bytes`, in UTF-8.

        Half a character, which UTF-8 does not have, is written as JSON's escape for it.
        """
        self.write_bytes(name, text.encode("utf-8", "backslashreplace"))

    def remove(self, name: str) -> None:
        """Take a file away, if there is one."""
        path = self.path / name
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise from_os_error(error, path) from error

    def set_aside(self, name: str, beside: Iterable[str] = ()) -> Path:
        """Rename a damaged file so that it is kept, and return its new path.

        Files whose names go on with an ending of `beside` go with it.
        """
        path = self.path / name
        aside = self._free(f"{name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
        try:
            path.rename(aside)
            for ending in beside:
                with suppress(FileNotFoundError):
                    os.rename(f"{path}{ending}", f"{aside}{ending}")
        except OSError as error:
            raise from_os_error(error, path) from error
        return aside

    def _replace(self, path: Path, content: bytes) -> None:
        # mkstemp makes the file readable by its owner only, from the first moment.
        descriptor, temporary = tempfile.mkstemp(".tmp", f".{path.name}-", self.path)
        try:
            with open(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(descriptor)
            os.replace(temporary, path)
        except OSError:
            with suppress(OSError):
                os.unlink(temporary)
            raise

    def _free(self, name: str) -> Path:
        path = self.path / name
        number = 1
        while os.path.lexists(path):
            number += 1
            path = self.path / f"{name}-{number}"
        return path
