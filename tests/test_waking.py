"""After a sleep, and under a clock that is set: sends go on, and nothing is lost."""

import time
from pathlib import Path

import pytest

from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.ui.history_columns import Column
from hmpush_gui.waking import Waking

from .programs import (
    engine,
    idle,
    outcomes,
    program,
    sandbox,
    send_and_wait,
    until,
)
from .pushkit.fakes import Clock

pytestmark = pytest.mark.usefixtures("qapp")

HOUR = 3600.0


def test_a_gap_on_any_clock_is_told_once() -> None:
    clocks = [Clock(0.0), Clock(0.0), Clock(1e9)]
    waking = Waking(clocks=clocks)
    gaps: list[float] = []
    waking.woke.connect(gaps.append)
    for _ in range(3):
        for clock in clocks:
            clock.now += 5
        waking.look()
    assert gaps == []
    # Linux: what counts sleep goes on.
    clocks[1].now += HOUR
    clocks[2].now += HOUR
    waking.look()
    waking.look()
    # The clock is set back.
    clocks[2].now -= 2 * HOUR
    waking.look()
    # Windows: all go on.
    for clock in clocks:
        clock.now += 60
    waking.look()
    assert gaps == [HOUR, 2 * HOUR, 60]


async def test_the_first_send_after_a_sleep_opens_new_connections(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        slept = Clock(0.0)
        engine(desk)._waking._clocks = (slept,)
        engine(desk)._waking.start()
        await send_and_wait(desk)
        (client,) = engine(desk)._clients._clients.values()
        before = set(client._lanes.clients)
        await send_and_wait(desk)
        assert set(client._lanes.clients) == before
        slept.now += HOUR
        await send_and_wait(desk)
        assert set(client._lanes.clients) - before
        assert [outcome for outcome, _ in outcomes(desk)].count("Accepted") == 3


class Set:
    """A wall clock that is `off` by seconds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.off = 0.0
        real = time.time
        monkeypatch.setattr(time, "time", lambda: real() + self.off)


@pytest.mark.parametrize("hours", [-6, 6])
async def test_a_clock_set_by_hours_in_the_middle_of_a_send_changes_no_outcome(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    clock = Set(monkeypatch)
    async with program(tmp_path) as desk:
        push_kit = sandbox(desk)
        push_kit.scenario = Scenario.SLOW
        push_kit.delay = 0.5
        began = time.monotonic()
        desk.window.gate.send()
        await until(lambda: push_kit.sends == 1)
        clock.off = hours * HOUR
        engine(desk)._waking.look()
        await until(lambda: idle(desk))
        assert time.monotonic() - began < 10
        assert [outcome for outcome, _ in outcomes(desk)] == [
            *["Accepted"] * 3,
            "Rejected",
        ]
        await until(
            lambda: (
                desk.window.strip.quota.text()
                == "Today: 1 of 1\N{NARROW NO-BREAK SPACE}000"
            )
        )
        push_kit.scenario = Scenario.NORMAL
        # The clock is set right again, and the next send works.
        clock.off = 0.0
        await send_and_wait(desk)
        assert push_kit.sends == 2


async def test_history_keeps_the_order_of_the_sends_whatever_the_clock_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Set(monkeypatch)
    title = ("payload", "notification", "title")
    async with program(tmp_path) as desk:
        for number, off in enumerate((0.0, -3 * HOUR, 2 * HOUR, -1 * HOUR)):
            clock.off = off
            desk.window.document.set_value(title, f"Send {number}")
            await send_and_wait(desk)
        model = desk.window.outcome.history.model
        await until(lambda: model.rowCount() == 4)
        titles = [model.index(row, Column.TITLE).data() for row in range(4)]
        assert titles == [f"Send {number}" for number in (3, 2, 1, 0)]


async def test_a_clock_set_forward_for_a_while_forgets_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Set(monkeypatch)
    async with program(tmp_path) as desk:
        desk.window.keeping.set(30, None)
        await send_and_wait(desk)
        clock.off = 3650 * 24 * HOUR
        await engine(desk).past.forgetting._apply_limits()
        clock.off = 0.0
        model = desk.window.outcome.history.model
        await until(lambda: model.rowCount() == 1)
        assert not [each for each in desk.window.notices.texts() if "Forgotten" in each]
