from types import MappingProxyType

import pytest

from hmpush_gui.pushkit.progress import Progress, Speed, State
from hmpush_gui.pushkit.protocol import Verdict


def test_what_no_request_has_begun_for_is_waiting() -> None:
    counts = MappingProxyType({Verdict.ACCEPTED: 5, Verdict.REJECTED: 2})
    progress = Progress(State.RUNNING, 20, counts, out=3)
    assert progress.settled == 7
    assert progress.waiting == 10


def test_one_moment_tells_no_speed() -> None:
    speed = Speed()
    assert speed.per_second is None
    speed.note(1.0, 1000)
    assert speed.per_second is None
    speed.note(1.0, 1000)
    assert speed.per_second is None


def test_the_speed_is_what_was_settled_after_the_first_moment() -> None:
    speed = Speed()
    for at in (10.0, 11.0, 12.0):
        speed.note(at, 500)
    assert speed.per_second == pytest.approx(500)


def test_only_the_last_requests_count() -> None:
    speed = Speed()
    for at in range(100):
        speed.note(at, 1)
    for at in range(64):
        speed.note(100 + at, 10)
    assert speed.per_second == pytest.approx(10)


def test_a_pause_is_forgotten() -> None:
    speed = Speed()
    speed.note(0, 10)
    speed.note(1, 10)
    speed.forget()
    speed.note(1000, 10)
    speed.note(1001, 10)
    assert speed.per_second == pytest.approx(10)


@pytest.mark.parametrize("state", State)
def test_only_the_last_two_states_are_over(state: State) -> None:
    assert state.over == (state in (State.STOPPED, State.DONE))
