"""What the log says of a run: numbers and codes, and no text of the user's."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from hmpush_gui.desk import Desk
from hmpush_gui.faults import RUNNING, Faults
from hmpush_gui.log_joins import LogJoins, SendLog
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.ui.log_level import LogLevel

from .programs import (
    engine,
    memory_secrets,
    program,
    sandbox,
    send_and_wait,
    small_account,
    until,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _leave_the_fault_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is that of the tests."""
    monkeypatch.setattr(Faults, "watch", lambda _: None)


TITLE = ("payload", "notification", "title")


async def test_sends_and_refusals_are_logged_by_numbers_and_codes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with program(tmp_path) as desk:
        joins = LogJoins(desk, tmp_path / "log", "debug", desk)
        joins.start()
        joins._listen(engine(desk).sends)
        desk.window.document.set_value(TITLE, "Dear Mrs Marked")
        await send_and_wait(desk)
        sandbox(desk).scenario = Scenario.CUT
        await send_and_wait(desk)
        sandbox(desk).scenario = Scenario.NORMAL
        desk.window.document.set_kind(kind("v1-notification"))
        await send_and_wait(desk)
        hidden = [device.token for device in desk.window.devices.devices()]
        for received in sandbox(desk).received:
            bearer = received.request.header("Authorization") or ""
            hidden.append(bearer.removeprefix("Bearer "))
        hidden.append(small_account().client.client_secret)
        joins.stop()
        text = joins.log.path.read_text("utf-8")
        caplog.clear()
    assert "started: hmpush " in text
    assert "begins: send, v3 0, 4 devices, sandbox" in text
    assert "3 accepted, 1 rejected, HTTP 200, code 80100000, requestId " in text
    assert "4 unknown, RemoteProtocolError" in text
    assert text.count(" ended\n") >= 2
    assert "httpcore" in text
    assert "Marked" not in text
    assert len(hidden) >= 8
    assert any(each.startswith("eyJ") for each in hidden)
    assert not [secret for secret in hidden if secret in text]


async def test_a_trouble_with_the_disk_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "history.sqlite3").write_bytes(b"x" * 5000)
    (data / "settings.json").write_text("{")
    folder = DataFolder(data)
    desk = Desk(folder, on_sandbox=True, language="en", secrets=memory_secrets)
    joins = LogJoins(desk, tmp_path / "log", parent=desk)
    joins.start()
    await desk.open()
    assert isinstance(joins._sends, SendLog)
    joins.stop()
    text = joins.log.path.read_text("utf-8")
    assert "hmpush_gui: history.sqlite3 could not be read" in text
    assert "hmpush_gui: settings.json could not be read" in text
    desk.window.close()
    await desk.close()
    desk.window.deleteLater()
    caplog.clear()


async def test_the_level_is_chosen_in_the_menu_and_kept(tmp_path: Path) -> None:
    async with program(tmp_path / "data") as desk:
        joins = LogJoins(desk, tmp_path / "log", parent=desk)
        levels = desk.window.actions_.log_levels
        assert levels[LogLevel.INFO].isChecked()
        joins.start()
        levels[LogLevel.OFF].trigger()
        assert joins.log.level is LogLevel.OFF
        assert not (tmp_path / "log" / "hmpush.log").read_text().endswith("off\n")
        levels[LogLevel.DEBUG].trigger()
        assert str(joins.log.level) == "debug"
        joins.stop()
    async with program(tmp_path / "data") as desk:
        joins = LogJoins(desk, tmp_path / "log", parent=desk)
        assert desk.window.actions_.log_levels[LogLevel.DEBUG].isChecked()
        # For one run only.
        LogJoins(desk, tmp_path / "log", "error", desk)
        assert desk.keeper.settings["log_level"] == "debug"


async def test_a_log_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file")
    async with program(tmp_path / "data") as desk:
        joins = LogJoins(desk, tmp_path / "log", parent=desk)
        joins.start()
        (notice,) = desk.window.notices.texts()
        assert notice.startswith("No log is written. ")
        joins.stop()


async def test_the_folder_is_opened_from_the_menu(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    async with program(tmp_path / "data") as desk:
        LogJoins(desk, tmp_path / "log", parent=desk)
        desk.window.log_folder_wanted.emit()
        await until(lambda: opened)
        await asyncio.sleep(0)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path / "log")]


async def test_a_hard_end_of_the_last_run_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / RUNNING).write_text("Fatal Python error: Segmentation fault")
    async with program(tmp_path / "data") as desk:
        joins = LogJoins(desk, tmp_path / "log", parent=desk)
        joins.start()
        (notice,) = desk.window.notices.texts()
        assert notice.startswith("The last run ended by a fault")
        assert "hard-end-" in notice
        joins.stop()
        joins.start()
        assert desk.window.notices.texts() == [notice]
        joins.stop()
        caplog.clear()
