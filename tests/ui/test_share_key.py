"""The key of screen sharing is pressed in every kind of window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.message import Draft
from hmpush_gui.samples import idle_project, sample_message
from hmpush_gui.ui.crash_dialog import CrashDialog
from hmpush_gui.ui.main_window import MainWindow
from tests.marked import marked_project

SHARE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Draft(sample_message()))
    qtbot.addWidget(window)
    window.load_projects([idle_project("Sandbox"), marked_project()], (), "own")
    window.show()
    yield window
    window.share.switch(False)


def toggles(window: MainWindow) -> bool:
    """Whether one press switches it, wherever the keyboard is; a warning fails."""
    place = QApplication.activePopupWidget()
    target = place.windowHandle() if place else QGuiApplication.focusWindow()
    assert target
    before = window.share.is_on
    QTest.keyClick(target, Qt.Key.Key_H, SHARE)
    return window.share.is_on is not before


def colour(window: QWidget) -> None:
    dialog = QColorDialog(window)
    dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    dialog.open()


def colour_above(window: MainWindow) -> None:
    """A dialog over a dialog."""
    window.editing.new()
    dialog = window.findChild(QDialog, "project.dialog")
    assert isinstance(dialog, QDialog)
    colour(dialog)


DIALOGS: dict[str, tuple[Callable[[MainWindow], object], bool]] = {
    "project": (lambda window: window.editing.new(), True),
    "keys": (lambda window: window.actions_._show_keys(), True),
    "connection": (lambda window: window.connecting.show(), True),
    "variables": (lambda window: window.placeholders.define(), True),
    "credential": (lambda window: window.editing.check(), True),
    "crash": (lambda window: CrashDialog("trace", "kept", window).open(), True),
    "colour": (colour, True),
    "over another": (colour_above, True),
    "files": (lambda window: window.filing.open(), True),
    "paste": (lambda window: window.pasting.show(), False),
    "receipts": (lambda window: window.receipts.show(), False),
    "guide": (lambda window: window.setup.show(), False),
    "settings": (lambda window: window.actions_._set_sending(), False),
    "log": (lambda window: window.importing.show_log(), False),
    "samples": (lambda window: window.filing.choose_sample(), False),
    "languages": (lambda window: window.translating.show(), False),
}


def activate(qtbot: QtBot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.mark.parametrize("name", DIALOGS)
def test_the_key_works_in_a_dialog_and_beside_it(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    show, blocks = DIALOGS[name]
    show(window)
    dialog = [each for each in window.findChildren(QDialog) if each.isVisible()][-1]
    assert dialog.isModal() is blocks
    activate(qtbot, dialog)
    assert toggles(window)
    assert toggles(window)
    if not blocks:
        activate(qtbot, window)
        assert toggles(window)
    for each in window.findChildren(QDialog):
        each.close()
    activate(qtbot, window)
    assert toggles(window)


def test_the_key_works_while_a_menu_or_a_choice_is_open(
    window: MainWindow, qtbot: QtBot
) -> None:
    activate(qtbot, window)
    assert toggles(window)
    for menu in window.menuBar().findChildren(QMenu)[:3]:
        menu.popup(window.mapToGlobal(window.rect().center()))
        assert QApplication.activePopupWidget() is menu
        assert toggles(window)
        menu.close()
    window.strip.project.showPopup()
    assert QApplication.activePopupWidget()
    assert toggles(window)
    window.strip.project.hidePopup()


@pytest.mark.parametrize("tab", range(5))
def test_the_key_works_in_each_field_and_types_nothing(
    window: MainWindow, qtbot: QtBot, tab: int
) -> None:
    activate(qtbot, window)
    before = window.document.message
    window.composer.focus_tab(tab)
    focused = window.focusWidget()
    fields = {focused, *window.composer.tabs.currentWidget().findChildren(QWidget)}
    pressed = 0
    for field in fields:
        if field.isVisible() and field.focusPolicy() & Qt.FocusPolicy.TabFocus:
            field.setFocus()
            assert toggles(window), field
            pressed += 1
    assert pressed
    assert window.document.message == before


def test_a_dialog_of_another_window_does_not_get_the_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    activate(qtbot, other)
    assert other.actions() == []
