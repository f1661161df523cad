"""Jobs on the disk: in order, in a thread, and none after the end."""

import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from hmpush_gui.disk_jobs import DiskJobs


def test_jobs_are_done_in_order_and_told_in_the_threads_of_both(qtbot: QtBot) -> None:
    jobs = DiskJobs("test")
    worked: list[str] = []
    told: list[tuple[int, QThread]] = []

    def job(number: int) -> Callable[[], None]:
        worked.append(threading.current_thread().name)
        return lambda: told.append((number, QThread.currentThread()))

    for number in range(3):
        jobs.run(partial(job, number))
    qtbot.waitUntil(lambda: len(told) == 3)
    assert [number for number, _ in told] == [0, 1, 2]
    assert {thread for _, thread in told} == {jobs.thread()}
    assert worked == ["test_0"] * 3
    jobs.close()


def test_what_is_asked_for_before_the_end_is_done_and_nothing_later(
    qtbot: QtBot,
) -> None:
    jobs = DiskJobs("test")
    hold = threading.Event()
    done: list[str] = []

    def job(name: str) -> Callable[[], object]:
        hold.wait(5)
        done.append(name)
        return lambda: None

    jobs.run(partial(job, "before"))
    closing = threading.Thread(target=jobs.close)
    closing.start()
    qtbot.waitUntil(lambda: jobs._closed)
    jobs.run(partial(job, "after"))
    hold.set()
    closing.join(5)
    jobs.run(partial(job, "later"))
    assert done == ["before"]


def test_a_job_that_breaks_does_not_end_the_others(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    jobs = DiskJobs("test")
    told: list[str] = []

    def broken() -> Callable[[], object]:
        raise ZeroDivisionError

    jobs.run(broken)
    jobs.run(lambda: lambda: told.append("next"))
    qtbot.waitUntil(lambda: told == ["next"])
    # What hears of it is in `crashes`.
    assert [record.name for record in caplog.records] == ["concurrent.futures"]
    caplog.clear()
    jobs.close()
