import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from hmpush_gui.desk import Desk
from hmpush_gui.forgetting import DAY
from hmpush_gui.pushkit.record import SendSummary
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.store.history import History

from .programs import engine, idle, program, sandbox, send_and_wait, until
from .store.disk import all_bytes
from .store.samples import record

pytestmark = pytest.mark.usefixtures("qapp")

WAIT = 30


async def listed(desk: Desk, number: int) -> list[SendSummary]:
    panel = desk.window.outcome.history
    await until(lambda: panel.model.rowCount() == number)
    return list(panel.model.sends())


def press_undo(desk: Desk) -> None:
    for label in desk.window.notices.findChildren(QLabel, "notice.text"):
        if label.text().startswith("Forgotten"):
            notice = label.parentWidget()
            assert notice is not None
            offer = notice.findChild(QPushButton, "notice.offer")
            assert isinstance(offer, QPushButton)
            offer.click()
            return
    raise AssertionError("nothing to undo")


async def test_what_was_forgotten_comes_back_by_undo(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        (send,) = await listed(desk, 1)
        desk.window.outcome.history.forget_wanted.emit([send.key])
        await listed(desk, 0)
        press_undo(desk)
        (again,) = await listed(desk, 1)
        assert again == send
    async with program(tmp_path) as desk:
        await listed(desk, 1)


async def test_what_was_forgotten_leaves_the_results(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        await send_and_wait(desk)
        newer, older = await listed(desk, 2)
        outcome = desk.window.outcome
        outcome.history.forget_wanted.emit([older.key])
        await listed(desk, 1)
        assert outcome.results.model.rowCount() == 4
        outcome.history.forget_wanted.emit([newer.key])
        await listed(desk, 0)
        assert outcome.results.model.rowCount() == 0
        assert outcome.results._empty.text().endswith("is forgotten.")
        assert outcome.shown_request is None
        await send_and_wait(desk)
        assert outcome.results.model.rowCount() == 4


async def test_what_was_forgotten_is_gone_from_the_disk_when_the_program_ends(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        (send,) = await listed(desk, 1)
        desk.window.outcome.history.renamed.emit(send.key, "unforgettable")
        await until(lambda: b"unforgettable" in all_bytes(tmp_path))
        desk.window.outcome.history.forget_wanted.emit([send.key])
        await listed(desk, 0)
    assert b"unforgettable" not in all_bytes(tmp_path)


async def test_it_is_gone_after_a_minute_and_so_is_the_offer(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        (send,) = await listed(desk, 1)
        forgetting = engine(desk).past.forgetting
        forgetting._regret.setInterval(50)
        desk.window.outcome.history.renamed.emit(send.key, "unforgettable")
        desk.window.outcome.history.forget_wanted.emit([send.key])
        await until(lambda: forgetting._notice in desk.window.notices.texts())
        await until(lambda: forgetting._notice not in desk.window.notices.texts())
        await until(lambda: b"unforgettable" not in all_bytes(tmp_path))


async def test_a_send_under_way_is_not_forgotten(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sandbox(desk).scenario = Scenario.SLOW
        sandbox(desk).delay = 0.5
        desk.window.gate.send()
        (key,) = engine(desk).sends.under_way()
        engine(desk).past.forgetting.forget([key])
        assert "Stop it first" in desk.window.notices.texts()[-1]
        await until(lambda: idle(desk))
        await listed(desk, 1)


def fill(folder: Path, *ages: float) -> None:
    """Write sends that are over, so many days old."""
    history = History(folder / "history.sqlite3")
    for number, age in enumerate(ages):
        key = f"k{number}"
        history.begin(record("t", key=key, started_at=time.time() - age * DAY))
        history.finish(key)
    history.star(["k0"], on=True).result(WAIT)
    history.close()


async def test_what_was_kept_long_enough_is_forgotten_at_the_start(
    tmp_path: Path,
) -> None:
    fill(tmp_path, 500, 400, 300, 1)
    async with program(tmp_path) as desk:
        assert len(await listed(desk, 4)) == 4
        desk.window.keeping.set(365, None)
    async with program(tmp_path) as desk:
        assert [send.key for send in await listed(desk, 3)] == ["k3", "k2", "k0"]
        assert any("1 old sends" in text for text in desk.window.notices.texts())


async def test_a_clock_far_ahead_at_the_start_forgets_nothing_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, 400, 300, 70, 2)
    async with program(tmp_path) as desk:
        desk.window.keeping.set(90, None)
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + 3 * 365 * DAY)
    async with program(tmp_path) as desk:
        # That a month has gone by since the last send is believed, and no more.
        notices = desk.window.notices
        await until(lambda: any("2 old" in each for each in notices.texts()))
        assert [send.key for send in await listed(desk, 2)] == ["k3", "k0"]
        await send_and_wait(desk)
    monkeypatch.undo()
    async with program(tmp_path) as desk:
        assert {send.key for send in await listed(desk, 3)} >= {"k3", "k0"}


async def test_the_oldest_go_where_there_is_no_room(tmp_path: Path) -> None:
    fill(tmp_path, 50, 40, 30)
    async with program(tmp_path) as desk:
        desk.window.keeping.set(None, 0)
        engine(desk).past.forgetting._on_due()
        assert [send.key for send in await listed(desk, 1)] == ["k0"]


async def test_old_ones_are_forgotten_by_the_days_one_says(tmp_path: Path) -> None:
    fill(tmp_path, 50, 40, 3)
    async with program(tmp_path) as desk:
        panel = desk.window.outcome.history
        await listed(desk, 3)
        panel.forget_older_wanted.emit(30)
        assert [send.key for send in await listed(desk, 2)] == ["k2", "k0"]
        panel.forget_older_wanted.emit(30)
        await until(lambda: "is older than 30 days" in desk.window.notices.texts()[-1])
