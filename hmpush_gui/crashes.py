"""Hears of every exception that nobody expected, in whatever thread it happened."""

import asyncio
import logging
import sys
import threading
from collections import Counter
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal

_LOG = logging.getLogger("hmpush_gui.crash")
_FUTURES = logging.getLogger("concurrent.futures")


class Crashes(QObject):
    """Takes the hooks of Python, its threads and the loop, from `watch` to `end`.

    What is told is a trace without values (`fault_text`), made where it happened: no
    other thread ever holds the exception. It goes to the terminal and the log too; one
    that comes again and again only with its number now and then.

    Signals:
        broke: something did; the trace. Comes in the thread of this object.
        interrupted: Ctrl+C reached the program in the middle of its own code.
    """

    broke = Signal(str)
    interrupted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: Counter[str] = Counter()
        self._futures = _FutureLog(self)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_thread_ended
        sys.unraisablehook = self._on_unraisable
        # What a Future's callback raises is written there and nowhere else.
        _FUTURES.addHandler(self._futures)
        _FUTURES.propagate = False
        loop.set_exception_handler(self._on_loop_error)
        self._loop = loop

    def end(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        _FUTURES.removeHandler(self._futures)
        _FUTURES.propagate = True
        if self._loop:
            self._loop.set_exception_handler(None)

    def tell(self, error: BaseException) -> None:
        """Tell of an exception; from any thread."""
        trace = self.note(error)
        self.broke.emit(trace)

    def note(self, error: BaseException) -> str:
        """Write the trace of an exception down, and return it."""
        # Late: the log has imported it by the time that there is a window.
        from hmpush_gui.exchange.fault_text import fault_text

        return self._write(fault_text(error))

    def _write(self, trace: str) -> str:
        self._seen[trace] += 1
        count = self._seen[trace]
        if count == 1:
            _LOG.error("%s", trace)
            _print(trace)
        elif str(count).strip("0") == "1":
            _LOG.error("%s: %s times by now", trace.splitlines()[-1], count)
        return trace

    def _on_uncaught(
        self,
        kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.interrupted.emit()
        else:
            self.tell(error)

    def _on_thread_ended(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value and not isinstance(given.exc_value, SystemExit):
            self.tell(given.exc_value)

    def _on_unraisable(self, given: "sys.UnraisableHookArgs") -> None:
        # While something is thrown away: the user has not lost anything by it.
        if given.exc_value:
            self.note(given.exc_value)

    def _on_loop_error(
        self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]
    ) -> None:
        if error := context.get("exception"):
            self.tell(error)
            return
        # The loop's own words, in which there is no value of ours.
        from hmpush_gui.exchange.log_text import log_text

        words = log_text(f"asyncio: {context.get('message', '')}")
        self.broke.emit(self._write(words))


class _FutureLog(logging.Handler):
    """Tells of what a Future had nobody to tell to."""

    def __init__(self, crashes: Crashes) -> None:
        super().__init__()
        self._crashes = crashes

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1]:
            self._crashes.tell(record.exc_info[1])


def _print(trace: str) -> None:
    # A program that was started from a desktop may have no terminal.
    if sys.stderr:
        sys.stderr.write(f"hmpush-gui broke:\n{trace}\n")
