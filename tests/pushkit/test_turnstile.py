"""Who may leave, and when."""

import asyncio

from hmpush_gui.pushkit.pace import Pace
from hmpush_gui.pushkit.progress import State
from hmpush_gui.pushkit.turnstile import Turnstile

from .campaigns import Time


def _turnstile(time: Time, pace: float | None = None) -> Turnstile:
    return Turnstile(Pace(pace, time.clock), time.clock, time.rest)


async def test_turns_come_at_the_pace() -> None:
    time = Time()
    gate = _turnstile(time, pace=10)
    async with time.passing():
        assert await gate.turn(20)
        assert await gate.turn(1)
    assert 1001.9 <= time.now < 1002.1


async def test_whoever_asks_for_nothing_still_counts_as_one() -> None:
    time = Time()
    gate = _turnstile(time, pace=1)
    async with time.passing():
        assert await gate.turn(0)
        assert await gate.turn(0)
    assert time.now >= 1000.9


async def test_nobody_waits_for_a_pace_that_is_waived() -> None:
    time = Time()
    gate = _turnstile(time, pace=1)
    assert await gate.turn(1000)
    gate.waived = True
    assert await gate.turn(1000)
    assert time.now == 1000


async def test_a_pause_keeps_all_back_and_a_stop_sends_them_away() -> None:
    gate = _turnstile(Time())
    gate.change(State.PAUSED)
    turn = asyncio.ensure_future(gate.turn(1))
    stopped = asyncio.ensure_future(gate.stopped())
    await asyncio.sleep(0)
    assert not turn.done()
    gate.change(State.STOPPING)
    assert await turn is False
    await stopped


async def test_a_stop_ends_a_sleep() -> None:
    time = Time()
    gate = _turnstile(time)
    async with time.passing():
        sleep = asyncio.ensure_future(gate.sleep(100))
        await time.sleep(1)
        gate.change(State.STOPPING)
        await sleep
    assert time.now < 1002
