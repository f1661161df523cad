"""Enter on a button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.enter_key import EnterDialog
from hmpush_gui.ui.main_window import MainWindow

from .conftest import Heard, press_key, show


@pytest.fixture
def dialog(qtbot: QtBot) -> EnterDialog:
    dialog = EnterDialog()
    column = QVBoxLayout(dialog)
    for each in (QLineEdit(dialog), QPushButton(dialog), QPushButton(dialog)):
        column.addWidget(each)
    for button in dialog.findChildren(QPushButton):
        button.setAutoDefault(False)
    qtbot.addWidget(dialog)
    show(qtbot, dialog)
    return dialog


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_button_with_the_keyboard_is_pressed_even_beside_a_default_one(
    dialog: EnterDialog, heard: Heard, key: Qt.Key
) -> None:
    first, second = dialog.findChildren(QPushButton)
    first.setDefault(True)
    clicks = heard(first.clicked), heard(second.clicked)
    second.setFocus()
    press_key(second, key)
    assert [len(each) for each in clicks] == [0, 1]


def test_enter_in_a_field_presses_nothing(dialog: EnterDialog, heard: Heard) -> None:
    clicks = [heard(each.clicked) for each in dialog.findChildren(QPushButton)]
    (field,) = dialog.findChildren(QLineEdit)
    field.setFocus()
    press_key(field, Qt.Key.Key_Return)
    assert clicks == [[], []]
    assert dialog.isVisible()


def test_it_is_so_in_the_window_too(shown: MainWindow, heard: Heard) -> None:
    opened = heard(shown.gate.opened)
    shown.strip.send.setFocus()
    press_key(shown.strip.send, Qt.Key.Key_Return)
    assert len(opened) == 1


def test_a_row_that_hands_the_keyboard_to_a_button_does_not_press_it(
    dialog: EnterDialog, heard: Heard
) -> None:
    button = dialog.findChildren(QPushButton)[0]
    clicks = heard(button.clicked)
    rows = QListWidget(dialog)
    rows.addItem("a")
    rows.setCurrentRow(0)
    rows.itemActivated.connect(lambda: button.setFocus())
    rows.show()
    rows.setFocus()
    press_key(rows, Qt.Key.Key_Return)
    assert button.hasFocus()
    assert not clicks
    press_key(button, Qt.Key.Key_Return)
    assert len(clicks) == 1
