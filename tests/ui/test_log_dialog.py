import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.hilog import Certainty, Finding, Kind
from hmpush_gui.ui.importing import Importing
from hmpush_gui.ui.log_dialog import LogDialog
from hmpush_gui.ui.main_window import MainWindow

from .conftest import Heard
from .test_file_drop import drop, enter, files

TOKEN = Finding(Kind.TOKEN, "abc", Certainty.SURE, (2,))
CODE = Finding(Kind.CODE, "1000900012", Certainty.SURE, (3,))


@pytest.fixture
def importing(shown: MainWindow) -> Importing:
    return shown.importing


@pytest.fixture
def dialog(importing: Importing, qtbot: QtBot) -> LogDialog:
    importing.show_log()
    qtbot.waitActive(importing.logs)
    return importing.logs


def test_a_pasted_log_is_looked_through_by_itself(
    importing: Importing, dialog: LogDialog, heard: Heard, qtbot: QtBot
) -> None:
    wanted = heard(importing.log_wanted)
    dialog.text.setPlainText("one\ntwo")
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [("one\ntwo",)]


def test_what_was_found_is_shown_and_explained(
    importing: Importing, dialog: LogDialog
) -> None:
    assert not dialog.table.isVisible()
    importing.log_read("one\ntwo\nthree", [TOKEN, CODE])
    assert dialog.table.isVisible()
    assert dialog.table.currentIndex().row() == 1
    assert dialog.explained.text().startswith("1000900012: Push is not enabled")
    dialog.text.clearFocus()
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    assert not dialog.explained.isVisible()
    assert dialog.text.textCursor().selectedText() == "two"


def test_ticked_tokens_are_added(
    shown: MainWindow, importing: Importing, dialog: LogDialog
) -> None:
    assert not dialog.add.isEnabled()
    importing.log_read("", [TOKEN])
    dialog.add.click()
    assert dialog.said.text() == "Added: 1."
    assert shown.devices.roll.slot_of("abc") is not None
    dialog.add.click()
    assert dialog.said.text() == "Added: 0. Already here: 1."


def test_nothing_found_is_told_with_what_to_do(
    importing: Importing, dialog: LogDialog
) -> None:
    importing.log_read("", [])
    assert not dialog.said.isVisible()
    importing.log_read("started", [])
    assert "Start the app again while logging" in dialog.said.text()


def test_a_log_is_dropped_on_it(
    importing: Importing, dialog: LogDialog, heard: Heard
) -> None:
    wanted = heard(importing.log_file_wanted)
    assert enter(dialog, files("/a/hilog.gz"))
    drop(dialog, files("/a/hilog.gz"))
    assert wanted == [("/a/hilog.gz",)]
