from collections.abc import Generator

import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.slices import Slices


def count(steps: int) -> Generator[None, None, str]:
    for _ in range(steps):
        yield
    return f"{steps} done"


@pytest.fixture
def slow(qapp: object) -> Slices:
    """Every look at the clock is a second later."""
    assert qapp
    return Slices(clock=iter(range(10_000)).__next__)


def test_what_fits_into_a_slice_is_done_at_once(qapp: object) -> None:
    assert qapp
    slices = Slices(clock=lambda: 0.0)
    done: list[str] = []
    slices.run(count(100), done.append)
    assert (done, slices.busy) == (["100 done"], False)


def test_what_does_not_goes_on_later(qtbot: QtBot, slow: Slices) -> None:
    done: list[str] = []
    slow.run(count(5), done.append)
    assert (done, slow.busy) == ([], True)
    qtbot.waitUntil(lambda: done == ["5 done"])
    assert not slow.busy


def test_the_newest_work_wins(qtbot: QtBot, slow: Slices) -> None:
    done: list[str] = []
    slow.run(count(5), done.append)
    slow.run(count(3), done.append)
    qtbot.waitUntil(lambda: not slow.busy)
    assert done == ["3 done"]


def test_work_that_is_dropped_is_never_done(slow: Slices) -> None:
    done: list[str] = []
    slow.run(count(5), done.append)
    slow.drop()
    slow._on_timeout()
    assert (done, slow.busy) == ([], False)


def test_a_result_may_begin_the_next_work(qtbot: QtBot, slow: Slices) -> None:
    done: list[str] = []

    def again(_result: str) -> None:
        slow.run(count(2), done.append)

    slow.run(count(2), again)
    qtbot.waitUntil(lambda: done == ["2 done"])
