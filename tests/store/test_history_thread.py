import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hmpush_gui.store.history_file import HistoryFile
from hmpush_gui.store.history_schema import MEMORY
from hmpush_gui.store.history_thread import HistoryThread

WAIT = 30


@pytest.fixture
def thread() -> Iterator[HistoryThread]:
    thread = HistoryThread(HistoryFile(Path(MEMORY), lambda: None))
    yield thread
    thread.close()


def test_others_go_between_the_steps_of_a_long_work(thread: HistoryThread) -> None:
    done: list[str] = []
    asked = threading.Event()

    def step() -> bool:
        asked.wait(WAIT)
        done.append("step")
        return done.count("step") == 3

    whole = thread.in_steps(lambda database: step())
    other = thread.submit(lambda database: done.append("other"))
    asked.set()
    whole.result(WAIT)
    other.result(WAIT)
    assert done == ["step", "other", "step", "step"]


def test_a_long_work_ends_with_the_step_that_fails(thread: HistoryThread) -> None:
    def fail() -> bool:
        raise LookupError

    with pytest.raises(LookupError):
        thread.in_steps(lambda database: fail()).result(WAIT)
    thread.settle()


def test_all_steps_are_waited_for(thread: HistoryThread) -> None:
    steps = iter([False] * 50 + [True])
    whole = thread.in_steps(lambda database: next(steps))
    thread.settle()
    assert whole.done()
