"""The sandbox is told how to behave, in the whole program: also not to be there."""

import asyncio
import socket
from collections import Counter
from pathlib import Path

import pytest

from hmpush_gui.desk import Desk
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.tokens import TokenState, make_token
from hmpush_gui.scenario_joins import OFF

from .programs import engine, idle, outcomes, program, sandbox, send_and_wait, until

pytestmark = pytest.mark.usefixtures("qapp")


def choose(desk: Desk, key: str) -> None:
    panel = desk.window.phone
    panel.scenario.setCurrentIndex(panel.scenario.findData(key))
    panel.scenario.activated.emit(panel.scenario.currentIndex())


async def switch(desk: Desk, key: str) -> None:
    choose(desk, key)
    await until(lambda: bool(engine(desk).playground.url) == (key != OFF))
    await until(lambda: not engine(desk)._tasks)


async def test_switched_off_nothing_leaves_and_switched_on_all_is_as_before(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        url, books = engine(desk).playground.url, sandbox(desk).books
        await switch(desk, OFF)
        await send_and_wait(desk)
        assert {verdict for verdict, _ in outcomes(desk)} == {"Not sent"}
        assert desk.window.phone.scenario.currentData() == OFF
        await switch(desk, Scenario.NORMAL)
        assert (engine(desk).playground.url, sandbox(desk).books) == (url, books)
        await send_and_wait(desk)
        assert books.totals.accepted == 6
        assert [verdict for verdict, _ in outcomes(desk)].count("Accepted") == 3


async def test_switched_off_in_mid_send_every_row_says_what_became_of_it(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        desk.window.devices.add(
            [make_token(TokenState.LIVE, number) for number in range(100, 250)]
        )
        kit = sandbox(desk)
        # Ten to a request, all answered late: some are out when it goes.
        kit.scenario, kit.delay = Scenario.SLOW, 0.5
        desk.window.gate.send()
        await until(lambda: kit.books.totals.accepted >= 20)
        await switch(desk, OFF)
        await until(lambda: idle(desk), 25)
        verdicts = Counter(verdict for verdict, _ in outcomes(desk))
        total = kit.books.totals
        assert verdicts.total() == 154
        assert set(verdicts) <= {"Accepted", "Rejected", "Unknown", "Not sent"}
        assert verdicts["Not sent"] <= 154 - total.received
        assert verdicts["Accepted"] <= total.accepted
        assert verdicts["Accepted"] + verdicts["Unknown"] >= total.accepted
        assert verdicts["Unknown"]


async def test_a_port_that_was_taken_meanwhile_is_another_one(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        port = int(engine(desk).playground.url.rpartition(":")[2])
        await switch(desk, OFF)
        with socket.socket() as thief:
            thief.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            thief.bind(("127.0.0.1", port))
            thief.listen()
            await switch(desk, Scenario.NORMAL)
            assert not engine(desk).playground.url.endswith(f":{port}")
            await send_and_wait(desk)
        assert [verdict for verdict, _ in outcomes(desk)].count("Accepted") == 3


async def test_choices_made_in_a_hurry_end_with_the_last_one(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        for key in (OFF, Scenario.HTML, OFF, Scenario.SLOW):
            choose(desk, key)
        await asyncio.sleep(0.1)
        await until(lambda: engine(desk).playground.url)
        await until(lambda: not engine(desk)._tasks)
        assert engine(desk).playground.url
        assert sandbox(desk).scenario is Scenario.SLOW
