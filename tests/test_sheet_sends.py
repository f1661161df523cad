"""A test run is never sent twice, never lost, and says only what is so."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.record import SendQuery
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.sheet_dialog import SheetDialog
from hmpush_gui.ui.sheet_list import Column
from hmpush_gui.ui.sheets import Sheets

from .programs import engine, idle, program, until
from .test_sheet_joins import button, filled, opened, texts

pytestmark = pytest.mark.usefixtures("qapp")

NO = Problem("a", Severity.BLOCKING, ("x",), Sentence("x", "No."))


def ready(desk: Desk, title: str = "One") -> tuple[Sheets, SheetDialog]:
    """A sheet with one scenario for the devices of the sandbox."""
    sheets, dialog = opened(desk)
    message = desk.window.document.message
    path = ("payload", "notification", "title")
    document = write(message.document, path, title)
    sheets.add_message(title, replace(message, document=document))
    button(dialog, "devices").click()
    return sheets, dialog


async def over(desk: Desk) -> None:
    await until(lambda: not idle(desk))
    await until(lambda: idle(desk))


async def test_two_presses_send_once(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        _sheets, dialog = ready(desk)
        started: list[object] = []
        engine(desk).sends.started.connect(started.append)
        button(dialog, "send").click()
        button(dialog, "send").click()
        button(dialog, "again").click()
        assert "being sent" in dialog.said.text()
        await over(desk)
        assert len(started) == 1


async def test_a_sheet_opened_while_the_program_starts_hears_the_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_later = Desk.open

    async def open_with_sheet(desk: Desk) -> None:
        desk.window.sheet_wanted.emit()
        assert desk.engine is None
        await open_later(desk)

    monkeypatch.setattr(Desk, "open", open_with_sheet)
    async with program(tmp_path) as desk:
        _sheets, dialog = ready(desk)
        button(dialog, "send").click()
        await over(desk)
        assert set(texts(dialog, Column.PUSH)) == {"Accepted", "Rejected"}


async def test_a_refusal_is_said_where_the_tester_looks(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        _sheets, dialog = ready(desk)
        desk.window.checks.start_checking(lambda *_: [NO])
        button(dialog, "send").click()
        assert "No." in dialog.said.text()
        assert set(texts(dialog, Column.PUSH)) == {"—"}


async def test_a_question_is_asked_where_the_tester_looks(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        desk.window.projects.put(Project("live", "Live", Environment.FORMAL, "1", "2"))
        desk.window.choice.choose("live")
        desk.window.choice.set_waiting("live", "")
        desk.window.checks.start_checking(lambda *_: [])
        sheets, dialog = opened(desk)
        sheets.add_written()
        phone = Device("T" * 60, "A", "live")
        sheets.edit(lambda one: one.with_devices([phone]), "Add")
        button(dialog, "send").click()
        assert not dialog.confirm.isHidden()
        assert desk.window.confirm.isHidden()
        dialog.confirm.cancel()
        assert texts(dialog, Column.PUSH) == ["—"]


async def test_the_answer_of_another_message_is_not_taken(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        _sheets, dialog = ready(desk, "Hi {{label}}")
        desk.window.checks.start_checking(lambda *_: [NO])
        button(dialog, "send").click()
        desk.window.checks.start_checking(lambda *_: [])
        desk.window.gate.send()
        await over(desk)
        assert set(texts(dialog, Column.PUSH)) == {"—"}


async def test_what_is_typed_is_kept_as_it_is_typed(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sheets, dialog = ready(desk)
        dialog.choice.name.selectAll()
        QTest.keyClicks(dialog.choice.name, "Release 5")
        QTest.keyClicks(dialog.notes.expected, "a banner")
        assert sheets.current
        first = sheets.current.key
        sheets.new("Other")
        assert dialog.notes.expected.toPlainText() == ""
        sheets.choose(first)
        assert dialog.notes.expected.toPlainText() == "a banner"
    async with program(tmp_path) as desk:
        sheets, _dialog = opened(desk)
        assert sheets.current
        assert sheets.current.name == "Release 5"
        assert sheets.current.scenarios[0].expected == "a banner"


async def test_typing_is_undone_at_once(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sheets, dialog = ready(desk)
        QTest.keyClicks(dialog.notes.expected, "a banner")
        sheets.undo.undo()
        assert sheets.current
        assert sheets.current.scenarios[0].expected == ""
        assert sheets.current.devices


async def test_history_calls_a_send_by_its_sheet_and_scenario(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        await filled(desk)
        page = await asyncio.wrap_future(engine(desk)._history.search(SendQuery()))
        assert page
        assert page.sends[0].name.startswith("Test run · ")


async def test_a_removed_sheet_comes_back_with_its_answers(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sheets, dialog = ready(desk)
        button(dialog, "send").click()
        button(dialog, "remove").click()
        await over(desk)
        sheets.undo.undo()
        assert set(texts(dialog, Column.PUSH)) == {"Accepted", "Rejected"}


async def test_a_copy_of_a_sheet_is_not_sent_and_not_marked(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        sheets, dialog = await filled(desk)
        before = sheets.current
        button(dialog, "duplicate").click()
        assert before
        assert sheets.current
        assert sheets.current.scenarios == before.scenarios
        assert set(texts(dialog, Column.PUSH)) == {"—"}
        button(dialog, "drop").click()
        assert len(sheets.current.devices) == len(before.devices) - 1
