import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.token_columns import Columns, Counts
from hmpush_gui.exchange.token_source import Preview
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.importing import Importing
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.token_import_dialog import TokenImportDialog

from . import samples
from .conftest import Heard
from .test_file_drop import drop, enter, files

LIST = Preview("text", (("abc",), ("def",)), Columns())
SHEETS = Preview("sheet", (("abc", "x"),), Columns(0), ("One", "Two"), "One")


@pytest.fixture
def importing(shown: MainWindow) -> Importing:
    return shown.importing


@pytest.fixture
def dialog(importing: Importing, qtbot: QtBot) -> TokenImportDialog:
    importing.show_list()
    qtbot.waitActive(importing.lists)
    return importing.lists


def test_it_stays_one_window_beside_the_other(
    shown: MainWindow, importing: Importing, dialog: TokenImportDialog
) -> None:
    assert not dialog.isModal()
    dialog.reject()
    importing.show_list()
    assert shown.findChildren(TokenImportDialog) == [dialog]
    assert dialog.isVisible()


def test_it_names_the_project(shown: MainWindow, dialog: TokenImportDialog) -> None:
    assert dialog.windowTitle() == f"Import devices into {samples.TEST.name}"
    shown.choice.choose(samples.FORMAL.key)
    assert dialog.windowTitle() == f"Import devices into {samples.FORMAL.name}"


def test_files_are_dropped_on_it(
    importing: Importing, dialog: TokenImportDialog, heard: Heard
) -> None:
    wanted = heard(importing.file_wanted)
    assert enter(dialog, files("/a/list.csv"))
    assert drop(dialog, files("/a/list.csv"))
    assert wanted == [("/a/list.csv", "")]


def test_the_clipboard_is_a_text_or_a_file(
    importing: Importing, dialog: TokenImportDialog, heard: Heard
) -> None:
    texts, paths = heard(importing.text_wanted), heard(importing.file_wanted)
    QApplication.clipboard().setText("abc\ndef")
    dialog._on_paste()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a/list.csv")])
    QApplication.clipboard().setMimeData(data)
    dialog._on_paste()
    assert (texts, paths) == ([("abc\ndef",)], [("/a/list.csv", "")])


def test_only_what_is_open_can_be_imported(
    importing: Importing, dialog: TokenImportDialog, heard: Heard
) -> None:
    wanted = heard(importing.read_wanted)
    assert not dialog.go.isEnabled()
    importing.opened("list.txt", LIST)
    assert dialog.go.isEnabled()
    assert dialog.go.hasFocus()
    dialog.go.click()
    assert wanted == [(Columns(), importing.devices.roll)]


def test_while_it_reads_it_can_be_stopped_and_nothing_else(
    importing: Importing, dialog: TokenImportDialog, heard: Heard
) -> None:
    stopped, opened = heard(importing.stop_wanted), heard(importing.file_wanted)
    importing.opened("list.txt", LIST)
    assert not dialog.bar.isVisible()
    dialog.go.click()
    importing.progressed(1, 4)
    assert (dialog.bar.isVisible(), dialog.bar.value()) == (True, 250)
    assert not dialog.go.isEnabled()
    drop(dialog, files("/a/other.csv"))
    assert opened == []
    dialog.stop.click()
    importing.stopped()
    assert len(stopped) == 1
    assert dialog.said.text() == "Stopped. Nothing was added."
    assert dialog.go.isEnabled()
    assert not dialog.bar.isVisible()


def test_closing_gives_up_what_is_read(
    importing: Importing, dialog: TokenImportDialog, heard: Heard
) -> None:
    stopped = heard(importing.stop_wanted)
    dialog.reject()
    assert stopped == []
    importing.show_list()
    importing.opened("list.txt", LIST)
    dialog.go.click()
    dialog.reject()
    assert len(stopped) == 1


def test_the_result_is_told(importing: Importing, dialog: TokenImportDialog) -> None:
    importing.opened("list.txt", LIST)
    dialog.go.click()
    dialog.show_result(Counts(read=2), 2, 0)
    assert dialog.said.text() == "Tokens read: 2. Added: 2."
    assert not dialog.said.property("problem")
    dialog.show_result(Counts(read=2), 0, 2)
    assert dialog.said.property("problem") == "warning"


def test_a_refusal_is_told_and_another_file_takes_it_away(
    importing: Importing, dialog: TokenImportDialog
) -> None:
    importing.refused(Sentence("test", "No."))
    assert (dialog.said.text(), dialog.said.property("problem")) == ("No.", "blocking")
    importing.opened("list.txt", LIST)
    assert not dialog.said.isVisible()


def test_another_sheet_is_opened(
    importing: Importing, dialog: TokenImportDialog, heard: Heard
) -> None:
    wanted = heard(importing.file_wanted)
    dialog.open_file("/a/list.xlsx")
    importing.opened("list.xlsx", SHEETS)
    assert dialog.preview.sheets.isVisible()
    dialog.preview.sheets.setCurrentText("Two")
    assert wanted == [("/a/list.xlsx", ""), ("/a/list.xlsx", "Two")]
    importing.opened("list.txt", LIST)
    assert not dialog.preview.sheets.isVisible()


def test_a_device_log_is_one_click_away(
    importing: Importing, dialog: TokenImportDialog
) -> None:
    dialog._log.click()
    assert importing.logs.isVisible()
