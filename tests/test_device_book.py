"""The device book in the running program: kept, and told what became of sends."""

import json
import time
from pathlib import Path

import pytest

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.device import Device, LastOutcome
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.protocol import Exchange, Request
from hmpush_gui.pushkit.retry import Patience
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.store.book import EARLIER, NAME

from .programs import engine, program, sandbox, send_and_wait
from .store.samples import PROJECT, record

pytestmark = pytest.mark.usefixtures("qapp")


def lasts(desk: Desk) -> list[LastOutcome | None]:
    return [device.last for device in desk.window.devices.shown()]


def verdicts(desk: Desk) -> list[Verdict | None]:
    return [last.verdict if last else None for last in lasts(desk)]


def dead(desk: Desk) -> list[str]:
    return [device.dead for device in desk.window.devices.shown()]


async def test_outcomes_come_home_and_the_dead_are_marked_and_kept(
    tmp_path: Path,
) -> None:
    good = Verdict.ACCEPTED
    before = int(time.time())
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        assert verdicts(desk) == [good, good, good, Verdict.REJECTED, None]
        assert dead(desk) == ["", "", "", "tokenFormatError", ""]
        first = lasts(desk)[0]
        assert first is not None
        assert before <= first.at <= time.time()
        book = list(desk.window.devices.shown())
    async with program(tmp_path) as desk:
        assert desk.window.devices.shown() == book


@pytest.mark.parametrize("scenario", [Scenario.UNAVAILABLE, Scenario.HTML])
async def test_a_request_that_failed_otherwise_marks_nobody_dead(
    tmp_path: Path, scenario: Scenario
) -> None:
    async with program(tmp_path) as desk:
        engine(desk).sends.patience = Patience(repeats=0)
        sandbox(desk).scenario = scenario
        await send_and_wait(desk)
        assert set(verdicts(desk)[:4]) <= {Verdict.REJECTED, Verdict.UNKNOWN}
        assert None not in verdicts(desk)[:4]
        assert not any(dead(desk))


async def test_edits_are_there_after_a_restart(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        devices = desk.window.devices
        devices.write([0], label="Mine", tags=("team",), note="n", language="zh-Hans")
        devices.choose([1], False)
        devices.put_back(devices.remove([2]))
        devices.remove([3])
        devices.add(["new"])
        book = list(devices.shown())
    assert [each.token == "new" for each in book] == [False] * 4 + [True]
    async with program(tmp_path) as desk:
        assert desk.window.devices.shown() == book


async def test_devices_of_an_earlier_version_are_taken_over(tmp_path: Path) -> None:
    plain = {"token": "t", "label": "Old", "project": "sandbox", "chosen": False}
    (tmp_path / EARLIER).write_text(json.dumps([plain]))
    for _ in range(2):
        async with program(tmp_path) as desk:
            expected = [Device("t", "Old", "sandbox", chosen=False)]
            assert desk.window.devices.shown() == expected
    assert not (tmp_path / EARLIER).exists()


async def test_a_damaged_book_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("no database" * 100)
    async with program(tmp_path) as desk:
        assert any(NAME in text for text in desk.window.notices.texts())
        assert len(desk.window.devices.shown()) == 5


async def test_what_an_earlier_run_learnt_is_not_told_as_news(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sends, devices = engine(desk).sends, desk.window.devices
        devices.show_project(PROJECT.key)
        devices.add(["a"])
        old = record("a", started_at=1000.0)
        request = Request("POST", "https://push", {}, b"", ("a",))
        refused = Exchange(request, [Outcome("a", Verdict.REJECTED, "80300008")])
        accepted = Exchange(request, [Outcome("a", Verdict.ACCEPTED, "80000000")])
        sends.started.emit(old)
        sends.settled.emit(old.key, 0, refused)
        assert lasts(desk) == [LastOutcome(Verdict.REJECTED, "80300008", "", 1000)]
        sends.begun.emit(old.key, 1, request)
        sends.settled.emit(old.key, 1, accepted)
        sends.settled.emit(old.key, 0, refused)
        assert verdicts(desk) == [Verdict.ACCEPTED]
        sends.finished.emit(old.key)
