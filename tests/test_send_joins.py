"""Sends under way in the real window: paused, gone on with, stopped, at a pace."""

import asyncio
from pathlib import Path

import pytest

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.message import Api, Draft, Message
from hmpush_gui.pushkit.progress import State
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.tokens import TokenState, make_token
from hmpush_gui.send_joins import SendJoins
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.progress_line import ProgressLine

from .programs import engine, idle, program, sandbox, until
from .store.samples import record
from .test_sender import office

pytestmark = pytest.mark.usefixtures("qapp")

MANY = 2000
DEAD = 20


def add_many(desk: Desk, many: int = MANY) -> None:
    """So many devices and no other, of which every hundredth is dead."""
    devices = desk.window.devices
    devices.remove(range(devices.rowCount()))
    step = MANY // DEAD
    devices.add(
        [
            make_token(TokenState.LIVE if number % step else TokenState.DEAD, number)
            for number in range(many)
        ]
    )


def line(desk: Desk) -> ProgressLine:
    (only,) = desk.window.outcome.progress.lines()
    return only


async def sending(desk: Desk, settled: int = 100) -> ProgressLine:
    """Send to all, and wait until so many are settled."""
    desk.window.gate.send()
    await until(desk.window.outcome.progress.lines)
    await until(lambda: line(desk)._last.settled >= settled)
    return line(desk)


async def test_a_pause_keeps_the_rest_back_and_resume_sends_it(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        add_many(desk)
        books = sandbox(desk).books
        shown = await sending(desk)
        desk.window.outcome.progress.toggle_pause()
        await until(lambda: shown.words.text() == "Paused")
        before = books.totals
        assert 100 <= before.received < MANY
        assert shown._last.settled == before.received
        await asyncio.sleep(0.5)
        assert books.totals == before
        shown.pause.click()
        await until(lambda: idle(desk), 25)
        assert shown.state is State.DONE
        assert (books.totals.received, books.tokens) == (MANY, MANY)
        counts = desk.window.outcome.results.model.counts()
        assert counts == {
            Verdict.ACCEPTED: books.totals.accepted,
            Verdict.REJECTED: books.totals.refused,
        }
        assert books.totals.refused == DEAD
        assert dict(shown._last.counts).items() >= counts.items()
        await until(lambda: not desk.window.outcome.progress.lines())


async def test_a_stop_says_what_stayed_here_and_agrees_with_the_books(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        add_many(desk)
        shown = await sending(desk)
        shown.stop.click()
        await until(lambda: idle(desk))
        assert shown.words.text() == "Stopped"
        told = {verdict: label.text for verdict, label in shown.counts.items()}
        counts = desk.window.outcome.results.model.counts()
        assert sum(counts.values()) == MANY
        for verdict, text in told.items():
            number = text.replace("\u202f", "").split()[0]
            assert int(number) == counts.get(verdict, 0)
        books = sandbox(desk).books
        assert counts[Verdict.ACCEPTED] <= books.totals.accepted
        assert counts[Verdict.NOT_SENT] == MANY - books.tokens
        shown.close_button.click()
        assert desk.window.outcome.progress.isHidden()


async def test_one_of_two_sends_is_stopped_alone(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        push_kit = sandbox(desk)
        push_kit.scenario = Scenario.SLOW
        push_kit.delay = 2.0
        desk.window.gate.send()
        desk.window.gate.send()
        strip = desk.window.outcome.progress
        await until(lambda: len(strip.lines()) == 2 and push_kit.sends == 2)
        first, second = strip.lines()
        first.stop.click()
        await until(lambda: first.words.text() == "Stopped")
        assert second.words.text() == "Sending…"
        await until(lambda: idle(desk))
        assert second.words.text() == "Done"


async def test_another_pace_holds_for_what_is_under_way_but_not_in_the_sandbox() -> (
    None
):
    window = MainWindow(Draft(Message(Api.V3, "0", {})))
    async with office() as here:
        joins = SendJoins(window, here.sender)
        here.client.gate.clear()
        here.sender.send(record("a", key="real"))
        box = Project("box", "Box", Environment.SANDBOX, "1", "2")
        here.sender.send(record("a", key="box", project=box))
        window.sending.set(250, 3)
        paces = {key: send.pace.per_second for key, send in here.sender._sends.items()}
        assert paces == {"real": 250, "box": None}
        here.client.gate.set()
        await here.over("real", "box")
        assert joins._paced == set()
    window.deleteLater()


async def test_the_settings_of_sending_reach_the_engine(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        desk.window.sending.set(250, 3)
        sends = engine(desk).sends
        assert (sends.pace, sends.in_flight) == (250, 3)
    async with program(tmp_path) as desk:
        sends = engine(desk).sends
        assert (sends.pace, sends.in_flight) == (250, 3)
