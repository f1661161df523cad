"""Reads lists of tokens and logs for the window, in a thread of its own."""

import io
import os
import stat
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QObject

from hmpush_gui.disk_jobs import DiskJobs, Then
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.roll import Roll
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.file_errors import not_a_file, not_readable
from hmpush_gui.ui.importing import Importing

if TYPE_CHECKING:
    from hmpush_gui.exchange.token_columns import Columns
    from hmpush_gui.exchange.token_source import TokenSource

_BETWEEN = 0.05
"""Seconds between two words about progress."""
_LARGEST_LOG = 256 * 1024 * 1024


class _Stopped(Exception):
    """The user wants no more of it."""


class TokenFiles(QObject):
    """The disk behind the window's `importing`; one list is open at a time."""

    def __init__(self, importing: Importing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._importing = importing
        self._file: BinaryIO | None = None
        self._source: TokenSource | None = None
        self._stop = threading.Event()
        self._disk = DiskJobs("tokens", self)
        importing.file_wanted.connect(self._on_file_wanted)
        importing.text_wanted.connect(self._on_text_wanted)
        importing.read_wanted.connect(self._on_read_wanted)
        importing.stop_wanted.connect(self._stop.set)
        importing.log_wanted.connect(self._on_log_wanted)
        importing.log_file_wanted.connect(self._on_log_file_wanted)

    def close(self) -> None:
        """Stop reading, and let go of the file."""
        self._stop.set()
        self._disk.run(self._end)
        self._disk.close()

    # In the disk's thread.

    def _open_file(self, path: Path, sheet: str) -> Then:
        try:
            return self._open(_opened(path), path.name, sheet)
        except StoreError as error:
            return partial(self._importing.refused, error.sentence)

    def _open(self, file: BinaryIO, name: str, sheet: str = "") -> Then:
        # Late: a start without it should not pay for it.
        from hmpush_gui.exchange.token_source import TokenSource

        self._let_go()
        self._file = file
        try:
            self._source = TokenSource(file, sheet)
        except OSError as error:
            sentence = not_readable(Path(name), error).sentence
            return partial(self._importing.refused, sentence)
        except DocumentError as error:
            return partial(self._importing.refused, error.sentence)
        return partial(self._importing.opened, name, self._source.preview)

    def _read(self, columns: "Columns", roll: Roll) -> Then:
        assert self._source is not None
        try:
            found = self._source.read(columns, progress=self._teller())
            arrivals = roll.compare(found.tokens, each_once=True)
            if found.fields:
                arrivals = arrivals.described(found.tokens, found.named)
            if self._stop.is_set():
                return self._importing.stopped
        except _Stopped:
            return self._importing.stopped
        except OSError as error:
            sentence = not_readable(Path(str(self._file)), error).sentence
            return partial(self._importing.refused, sentence)
        except DocumentError as error:
            return partial(self._importing.refused, error.sentence)
        return partial(self._importing.take, roll, found, arrivals)

    def _teller(self) -> Callable[[int, int], None]:
        """Tells of progress, now and then; ends the reading when that is wanted."""
        last = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal last
            if self._stop.is_set():
                raise _Stopped
            now = time.monotonic()
            if now - last >= _BETWEEN:
                last = now
                self._disk.tell(partial(self._importing.progressed, done, total))

        return tell

    def _end(self) -> Then:
        self._let_go()
        return lambda: None

    def _let_go(self) -> None:
        self._source = None
        if self._file:
            self._file.close()
            self._file = None

    def _log(self, text: str) -> Then:
        from hmpush_gui.exchange.hilog import find_in_log

        return partial(self._importing.log_read, "", find_in_log(text))

    def _log_file(self, path: Path) -> Then:
        from hmpush_gui.exchange.hilog import find_in_log
        from hmpush_gui.exchange.hilog_lines import decode_log

        try:
            with _opened(path) as file:
                content = file.read(_LARGEST_LOG + 1)
        except OSError as error:
            sentence = not_readable(path, error).sentence
            return partial(self._importing.log_refused, sentence)
        except StoreError as error:
            return partial(self._importing.log_refused, error.sentence)
        text = decode_log(content)
        return partial(self._importing.log_read, text, find_in_log(text))

    # In the window's thread.

    def _on_file_wanted(self, path: str, sheet: str) -> None:
        self._disk.run(partial(self._open_file, Path(os.path.abspath(path)), sheet))

    def _on_text_wanted(self, text: str) -> None:
        content = text.encode("utf-8", "replace")
        self._disk.run(partial(self._open, io.BytesIO(content), ""))

    def _on_read_wanted(self, columns: "Columns", roll: Roll) -> None:
        self._stop.clear()
        self._disk.run(partial(self._read, columns, roll))

    def _on_log_wanted(self, text: str) -> None:
        self._disk.run(partial(self._log, text))

    def _on_log_file_wanted(self, path: str) -> None:
        self._disk.run(partial(self._log_file, Path(os.path.abspath(path))))


def _opened(path: Path) -> BinaryIO:
    """A file of the user's. Raises StoreError."""
    try:
        # A pipe or a device could be waited for without end.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise not_a_file(path)
        return path.open("rb")
    except (OSError, ValueError) as error:
        if isinstance(error, OSError):
            raise not_readable(path, error) from error
        raise not_a_file(path) from error
