"""A test run in the real window: send, mark, undo, restart, report."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from hmpush_gui.desk import Desk
from hmpush_gui.exchange.hand_forms import ExportForm
from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.receipt import Receipt
from hmpush_gui.pushkit.run_sheet import Mark
from hmpush_gui.samples import KEY
from hmpush_gui.ui.gallery_dialog import GalleryDialog
from hmpush_gui.ui.sheet_dialog import SheetDialog
from hmpush_gui.ui.sheet_list import Column
from hmpush_gui.ui.sheets import Sheets
from hmpush_gui.ui.table import point_at

from .programs import engine, idle, program, until

pytestmark = pytest.mark.usefixtures("qapp")


def opened(desk: Desk) -> tuple[Sheets, SheetDialog]:
    desk.window.sheet_wanted.emit()
    dialog = desk.window.findChild(SheetDialog)
    assert desk.sheets
    assert dialog
    return desk.sheets, dialog


def button(dialog: SheetDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, f"sheet.{name}")
    assert isinstance(found, QPushButton)
    return found


def texts(dialog: SheetDialog, column: Column) -> list[str]:
    model = dialog.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def receipts(sheets: Sheets) -> list[int | None]:
    """What receipts said of each cell of the sheet in hand."""
    sheet = sheets.current
    return [sheet.finding(cell).receipt for cell in sheet.cells()] if sheet else []


async def filled(desk: Desk) -> tuple[Sheets, SheetDialog]:
    sheets, dialog = opened(desk)
    sheets.add_written()
    button(dialog, "devices").click()
    button(dialog, "send").click()
    await until(lambda: not idle(desk))
    await until(lambda: idle(desk))
    return sheets, dialog


async def test_a_scenario_goes_out_and_its_outcomes_come_home(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sheets, dialog = await filled(desk)
        told = ["Accepted", "Accepted", "Accepted", "Rejected"]
        assert sorted(texts(dialog, Column.PUSH)) == told
        button(dialog, "send").click()
        assert "Every scenario has gone" in dialog.said.text()
        await until(lambda: receipts(sheets) == [0, 0, 0, None])
        sheet = sheets.current
        assert sheet
        found = [sheet.finding(cell) for cell in sheet.cells()]
        assert all(each.request_id and each.at for each in found)
        desk.window.gate.send()
        await until(lambda: idle(desk))
        assert sheets.current == sheet


async def test_receipts_come_home_also_those_that_came_while_no_sheet_was_open(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        sheets, dialog = await filled(desk)
        await until(lambda: receipts(sheets) == [0, 0, 0, None])
        assert "Receipt says: " in dialog.model.answer_words(2)
        assert sorted(texts(dialog, Column.PUSH)).count("Accepted") == 3
        assert sheets.current
        found = sheets.current.finding(next(sheets.current.cells()))
    token = desk.window.devices.roll_of(KEY).tokens[0]
    async with program(tmp_path) as desk:
        later = Receipt(token, 2, 4_000_000_000.0, found.request_id)
        desk.window.receipts.keep_wanted.emit([later])
        await until(lambda: engine(desk).receiving.kept_times)
        sheets, dialog = opened(desk)
        await until(lambda: receipts(sheets) == [2, 0, 0, None])


async def test_marks_are_set_by_keys_undone_and_kept(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sheets, dialog = await filled(desk)
        dialog.table.setFocus()
        for key in (Qt.Key.Key_P, Qt.Key.Key_F, Qt.Key.Key_S):
            QTest.keyClick(dialog.table, key)
        assert dialog.table.currentIndex().row() == 3
        assert texts(dialog, Column.MARK) == ["✓ Pass", "✕ Fail", "– Skip", "Open"]
        sheets.undo.undo()
        assert texts(dialog, Column.MARK) == ["✓ Pass", "✕ Fail", "Open", "Open"]
        note = dialog.model.index(1, Column.NOTE)
        assert dialog.model.setData(note, "no banner")
        dialog.notes.expected.setPlainText("A banner with sound")
        dialog.close()
        kept = sheets.current
        assert kept
        assert kept.scenarios[0].expected == "A banner with sound"
    async with program(tmp_path) as desk:
        sheets, dialog = opened(desk)
        assert sheets.current == kept
        assert texts(dialog, Column.NOTE)[1] == "no banner"


async def test_undo_takes_back_the_tester_but_not_push_kit(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sheets, _dialog = await filled(desk)
        sheets.undo.undo()
        assert sheets.current
        assert sheets.current.devices == ()
        sheets.undo.redo()
        sheet = sheets.current
        verdicts = {sheet.finding(cell).verdict for cell in sheet.cells()}
        assert verdicts == {Verdict.ACCEPTED, Verdict.REJECTED}


async def test_message_files_become_scenarios(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text('{"payload": {"notification": {"title": "Filed"}}}')
    bad.write_text("{")
    other = tmp_path / "other.json"
    other.write_text('{"payload": {"notification": {"body": "Nameless"}}}')
    async with program(tmp_path / "data") as desk:
        sheets, dialog = opened(desk)
        sheets.read_wanted.emit([str(bad)])
        await until(dialog.said.text)
        assert dialog.said.text().startswith("bad.json: ")
        assert sheets.current is None
        sheets.read_wanted.emit([str(good), str(bad), str(other)])
        await until(lambda: sheets.current and len(sheets.current.scenarios) == 2)
        assert sheets.current
        titles = [each.title for each in sheets.current.scenarios]
        assert titles == ["Filed", "other"]


async def test_samples_become_scenarios(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sheets, dialog = opened(desk)
        sheets.choose_sample(dialog)
        gallery = dialog.findChild(GalleryDialog)
        assert gallery
        assert "scenario" in gallery._note.text()
        desk.window.filing.choose_sample()
        assert len(desk.window.findChildren(GalleryDialog)) == 2
        await until(lambda: gallery.finder.list.model().rowCount())
        gallery._on_used()
        assert sheets.current
        [scenario] = sheets.current.scenarios
        assert scenario.title
        assert not gallery.isVisible()


async def test_only_what_can_be_done_is_offered(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sheets, dialog = opened(desk)
        for name in ("duplicate", "remove", "up", "take", "pass", "again", "send"):
            assert not button(dialog, name).isEnabled()
        assert dialog.empty.text().startswith("Nothing to test yet.")
        assert dialog.choice.chooser.isHidden()
        sheets.add_written()
        assert button(dialog, "remove").isEnabled()
        assert dialog.empty.text().startswith("Scenarios: 1.")
        assert not button(dialog, "pass").isEnabled()
        button(dialog, "devices").click()
        assert button(dialog, "pass").isEnabled()
        sheets.duplicate()
        assert not dialog.choice.chooser.isHidden()


async def test_what_push_kit_said_of_a_row_can_be_read_and_copied(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        _, dialog = await filled(desk)
        row = texts(dialog, Column.PUSH).index("Rejected")
        point_at(dialog.table, dialog.model.index(row, 0))
        words = dialog.notes.answer.text()
        assert words.startswith("Rejected · The token is malformed")
        assert " · requestId " in words


@pytest.mark.parametrize("form", [ExportForm.HTML, ExportForm.MARKDOWN])
async def test_a_report_holds_everything_but_tokens(
    tmp_path: Path, form: ExportForm
) -> None:
    async with program(tmp_path) as desk:
        sheets, dialog = await filled(desk)
        sheet = sheets.current
        assert sheet
        sheets.edit(lambda one: one.marked(one.cells(), Mark.FAIL), "Fail")
        report = dialog.reports.text(form)
        assert ("data:image/png;base64," in report) is (form is ExportForm.HTML)
        cell = next(sheet.cells())
        assert sheet.finding(cell).request_id in report
        assert all(device.token not in report for device in sheet.devices)
        dialog.reports.with_tokens.setChecked(True)
        assert cell[1] in dialog.reports.text(form).replace("\\", "")


async def test_a_report_is_written_and_never_over_another(tmp_path: Path) -> None:
    place = tmp_path / "run.html"
    place.write_text("mine")
    async with program(tmp_path / "data") as desk:
        _sheets, dialog = await filled(desk)
        dialog.reports._on_named(ExportForm.HTML, str(place))
        await until(lambda: not dialog.confirm.isHidden())
        assert place.read_text() == "mine"
        dialog.reports._on_named(ExportForm.HTML, str(tmp_path / "new.html"))
        await until(lambda: (tmp_path / "new.html").exists())
        await until(lambda: "written" in dialog.said.text())
