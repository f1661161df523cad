"""The log of the program: what it did and what failed, without secrets and tokens."""

import copy
import logging
import os
import queue
import time
from io import TextIOWrapper
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path

from hmpush_gui.exchange.fault_text import fault_text
from hmpush_gui.exchange.log_text import log_text
from hmpush_gui.store.errors import from_os_error
from hmpush_gui.ui.log_level import LogLevel

NAME = "hmpush.log"
LARGEST = 1024 * 1024
"""Bytes of a file, which then makes room for another."""
KEPT = 3
"""Earlier files that are kept."""
_WAITING = 10_000
"""Records that may wait for a slow disk; those beyond are dropped."""


class RunLog:
    """Writes what is logged, by us and by libraries, into `folder`.

    A thread of its own redacts and writes: who logs does not wait for the disk. Nothing
    is made on the disk before there is something to write.
    """

    def __init__(self, folder: Path, level: LogLevel) -> None:
        self.folder = folder
        self._level = LogLevel.OFF
        self._listener: QueueListener | None = None
        self._handler: QueueHandler | None = None
        self._root_level = logging.getLogger().level
        self._wanted = level

    @property
    def path(self) -> Path:
        return self.folder / NAME

    @property
    def level(self) -> LogLevel:
        return self._level

    def start(self) -> None:
        """Begin to write. Raises StoreError where the folder cannot be used."""
        self.set_level(self._wanted)

    def set_level(self, level: LogLevel) -> None:
        """Write so much from now on. Raises StoreError, and then writes nothing."""
        if level is LogLevel.OFF:
            self.stop()
            return
        if self._handler is None:
            self._open()
        self._level = level
        logging.getLogger().setLevel(level.number)

    def stop(self) -> None:
        """Write what waits, and let go of the file. Blocks."""
        self._level = LogLevel.OFF
        logging.getLogger().setLevel(self._root_level)
        if self._handler and self._listener:
            logging.getLogger().removeHandler(self._handler)
            self._listener.stop()
            for handler in self._listener.handlers:
                handler.close()
        self._handler = self._listener = None

    def _open(self) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Found out here, where it can be told, and not in the thread.
            self.path.open("ab").close()
            self.path.chmod(0o600)
        except OSError as error:
            raise from_os_error(error, self.path) from error
        waiting: queue.Queue[logging.LogRecord] = queue.Queue(_WAITING)
        self._handler = _Handing(waiting)
        self._listener = _Writing(waiting, _file(self.path))
        self._listener.start()
        logging.getLogger().addHandler(self._handler)


class _Handing(QueueHandler):
    """Hands records over as plain texts: no other thread holds what was logged."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        text = record.getMessage()
        if record.exc_info and record.exc_info[1]:
            text = f"{text}\n{fault_text(record.exc_info[1])}"
        handed = copy.copy(record)
        handed.msg = handed.message = text
        handed.args = handed.exc_info = handed.exc_text = handed.stack_info = None
        return handed

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full queue, or a record that does not fit its own arguments, is dropped."""


class _Writing(QueueListener):
    def enqueue_sentinel(self) -> None:
        """What waits is written first, even where the queue is full."""
        self.queue.put(self._sentinel)  # type: ignore[attr-defined]


class _File(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        """Each new file is its owner's alone, from the first moment."""
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        file = os.open(self.baseFilename, flags, 0o600)
        return open(file, "a", encoding=self.encoding, errors=self.errors)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full disk ends no program: the record is lost."""


class _Line(logging.Formatter):
    """A record as a line; what it has more of is indented."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
        self.converter = time.gmtime
        self.default_time_format = "%Y-%m-%dT%H:%M:%S"
        self.default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        return log_text(super().format(record)).replace("\n", "\n    ")


def _file(path: Path) -> RotatingFileHandler:
    handler = _File(
        path,
        maxBytes=LARGEST,
        backupCount=KEPT,
        encoding="utf-8",
        delay=True,
        errors="backslashreplace",
    )
    handler.setFormatter(_Line())
    return handler
