"""The window of the setup guide."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.project import Project
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.setup_dialog import SetupDialog
from hmpush_gui.ui.setup_page import SetupPage
from hmpush_gui.ui.veiling import named

from . import samples
from .conftest import focused, press_key, show


@pytest.fixture
def dialog(shown: MainWindow, qtbot: QtBot) -> SetupDialog:
    shown.setup.show()
    dialog = shown.findChild(SetupDialog)
    assert isinstance(dialog, SetupDialog)
    show(qtbot, dialog)
    return dialog


def page(dialog: SetupDialog) -> SetupPage:
    assert dialog.page is not None
    return dialog.page


def test_it_begins_with_the_step_that_comes_next(dialog: SetupDialog) -> None:
    assert dialog.step.key == "sandbox"
    assert dialog.progress.text() == "3 of 11 done"
    assert dialog.projects.currentText() == "Shop"


def test_it_goes_on_where_one_left_off(dialog: SetupDialog, shown: MainWindow) -> None:
    dialog.close()
    shown.setup.note(samples.SANDBOX, samples.message(), samples.accepted("token-1"))
    shown.setup.show()
    assert dialog.step.key == "enable"


def test_the_keyboard_alone_ticks_a_step_and_goes_on(dialog: SetupDialog) -> None:
    dialog.go_to("right")
    dialog.list.setFocus()
    press_key(focused(), Qt.Key.Key_Tab)
    while focused() is not page(dialog).done:
        press_key(focused(), Qt.Key.Key_Tab)
    press_key(focused(), Qt.Key.Key_Space)
    assert dialog.progress.text() == "4 of 11 done"
    assert focused() is page(dialog).done
    dialog.list.setFocus()
    press_key(focused(), Qt.Key.Key_Down)
    assert dialog.step.key == "ids"


def test_back_and_next_stop_at_the_ends(dialog: SetupDialog) -> None:
    back = dialog.findChild(QPushButton, "setup.back")
    on = dialog.findChild(QPushButton, "setup.next")
    assert isinstance(back, QPushButton)
    assert isinstance(on, QPushButton)
    back.click()
    assert dialog.step.key == "sandbox"
    on.click()
    assert dialog.step.key == "enable"
    for _ in range(30):
        on.click()
    assert dialog.step.key == "formal"


def test_it_follows_what_happens_in_the_window(
    dialog: SetupDialog, shown: MainWindow
) -> None:
    dialog.go_to("test")
    assert page(dialog).note.text() == "This step ticks itself."
    shown.setup.note(samples.TEST, samples.message(), samples.accepted("token-1"))
    assert page(dialog).note.text() == "✓ Push Kit accepted a push of this project."
    assert dialog.progress.text() == "5 of 11 done"


def test_snippets_have_the_ids_of_the_project_in_view(
    dialog: SetupDialog, shown: MainWindow
) -> None:
    dialog.go_to("client-id")

    def code() -> str:
        text = dialog.findChild(QPlainTextEdit, "snippet.module.text")
        assert isinstance(text, QPlainTextEdit)
        return text.toPlainText()

    assert '"202"' in code()
    row = dialog.projects.findText(samples.FORMAL.name)
    dialog.projects.setCurrentIndex(row)
    dialog.projects.activated.emit(row)
    QTest.qWait(0)  # the page before goes
    assert '"404"' in code()
    assert shown.choice.key == samples.TEST.key


def test_without_a_project_it_says_so(dialog: SetupDialog, shown: MainWindow) -> None:
    shown.load_projects([samples.SANDBOX], [], samples.SANDBOX.key)
    assert dialog.projects.currentText() == "No project of your own yet"
    assert not dialog.projects.isEnabled()
    new = Project("new", "New")
    shown.editing.save(new, [])
    assert dialog.projects.currentText() == named(new)


def test_escape_closes_it(dialog: SetupDialog) -> None:
    press_key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("row", range(14))
def test_every_step_has_a_page(dialog: SetupDialog, row: int) -> None:
    dialog.list.setCurrentIndex(dialog.model.index(row))
    assert page(dialog).findChildren(QPushButton) or page(dialog).done.isVisible()
    assert dialog.body.widget() is page(dialog)
