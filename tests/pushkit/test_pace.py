import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.pace import CATCH_UP, Pace

from .fakes import Clock


def _leave_all(pace: Pace, clock: Clock, batches: list[int]) -> list[float]:
    """When each batch leaves, seconds from the start, waiting exactly as told."""
    start, moments = clock.now, []
    for devices in batches:
        while wait := pace.take(devices):
            clock.now += wait
        moments.append(clock.now - start)
    return moments


def test_without_a_pace_nothing_waits() -> None:
    clock = Clock(0)
    assert _leave_all(Pace(None, clock), clock, [1000] * 5) == [0] * 5


def test_requests_leave_as_far_apart_as_their_devices_are_worth() -> None:
    clock = Clock(0)
    moments = _leave_all(Pace(6000, clock), clock, [1000] * 4)
    assert moments == pytest.approx([0, 1 / 6, 2 / 6, 3 / 6])


def test_a_pace_below_one_request_spreads_requests_over_seconds() -> None:
    clock = Clock(0)
    moments = _leave_all(Pace(100, clock), clock, [1000, 1000, 500, 1000])
    assert moments == pytest.approx([0, 10, 20, 25])


def test_a_late_timer_does_not_slow_the_pace_down() -> None:
    clock = Clock(0)
    pace = Pace(10_000, clock)
    for _ in range(100):
        while wait := pace.take(1000):
            clock.now += wait + 0.02
    assert clock.now == pytest.approx(100 * 0.1, abs=0.2)


def test_time_that_was_not_used_is_not_caught_up() -> None:
    clock = Clock(0)
    pace = Pace(1000, clock)
    assert pace.take(1000) == 0
    clock.now += 60
    assert pace.take(1000) == 0
    assert pace.take(1000) == pytest.approx(1 - CATCH_UP)


def test_a_new_pace_holds_for_what_has_already_left() -> None:
    clock = Clock(0)
    pace = Pace(100, clock)
    pace.take(1000)
    clock.now += 5
    pace.per_second = 1000
    assert pace.take(1000) == pytest.approx(0.5)
    pace.per_second = None
    assert pace.take(1000) == 0


def test_a_hold_keeps_everything_back_and_is_never_shortened() -> None:
    clock = Clock(0)
    pace = Pace(None, clock)
    pace.hold(10)
    pace.hold(2)
    assert pace.take(1) == 10
    clock.now += 10
    assert pace.take(1) == 0


@pytest.mark.parametrize("wrong", [0, -1, float("inf"), float("nan")])
def test_a_pace_that_is_none_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        Pace(wrong)


@given(
    st.floats(1, 100_000),
    st.lists(st.tuples(st.integers(1, 1000), st.floats(0, 3)), max_size=40),
)
def test_no_stretch_of_time_holds_more_than_the_pace(
    rate: float, batches: list[tuple[int, float]]
) -> None:
    clock = Clock(0)
    pace = Pace(rate, clock)
    left: list[tuple[float, int]] = []
    for devices, late in batches:
        while wait := pace.take(devices):
            clock.now += wait + late
        left.append((clock.now, devices))
    for i in range(len(left)):
        for j in range(i, len(left)):
            passed = left[j][0] - left[i][0]
            allowed = rate * (passed + CATCH_UP) + left[j][1]
            within = sum(devices for _, devices in left[i : j + 1])
            assert within <= allowed * (1 + 1e-6) + 1e-3
