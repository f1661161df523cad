"""Clocks that nobody sets."""

import time

from hmpush_gui.pushkit.clocks import SteadyWall, steady

from .fakes import Clock


def test_the_steady_clock_counts_seconds() -> None:
    began = steady(), time.monotonic()
    time.sleep(0.05)
    assert 0.04 < steady() - began[0] < 5 + time.monotonic() - began[1]


def test_a_wall_clock_that_was_too_late_at_the_start_is_not_believed() -> None:
    wall, steadily = Clock(9000.0), Clock(5.0)
    steady_wall = SteadyWall(wall, steadily, latest=1000.0)
    steadily.now += 60
    wall.now += 60
    assert steady_wall.now() == 1060.0
    assert SteadyWall(wall, steadily, latest=99_999.0).now() == wall.now


def test_a_wall_clock_that_is_set_forward_is_not_followed() -> None:
    wall, steadily = Clock(1000.0), Clock(5.0)
    steady_wall = SteadyWall(wall, steadily)
    steadily.now += 60
    wall.now += 60
    assert steady_wall.now() == 1060.0
    wall.now += 400 * 86400
    assert steady_wall.now() == 1060.0
    wall.now -= 500 * 86400
    assert steady_wall.now() == wall.now
