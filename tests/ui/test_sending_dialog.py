import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.keeping import Keeping
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.sending import MOST_IN_FLIGHT, PACE, Sending
from hmpush_gui.ui.sending_dialog import SendingDialog

from .conftest import Heard, press_key


@pytest.fixture
def sending() -> Sending:
    return Sending()


@pytest.fixture
def dialog(qtbot: QtBot, sending: Sending) -> SendingDialog:
    dialog = SendingDialog(sending, Keeping())
    qtbot.addWidget(dialog)
    return dialog


def test_it_shows_the_choice_in_force(qtbot: QtBot) -> None:
    sending = Sending()
    sending.set(None, 2)
    dialog = SendingDialog(sending, Keeping())
    qtbot.addWidget(dialog)
    assert dialog.unlimited.isChecked()
    assert not dialog.pace.isEnabled()
    assert dialog.in_flight.value() == 2


def test_a_choice_holds_at_once(dialog: SendingDialog, sending: Sending) -> None:
    dialog.pace.setValue(120)
    assert sending.pace == 120
    dialog.unlimited.click()
    assert sending.pace is None
    dialog.unlimited.click()
    assert sending.pace == 120
    dialog.in_flight.setValue(99)
    assert sending.in_flight == MOST_IN_FLIGHT
    dialog.in_flight.setValue(0)
    assert sending.in_flight == 1


def test_a_number_half_typed_is_not_yet_the_pace(
    dialog: SendingDialog, sending: Sending, heard: Heard
) -> None:
    changes = heard(sending.changed)
    dialog.pace.selectAll()
    QTest.keyClicks(dialog.pace, "450")
    assert changes == []
    press_key(dialog.pace, Qt.Key.Key_Return)
    assert sending.pace == 450


def test_the_first_choice_comes_back(dialog: SendingDialog, sending: Sending) -> None:
    sending.set(None, 1)
    dialog._show()
    usual = dialog.findChild(QPushButton, "sending.usual")
    assert isinstance(usual, QPushButton)
    usual.click()
    assert (sending.pace, sending.in_flight) == (PACE, MOST_IN_FLIGHT)


def test_the_window_stays_usable_and_keeps_the_choice(
    shown: MainWindow, heard: Heard
) -> None:
    kept = heard(shown.settings_changed)
    press_key(shown, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = shown.findChild(SendingDialog)
    assert isinstance(dialog, SendingDialog)
    assert not dialog.isModal()
    dialog.pace.setValue(77)
    assert kept
    assert shown.remembered.settings()["sending.pace"] == "77"
    dialog.close()
