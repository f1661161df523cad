"""The credential doctor in the whole program, on the sandbox."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.finding import Finding, Part, State, worst
from hmpush_gui.pushkit.project import Project
from hmpush_gui.ui.doctor_dialog import DoctorDialog

from .programs import program, sandbox, send_and_wait, small_account, until

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.usefixtures("qapp")


def project(desk: Desk) -> Project:
    found = desk.window.choice.project
    assert found is not None
    return found


async def asked(desk: Desk, case: Case) -> list[Finding]:
    found: list[Sequence[Finding]] = []
    desk.window.doctoring.ask(case, found.append)
    await until(lambda: found)
    return list(found[0])


async def test_what_is_kept_is_looked_at_and_push_kit_takes_it(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        desk.window.editing.check()
        dialog = desk.window.findChild(DoctorDialog)
        assert isinstance(dialog, DoctorDialog)
        await until(lambda: dialog.findings)
        assert worst(dialog.findings) is State.LOOK  # 2048 bits
        assert dialog.ask.isEnabled()
        offline = len(dialog.findings)
        dialog.ask.click()
        await until(lambda: len(dialog.findings) > offline)
        online = dialog.findings[offline:]
        assert [each.state for each in online] == [State.FINE] * 3
        assert [each.part for each in online] == [Part.ONLINE, Part.CLOCK, Part.ONLINE]
        # Nobody got anything.
        assert desk.window.phone.model.rowCount() == 0
        dialog.close()


async def test_a_clock_that_is_off_is_seen_by_the_answer(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        found = await asked(desk, Case(project(desk)))
        clock = next(each for each in found if each.part is Part.CLOCK)
        assert "agrees" in str(clock.sentence)


async def test_credentials_that_are_not_kept_yet_are_asked_with(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        wrong = OAuthClient(small_account().client.client_id, "wrong")
        found = await asked(desk, Case(project(desk), (wrong,)))
        assert found[0].state is State.WRONG
        assert "1101/12304" in str(found[0].sentence)


async def test_a_foreign_key_is_refused_and_said_so(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        foreign = replace(small_account().service, key_id="other")
        found = await asked(desk, Case(project(desk), (foreign,)))
        refused = next(each for each in found if each.name == "service-account")
        assert refused.state is State.WRONG
        assert "80200001" in str(refused.sentence)


async def test_no_connection_says_nothing_of_the_credential(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        away = replace(
            project(desk),
            push_host="http://127.0.0.1:9",
            oauth_host="http://127.0.0.1:9",
        )
        found = await asked(desk, Case(away))
        assert {each.state for each in found} == {State.UNKNOWN}


async def test_a_project_without_credentials_has_nothing_to_ask_with(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        empty = Project("empty", "Empty", project_id="1")
        assert await asked(desk, Case(empty)) == []
        dialog = desk.window.doctoring.open(Case(empty))
        await until(lambda: dialog.findings)
        assert not dialog.ask.isEnabled()
        dialog.close()


async def test_a_refused_send_leads_to_the_doctor(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        window = desk.window
        stranger = replace(project(desk), project_id="999")
        window.replace_project(stranger)
        await send_and_wait(desk)
        window.outcome.tabs.setCurrentWidget(window.outcome.inspector.explain)
        button = window.findChild(QPushButton, "explain.check")
        assert isinstance(button, QPushButton)
        assert button.isVisible()
        button.click()
        dialog = window.findChild(DoctorDialog)
        assert isinstance(dialog, DoctorDialog)
        await until(lambda: dialog.findings)
        words = " ".join(str(each.sentence) for each in dialog.findings)
        assert "messages go to project 999" in words
        dialog.close()


async def test_a_send_that_was_taken_needs_no_doctor(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        outcome = desk.window.outcome
        outcome.tabs.setCurrentWidget(outcome.inspector.explain)
        button = desk.window.findChild(QPushButton, "explain.check")
        assert isinstance(button, QPushButton)
        assert not button.isVisible()
        assert sandbox(desk)


@pytest.mark.parametrize("way", ["drop", "open"])
async def test_a_key_file_given_to_the_window_becomes_a_checked_project(
    tmp_path: Path, way: str
) -> None:
    path = tmp_path / "private.json"
    path.write_text(small_account().service.to_json(), "utf-16")
    async with program(tmp_path / "data") as desk:
        from hmpush_gui.ui.project_dialog import ProjectDialog

        window = desk.window
        if way == "drop":
            window.drop.dropped.emit([str(path)])
        else:
            # Ctrl+O, File > Open and the arguments of the command.
            window.filing.open_wanted.emit(str(path))
        await until(lambda: window.findChild(ProjectDialog))
        dialog = window.findChild(ProjectDialog)
        assert isinstance(dialog, ProjectDialog)
        await until(lambda: "…" not in dialog.check.words.text())
        assert "Nothing is wrong" in dialog.check.words.text()
        assert dialog.project_id.text() == small_account().service.project_id
        dialog.reject()


async def test_a_key_file_that_is_no_use_says_why_in_the_dialog(tmp_path: Path) -> None:
    from hmpush_gui.ui.project_dialog import ProjectDialog

    path = tmp_path / "firebase.json"
    path.write_text('{"type": "service_account", "private_key": "x"}')
    async with program(tmp_path / "data") as desk:
        desk.window.filing.open_paths([str(path)])
        await until(lambda: desk.window.findChild(ProjectDialog))
        dialog = desk.window.findChild(ProjectDialog)
        assert isinstance(dialog, ProjectDialog)
        assert dialog.key.problem.isVisible()
        assert "firebase.json" in dialog.key.problem.text()
        dialog.reject()


@pytest.mark.parametrize("content", ["{}", "{broken"])
async def test_any_other_file_that_is_dropped_is_opened(
    tmp_path: Path, content: str
) -> None:
    path = tmp_path / "message.json"
    path.write_text(content)
    async with program(tmp_path / "data") as desk:
        opened: list[str] = []
        desk.window.filing.open_wanted.connect(opened.append)
        desk.window.drop.dropped.emit([str(path)])
        assert opened == [str(path)]
