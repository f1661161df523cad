import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.confirm_bar import ConfirmBar

from .conftest import press_key, show


@pytest.fixture
def asked() -> list[str]:
    """What was agreed to."""
    return []


@pytest.fixture
def bar(qtbot: QtBot, asked: list[str]) -> ConfirmBar:
    bar = ConfirmBar()
    qtbot.addWidget(bar)
    show(qtbot, bar)
    bar.ask("Send to 3?", "Send", lambda: asked.append("send"))
    return bar


def button(bar: ConfirmBar, name: str) -> QPushButton:
    found = bar.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_the_question_is_shown_with_cancel_under_the_keyboard(bar: ConfirmBar) -> None:
    words = bar.findChild(QLabel, "confirm.words")
    assert isinstance(words, QLabel)
    assert words.text() == "Send to 3?"
    assert button(bar, "confirm.go").text() == "Send"
    assert button(bar, "confirm.cancel").hasFocus()


def test_agreeing_does_it_once(bar: ConfirmBar, asked: list[str]) -> None:
    button(bar, "confirm.go").click()
    assert asked == ["send"]
    assert bar.isHidden()
    button(bar, "confirm.go").click()
    assert asked == ["send"]


@pytest.mark.parametrize("name", ["confirm.cancel", "confirm.go"])
def test_escape_is_cancel_from_either_button(
    bar: ConfirmBar, qtbot: QtBot, asked: list[str], name: str
) -> None:
    button(bar, name).setFocus()
    press_key(button(bar, name), Qt.Key.Key_Escape)
    assert bar.isHidden()
    button(bar, "confirm.go").click()
    assert asked == []


@pytest.mark.parametrize("name", ["confirm.cancel", "confirm.go"])
def test_the_keyboard_goes_back_to_where_it_was(qtbot: QtBot, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    other, field, bar = QLineEdit(window), QLineEdit(window), ConfirmBar(window)
    show(qtbot, window)
    field.setFocus()
    bar.ask("Send to 3?", "Send", lambda: None)
    bar.ask("Send to 4?", "Send", lambda: None)
    button(bar, name).click()
    assert field.hasFocus()
    bar.ask("Send to 3?", "Send", lambda: None)
    other.setFocus()
    bar.cancel()
    assert other.hasFocus()


def test_cancel_does_nothing(bar: ConfirmBar, asked: list[str]) -> None:
    button(bar, "confirm.cancel").click()
    assert bar.isHidden()
    assert asked == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_A])
def test_no_other_key_agrees(
    bar: ConfirmBar, qtbot: QtBot, asked: list[str], key: Qt.Key
) -> None:
    press_key(button(bar, "confirm.cancel"), key)
    assert asked == []


def test_a_new_question_takes_the_place_of_the_old(
    bar: ConfirmBar, asked: list[str]
) -> None:
    bar.ask("Forget?", "Forget", lambda: asked.append("forget"))
    button(bar, "confirm.go").click()
    assert asked == ["forget"]


def test_what_is_agreed_to_may_ask_again(bar: ConfirmBar, asked: list[str]) -> None:
    bar.ask("One?", "Go", lambda: bar.ask("Two?", "Go", lambda: asked.append("two")))
    button(bar, "confirm.go").click()
    assert not bar.isHidden()
    button(bar, "confirm.go").click()
    assert asked == ["two"]
