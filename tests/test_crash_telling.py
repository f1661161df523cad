"""When the program broke: the draft is on the disk, and there is one dialog."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from hmpush_gui.crash_telling import CrashTelling
from hmpush_gui.crashes import Crashes
from hmpush_gui.desk import Desk
from hmpush_gui.ui.crash_dialog import CrashDialog

from .programs import program, until

pytestmark = pytest.mark.usefixtures("qapp")

TITLE = ("payload", "notification", "title")


@asynccontextmanager
async def breaking(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[tuple[Desk, Crashes, CrashTelling]]:
    async with program(folder) as desk:
        crashes = Crashes()
        telling = CrashTelling(crashes, desk, lambda: None, desk)
        crashes.watch(asyncio.get_running_loop())
        try:
            yield desk, crashes, telling
        finally:
            crashes.end()
            caplog.clear()


async def dialog_of(telling: CrashTelling) -> CrashDialog:
    await until(lambda: telling.dialog)
    assert telling.dialog is not None
    return telling.dialog


async def test_the_draft_is_on_the_disk_before_the_dialog_is_there(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with breaking(tmp_path, caplog) as (desk, crashes, telling):
        desk.window.document.set_value(TITLE, "Marked just now")
        crashes.tell(ValueError("Marked just now"))
        assert telling.dialog is None
        assert "Marked just now" in (tmp_path / "draft.json").read_text("utf-8")
        dialog = await dialog_of(telling)
        assert dialog.said.text().startswith("Your draft is kept.")
        report = dialog.report.toPlainText()
        assert "Marked" not in report
        for name in ("hmpush ", "Python ", "Qt ", "PySide6 ", "httpx ", "System "):
            assert name in report
        dialog.copy_button.click()
        assert QGuiApplication.clipboard().text() == report
        dialog.go_on.click()
        assert telling.dialog is None
        assert desk.window.isVisible()


async def test_a_draft_that_cannot_be_written_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with breaking(tmp_path, caplog) as (_, crashes, telling):
        (tmp_path / "draft.json").unlink(missing_ok=True)
        (tmp_path / "draft.json").mkdir()
        crashes.tell(ValueError())
        dialog = await dialog_of(telling)
        assert dialog.said.text().startswith("Your draft could not be written")
        dialog.reject()


async def test_a_draft_that_breaks_too_does_not_keep_the_dialog_away(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with breaking(tmp_path, caplog) as (desk, crashes, telling):

        def broken() -> None:
            raise ZeroDivisionError

        with monkeypatch.context() as patch:
            patch.setattr(desk.window.document, "draft", broken)
            crashes.tell(ValueError())
            dialog = await dialog_of(telling)
            assert dialog.said.text().startswith("Your draft could not be written")
            assert "in keep_draft" in dialog.report.toPlainText()
        dialog.reject()


async def test_what_breaks_meanwhile_is_counted_in_the_one_dialog(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with breaking(tmp_path, caplog) as (desk, crashes, telling):
        for _ in range(3):
            crashes.tell(ValueError())
        dialog = await dialog_of(telling)
        for number in range(20):
            crashes.tell(IndexError(f"number {number}"))
        assert len(desk.window.findChildren(CrashDialog)) == 1
        assert "Times: 20." in dialog.again.text()
        assert dialog.report.toPlainText().count("IndexError") == 4
        dialog.reject()


async def test_the_same_again_is_a_notice_and_then_silence(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with breaking(tmp_path, caplog) as (desk, crashes, telling):
        crashes.tell(ValueError())
        (await dialog_of(telling)).reject()
        for _ in range(3):
            crashes.tell(ValueError())
        await asyncio.sleep(0.05)
        assert telling.dialog is None
        (notice,) = [each for each in desk.window.notices.texts() if "broke" in each]
        desk.window.notices.dismiss(notice)
        crashes.tell(ValueError())
        assert notice not in desk.window.notices.texts()
        crashes.tell(KeyError())
        assert "KeyError" in (await dialog_of(telling)).report.toPlainText()
        assert telling.dialog is not None
        telling.dialog.reject()


async def test_keys_alone_are_enough(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with breaking(tmp_path, caplog) as (desk, crashes, telling):
        crashes.tell(ValueError())
        dialog = await dialog_of(telling)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert telling.dialog is None
        crashes.tell(KeyError())
        dialog = await dialog_of(telling)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert telling.dialog is None
        crashes.tell(TypeError())
        dialog = await dialog_of(telling)
        QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
        await until(lambda: desk.window.isHidden())


async def test_a_break_without_a_window_ends_the_program(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with breaking(tmp_path, caplog) as (desk, crashes, telling):
        lost: list[bool] = []
        telling.lost.connect(lambda: lost.append(True))
        desk.window.hide()
        crashes.tell(ValueError())
        await asyncio.sleep(0.05)
        assert lost == [True]
        assert telling.dialog is None


def test_no_crash_is_heard_of_where_nobody_watches() -> None:
    assert sys.excepthook.__module__ != "hmpush_gui.crashes"
