"""While the mode is on, nothing of the user's own can be read anywhere."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.desk import Desk
from hmpush_gui.exchange.veil_mark import NAMED
from hmpush_gui.pushkit.message import Draft
from hmpush_gui.pushkit.project import Project
from hmpush_gui.samples import idle_project, sample_message
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.ui import plain_names, veiling
from hmpush_gui.ui.checklist_dialog import ChecklistDialog
from hmpush_gui.ui.compare_dialog import CompareDialog
from hmpush_gui.ui.device_rows import Column as DeviceColumn
from hmpush_gui.ui.doctor_dialog import DoctorDialog
from hmpush_gui.ui.file_dialogs import ask_to_open
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.preview_shots import draw_one
from hmpush_gui.ui.project_dialog import ProjectDialog
from hmpush_gui.ui.result_list import Column
from hmpush_gui.ui.setup_dialog import SetupDialog
from hmpush_gui.ui.sheet_dialog import SheetDialog
from hmpush_gui.ui.table import point_at
from hmpush_gui.ui.theme import Tone
from tests import marked
from tests.marked import (
    FILE,
    FOLDER,
    NAME,
    TOKENS,
    marked_program,
    marked_project,
    marks,
)
from tests.programs import engine, program, sandbox, send_and_wait, small_account, until
from tests.seen import leaks

from . import samples, share_tours
from .share_tours import Seen

pytestmark = pytest.mark.usefixtures("qapp")


async def work(desk: Desk) -> AsyncIterator[Seen]:
    """Composer, lists, details, notices."""
    window = desk.window
    for index in range(window.composer.tabs.count()):
        window.composer.tabs.setCurrentIndex(index)
        yield f"composer {index}", window.composer
    for side in (window.projects_panel, window.messages_panel, window.devices_panel):
        window.panes.show_side(side)
        yield type(side).__name__, window.panes.side
    point_at(window.devices_panel.table, window.devices.index(0, 0))
    window.devices_panel._on_details_wanted()
    yield "device details", window.devices_panel
    window.devices_panel.want_tokens()
    window.devices_panel.entry.field.setPlainText("\n".join(TOKENS))
    yield "tokens to add", window.devices_panel
    window.devices_panel.entry.field.clear()
    for index in range(window.panes.right.count()):
        window.panes.right.setCurrentIndex(index)
        yield f"right {index}", window.panes.right
    name = veiling.named(share_tours.own(desk))
    window.tell(f"{name}: {TOKENS[0]} {small_account().client.client_id}", Tone.BAD)
    window.confirm.ask(f"Send with {name}?", "Send", lambda: None)
    yield "notices and question", None


async def sends(desk: Desk) -> AsyncIterator[Seen]:
    """One that is accepted and one that is not, in all its pages."""
    window = desk.window
    for scenario in (Scenario.NORMAL, Scenario.UNAVAILABLE):
        sandbox(desk).scenario = scenario
        await send_and_wait(desk)
        for index in range(window.outcome.tabs.count()):
            window.outcome.tabs.setCurrentIndex(index)
            await asyncio.sleep(0.1)
            yield f"{scenario}, outcome {index}", window.outcome


async def dialogs(desk: Desk) -> AsyncIterator[Seen]:
    """Each by itself."""
    window = desk.window
    body = json.dumps(
        {
            "statuses": [
                {"token": TOKENS[0], "requestId": "123456789012345678901234",
                 "deliveryStatus": {"result": 0, "timestamp": 1_900_000_001_000}}
            ]
        },
        indent=1,
    )  # fmt: skip
    acts: dict[str, Callable[[], object]] = {
        "project": window.editing.edit,
        "paste": lambda: window.pasting.show(
            json.dumps({"message": {"token": TOKENS[1], "data": {"a": "b"}}})
        ),
        "languages": window.translating.show,
        "receipts": window.receipts.show,
        "log": window.importing.show_log,
        "list": window.importing.show_list,
        "setup": window.setup.show,
        "sheet": window.sheet_wanted.emit,
        "variables": window.placeholders.define,
        "settings": window.actions_._set_sending,
        "keys": window.actions_._show_keys,
    }
    for name, act in acts.items():
        before = set(window.findChildren(QDialog))
        act()
        if name == "receipts":
            window.receipts.dialog.text.setPlainText(body)
        await asyncio.sleep(0.2)
        (dialog,) = set(window.findChildren(QDialog)) - before
        yield name, dialog
        dialog.close()


async def looks(desk: Desk) -> AsyncIterator[Seen]:
    """What there is to be looked at once something was sent."""
    window = desk.window
    for _ in range(2):
        await send_and_wait(desk)
    window.outcome.tabs.setCurrentIndex(5)
    panel = window.outcome.history
    await until(lambda: panel.model.rowCount() == 2)
    newer, older = panel.model.sends()
    panel.compare_wanted.emit(older.key, newer.key)
    await until(lambda: window.findChild(CompareDialog))
    yield "compare", window.findChild(CompareDialog)
    window.outcome.inspector.show_checklist()
    yield "checklist", window.findChild(ChecklistDialog)
    window.editing.check()
    (doctor,) = window.findChildren(DoctorDialog)
    await until(lambda: doctor.findings)
    doctor.ask.click()
    await until(lambda: not engine(desk)._tasks)
    yield "doctor", doctor
    window.setup.show()
    (guide,) = window.findChildren(SetupDialog)
    for row in range(guide.model.rowCount()):
        guide.list.setCurrentIndex(guide.model.index(row))
        await asyncio.sleep(0.02)
        yield f"setup {row}", guide
    window.importing.show_log()
    log = window.importing.logs
    log.text.setPlainText(f"11-28 09:00:00.000 I push: token {TOKENS[0]}")
    await asyncio.sleep(0.5)
    yield "log", log
    window.sheet_wanted.emit()
    (sheet,) = window.findChildren(SheetDialog)
    assert desk.sheets
    desk.sheets.add_written()
    desk.sheets.add_chosen()
    yield "sheet", sheet
    for dialog in window.findChildren(QDialog):
        dialog.close()


@pytest.mark.parametrize(
    "tour",
    [work, sends, dialogs, looks, share_tours.connection, share_tours.sharing,
     share_tours.words, share_tours.broken, share_tours.places],
)  # fmt: skip
async def test_nothing_of_the_users_own_can_be_read_in_any_place(
    tour: Callable[[Desk], AsyncIterator[Seen]], tmp_path: Path
) -> None:
    async with marked_program(tmp_path) as desk:
        desk.window.share.switch(True)
        found = {}
        async for name, place in tour(desk):
            await asyncio.sleep(0.02)
            if there := leaks(marks(), place):
                found[name] = there
        assert found == {}
        assert leaks(marks()) == []
        desk.window.share.switch(False)
        await until(lambda: not engine(desk)._tasks)


@pytest.mark.long
@pytest.mark.parametrize(
    ("tour", "some"),
    [
        (work, {"name", "client id", "token 0", "token 1"}),
        (sends, {"name", "project id", "token 0"}),
        (dialogs, {"name", "project id", "token 0", "token 1"}),
        (looks, {"name", "project id", "client id", "key id", "token 0"}),
        (share_tours.connection, {"name", "file", "proxy user"}),
        (share_tours.sharing, {"name", "file", "project id"}),
        (share_tours.words, {"name", "token 0", "token 1"}),
        (share_tours.broken, {"name", "file"}),
        (share_tours.places, {"proxy host", "push server", "folder"}),
    ],
)
async def test_all_of_it_can_be_read_while_the_mode_is_off(
    tour: Callable[[Desk], AsyncIterator[Seen]], some: set[str], tmp_path: Path
) -> None:
    async with marked_program(tmp_path) as desk:
        found = set()
        async for _name, place in tour(desk):
            await asyncio.sleep(0.02)
            found |= {each.rpartition(": ")[2] for each in leaks(marks(), place)}
            if found >= some:
                break
        assert found >= some
        await until(lambda: not engine(desk)._tasks)


async def test_a_project_that_went_in_an_earlier_run_stays_hidden(
    tmp_path: Path,
) -> None:
    async with marked_program(tmp_path) as desk:
        for _ in range(2):
            await send_and_wait(desk)
        desk.window.editing._forget("own")
        await until(lambda: not engine(desk)._tasks)
    # As in another process.
    veiling._Worn.past.clear()
    async with program(tmp_path) as desk:
        window = desk.window
        window.share.switch(True)
        window.outcome.tabs.setCurrentIndex(5)
        panel = window.outcome.history
        await until(lambda: panel.model.rowCount() == 2)
        newer, older = panel.model.sends()
        found = {"list": leaks(marks())}
        panel.compare_wanted.emit(older.key, newer.key)
        await until(lambda: window.findChild(CompareDialog))
        found["compare"] = leaks(marks())
        window.outcome.show_past(older.key)
        await until(window.outcome.past_line.isVisible)
        found["past"] = leaks(marks())
        for index in range(window.outcome.tabs.count()):
            window.outcome.tabs.setCurrentIndex(index)
            await asyncio.sleep(0.05)
            found[f"outcome {index}"] = leaks(marks())
        window.share.switch(False)
        assert leaks(marks())
    assert not any(found.values()), found


@pytest.mark.parametrize("tour", [work, sends, share_tours.words])
async def test_short_tokens_of_the_device_book_are_hidden_like_long_ones(
    tour: Callable[[Desk], AsyncIterator[Seen]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    short = ("foobar", "quagga1", "t-9")
    for module in (marked, share_tours, sys.modules[__name__]):
        monkeypatch.setattr(module, "TOKENS", short)
    there = {token: token for token in short}
    async with marked_program(tmp_path) as desk:
        desk.window.share.switch(True)
        found = {}
        async for step, place in tour(desk):
            await asyncio.sleep(0.02)
            if leaked := leaks(there, place):
                found[step] = leaked
        assert found == {}
        desk.window.share.switch(False)
        await until(lambda: not engine(desk)._tasks)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow(Draft(sample_message()))
    qtbot.addWidget(window)
    window.load_projects([idle_project("Sandbox"), marked_project()], (), "own")
    window.show()
    return window


def test_the_key_works_from_windows_beside_the_main_one(window: MainWindow) -> None:
    action = window.findChild(QAction, "action.share")
    assert isinstance(action, QAction)
    assert action.shortcutContext() is Qt.ShortcutContext.ApplicationShortcut


def test_the_strip_and_the_menu_say_that_it_is_on_and_end_it(
    window: MainWindow,
) -> None:
    action = window.findChild(QAction, "action.share")
    assert isinstance(action, QAction)
    assert not window.strip.sharing.isVisible()
    action.trigger()
    assert window.share.is_on
    assert window.strip.sharing.isVisible()
    assert action.isChecked()
    assert "still the real thing" in window.notices.texts()[0]
    window.strip.sharing.click()
    assert not window.share.is_on
    assert not action.isChecked()
    assert not veiling.is_on()
    assert window.notices.texts() == []


def test_switching_changes_nothing_that_is_kept(window: MainWindow) -> None:
    window.devices.add(TOKENS)
    kept: list[object] = []
    for signal in (
        window.draft_changed,
        window.settings_changed,
        window.devices.edited,
        window.editing.projects_changed,
        window.document.changed,
    ):
        signal.connect(lambda *_: kept.append(1))
    point_at(window.devices_panel.table, window.devices.index(1, 0))
    before = window.document.message
    stack = window.document.undo_stack.count()
    clean = window.document.undo_stack.isClean()
    for on in (True, False):
        window.share.switch(on)
        window.grab()
        assert window.devices_panel.table.currentIndex().row() == 1
    assert (window.document.message, window.document.undo_stack.count()) == (
        before,
        stack,
    )
    assert window.document.undo_stack.isClean() == clean
    assert kept == []


def test_a_project_that_is_named_meanwhile_is_hidden_at_once(
    window: MainWindow,
) -> None:
    window.share.switch(True)
    label = QLabel("for Quagga Ltd", window)
    label.show()
    window.projects.put(Project("new", "Quagga Ltd"))
    assert "Quagga" not in label.text()
    window.projects.remove("new")
    label.setText("was Quagga Ltd")
    window.grab()
    assert "Quagga" not in label.text()
    window.share.switch(False)


@pytest.mark.parametrize("before", [True, False])
def test_the_name_of_a_project_that_is_no_more_is_hidden_in_its_past_sends(
    window: MainWindow, before: bool
) -> None:
    name = f"Quagga{before} Ltd"
    gone = replace(samples.record("a"), project=Project("gone", name))
    if before:
        window.share.switch(True)
    window.outcome.show_send(samples.history(gone, samples.accepted("a")))
    assert window.outcome.past_line.isVisible()
    assert bool(leaks({"gone": name})) is not before
    window.share.switch(True)
    window.grab()
    assert leaks({"gone": name}) == []
    window.share.switch(False)


def test_a_command_copies_the_real_thing(window: MainWindow) -> None:
    window.devices.add(TOKENS[:1])
    window.share.switch(True)
    point_at(window.devices_panel.table, window.devices.index(0, 0))
    window.devices_panel._on_copy()
    assert QGuiApplication.clipboard().text() == TOKENS[0]
    window.share.switch(False)


def test_a_token_that_is_a_word_of_the_window_is_hidden_where_tokens_stand(
    window: MainWindow,
) -> None:
    window.devices.add(["Send", "later-1"])
    index = window.devices.index(0, DeviceColumn.TOKEN)
    results = window.outcome.results.model
    results.start(list(window.devices.roll.devices()))
    cell = results.index(0, Column.TOKEN)
    assert (index.data(), cell.data()) == ("Send", "Send")
    window.share.switch(True)
    assert index.data() == cell.data() == veiling.token_name("Send") != "Send"
    assert "Send" not in index.data(Qt.ItemDataRole.ToolTipRole).split()
    assert window.strip.send.text() == "Send"
    window.share.switch(False)
    assert index.data() == "Send"


def test_a_token_that_comes_into_the_book_meanwhile_is_hidden(
    window: MainWindow,
) -> None:
    window.share.switch(True)
    assert veiling.veiled("to foobar") == "to foobar"
    window.devices.add(["foobar"])
    assert "foobar" not in veiling.veiled("to foobar")
    window.share.switch(False)


def test_a_dialog_that_is_open_is_veiled_at_once(window: MainWindow) -> None:
    window.editing.edit()
    (dialog,) = window.findChildren(ProjectDialog)
    assert leaks(marks(), dialog)
    window.share.switch(True)
    assert leaks(marks(), dialog) == []
    assert dialog.name.text() == NAME
    window.share.switch(False)
    dialog.reject()


def test_no_file_is_called_like_the_project_by_itself(window: MainWindow) -> None:
    for on in (False, True):
        window.share.switch(on)
        window.joins.sharing.export(marked_project())
        (dialog,) = window.findChildren(QFileDialog)
        (path,) = dialog.selectedFiles()
        assert (FILE in path) is not on
        dialog.close()
        dialog.setParent(None)
    window.share.switch(False)


def test_closing_the_window_ends_it(window: MainWindow) -> None:
    window.share.switch(True)
    window.close()
    assert not veiling.is_on()


@pytest.mark.parametrize(
    "tour", [work, sends, dialogs, looks, share_tours.connection, share_tours.sharing,
             share_tours.words],
)  # fmt: skip
async def test_a_name_like_any_word_is_hidden_wherever_a_project_is_named(
    tour: Callable[[Desk], AsyncIterator[Seen]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plain_names, "is_plain", NAME.__eq__)
    name = {"name": NAME}
    async with marked_program(tmp_path) as desk:
        desk.window.share.switch(True)
        found = {}
        async for step, place in tour(desk):
            await asyncio.sleep(0.02)
            # There it is the name of a folder.
            if step != "no certificate" and (there := leaks(name, place)):
                found[step] = there
        assert found == {}
        desk.window.share.switch(False)
        await until(lambda: not engine(desk)._tasks)


def test_a_project_called_like_a_button_takes_no_words_from_the_window(
    window: MainWindow,
) -> None:
    window.projects.put(Project("plain", "Send"))
    window.choice.choose("plain")
    window.share.switch(True)
    window.grab()
    assert window.strip.send.text() == "Send"
    assert window.strip.project.currentText().startswith("project ··")
    window.editing.forget()
    window.grab()
    asked = window.confirm.findChild(QLabel, "confirm.words")
    assert isinstance(asked, QLabel)
    assert asked.text().replace(NAMED, "").startswith("Forget project project ··")
    window.share.switch(False)
    window.grab()
    assert asked.text().replace(NAMED, "").startswith("Forget project Send?")


def test_the_app_of_the_preview_is_called_like_the_project_and_not_marked(
    window: MainWindow,
) -> None:
    window.projects.put(Project("plain", "Send"))
    window.choice.choose("plain")
    state = window.preview.state
    assert (state.face.name, state.face.sign) == ("Send", "S")
    window.share.switch(True)
    assert state.face.name.startswith("project ··")
    window.share.switch(False)


def test_what_the_preview_shows_is_hidden_and_the_picture_given_away_is_not(
    window: MainWindow,
) -> None:
    path = ("payload", "notification", "title")
    window.document.set_value(path, f"From {NAME}")
    window.preview.show_message(window.document.message)
    font = window.font()
    before = draw_one(window.preview.state, font, 1)
    window.share.switch(True)
    assert leaks({"name": NAME}, window.preview) == []
    assert draw_one(window.preview.state, font, 1) == before
    assert veiling.is_on()
    window.share.switch(False)
    assert leaks({"name": NAME}, window.preview)


def test_dialogs_of_files_begin_where_nothing_of_the_users_own_lies(
    window: MainWindow, tmp_path: Path
) -> None:
    for on in (False, True):
        window.share.switch(on)
        ask_to_open(window, str(tmp_path), lambda _path: None)
        (dialog,) = window.findChildren(QFileDialog)
        assert (Path(dialog.directory().path()) == tmp_path) is not on
        dialog.close()
        dialog.setParent(None)
    window.share.switch(False)


def test_recent_files_tell_their_folder_again_afterwards(window: MainWindow) -> None:
    path = f"{FOLDER}/{'deep/' * 9}parcel.json"
    window.filing.recent.add(path)
    action = window.findChild(QAction, "recent.0")
    assert isinstance(action, QAction)
    for on in (True, False):
        window.share.switch(on)
        window.filing.recent.tell_all()
        assert ("deep/deep" in action.text()) is not on
        assert (FOLDER in action.toolTip()) is not on
        assert "parcel.json" in action.text()
