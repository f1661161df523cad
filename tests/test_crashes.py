"""Every unexpected exception is heard of, from whatever thread, and told once."""

import asyncio
import logging
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from hmpush_gui.crashes import Crashes

from .programs import until

pytestmark = pytest.mark.usefixtures("qapp")

MARKED = "Dear Mrs Marked"


@contextmanager
def watched(caplog: pytest.LogCaptureFixture) -> Iterator[tuple[Crashes, list[str]]]:
    crashes = Crashes()
    told: list[str] = []
    crashes.broke.connect(told.append)
    crashes.watch(asyncio.get_running_loop())
    try:
        yield crashes, told
    finally:
        crashes.end()
        caplog.clear()


def fail(*_: object) -> None:
    raise ValueError(MARKED)


class Asking(QObject):
    asked = Signal()


async def test_a_slot_a_timer_a_task_and_a_callback_are_heard_of(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with watched(caplog) as (_, told):
        asking = Asking()
        asking.asked.connect(fail)
        asking.asked.emit()
        assert len(told) == 1
        QTimer.singleShot(0, fail)
        await until(lambda: len(told) == 2)
        asyncio.get_running_loop().call_soon(fail)
        await until(lambda: len(told) == 3)

        async def broken() -> None:
            fail()

        task = asyncio.ensure_future(broken())
        await asyncio.wait([task])
        del task
        await until(lambda: len(told) == 4)
        assert all("in fail" in trace and "Marked" not in trace for trace in told)
    said = capfd.readouterr().err
    assert "hmpush-gui broke:" in said
    assert "Marked" not in said


async def test_what_qt_calls_itself_is_heard_of(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Painted(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            raise ValueError(MARKED)

    with watched(caplog) as (_, told):
        widget = Painted()
        widget.show()
        await until(lambda: told)
        assert "in paintEvent" in told[0]
        widget.hide()
        widget.deleteLater()


async def test_a_thread_and_the_callback_of_a_future_are_told_in_the_windows_thread(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with watched(caplog) as (crashes, told):
        threads: list[QThread] = []
        crashes.broke.connect(lambda _: threads.append(QThread.currentThread()))
        thread = threading.Thread(target=fail)
        thread.start()
        with ThreadPoolExecutor(1) as pool:
            pool.submit(lambda: None).add_done_callback(fail)
        thread.join()
        await until(lambda: len(told) == 2)
        assert set(threads) == {crashes.thread()}


async def test_ctrl_c_is_no_crash(caplog: pytest.LogCaptureFixture) -> None:
    with watched(caplog) as (crashes, told):
        stopped: list[bool] = []
        crashes.interrupted.connect(lambda: stopped.append(True))
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
        assert stopped
        assert not told


async def test_what_comes_again_and_again_fills_no_log(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with watched(caplog) as (crashes, told):
        for _ in range(250):
            crashes.tell(ZeroDivisionError())
        assert len(told) == 250
        lines = [record.getMessage() for record in caplog.records]
        assert lines == [
            "ZeroDivisionError",
            "ZeroDivisionError: 10 times by now",
            "ZeroDivisionError: 100 times by now",
        ]
    assert capfd.readouterr().err.count("ZeroDivisionError") == 1


async def test_what_is_thrown_away_is_written_down_only(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken:
        def __del__(self) -> None:
            fail()

    with watched(caplog) as (_, told):
        Broken()
        assert "ValueError" in caplog.text
        assert not told


async def test_the_hooks_are_given_back(caplog: pytest.LogCaptureFixture) -> None:
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    with watched(caplog):
        assert sys.excepthook != hooks[0]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks
    assert logging.getLogger("concurrent.futures").propagate


async def test_what_the_loop_says_without_an_exception_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    loop = asyncio.get_running_loop()
    with watched(caplog) as (_, told):
        loop.call_exception_handler({"message": "Task was destroyed"})
        assert told == ["asyncio: Task was destroyed"]
