import pytest

from hmpush_gui.pushkit.progress import Progress, State
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.ui.progress_words import how_far, state_words, time_left

pytestmark = pytest.mark.usefixtures("qapp")

TIMES = [
    (None, ""),
    (0.0, "a few seconds left"),
    (9.9, "a few seconds left"),
    (10.0, "about 10 s left"),
    (37.0, "about 40 s left"),
    (54.9, "about 50 s left"),
    (55.0, "about 1 min left"),
    (89.0, "about 1 min left"),
    (100.0, "about 2 min left"),
    (59 * 60.0, "about 59 min left"),
    (59.9 * 60, "about 1 h left"),
    (80 * 60.0, "about 1 h 20 min left"),
    (120 * 60.0, "about 2 h left"),
    (30 * 3600.0, "about 30 h left"),
]


@pytest.mark.parametrize(("seconds", "words"), TIMES)
def test_time_left_is_said_as_somebody_would_say_it(
    seconds: float | None, words: str
) -> None:
    assert time_left(seconds) == words


def progress(state: State, **more: object) -> Progress:
    counts = {Verdict.ACCEPTED: 1500}
    return Progress(state, 3400, counts, **more)  # type: ignore[arg-type]


def test_how_far_counts_devices() -> None:
    assert how_far(progress(State.RUNNING)) == "1\u202f500 of 3\u202f400"


STATES = [
    (progress(State.READY), "Starting…"),
    (progress(State.RUNNING), "Sending…"),
    (
        progress(State.RUNNING, per_second=340.4, seconds_left=120.0),
        "340 devices/s · about 2 min left",
    ),
    (
        progress(State.RUNNING, per_second=0.25, seconds_left=7600.0),
        "0.2 devices/s · about 2 h 10 min left",
    ),
    (
        progress(State.RUNNING, out=10, repeating=10, per_second=50.0),
        "to be repeated: 10 · 50 devices/s",
    ),
    (progress(State.PAUSED), "Paused"),
    (progress(State.PAUSED, out=20), "Paused · on their way: 20"),
    (progress(State.STOPPING), "Stopping…"),
    (progress(State.STOPPED), "Stopped"),
    (progress(State.DONE), "Done"),
]


@pytest.mark.parametrize(("told", "words"), STATES)
def test_each_state_has_words(told: Progress, words: str) -> None:
    assert state_words(told) == words
