"""One undo stack: Ctrl+Z in any editor takes back an edit of the message."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.main_window import MainWindow

from . import samples

CONTROL = Qt.KeyboardModifier.ControlModifier


def editor(window: MainWindow, name: str) -> QWidget:
    """The editor of that object name, on the screen and with the focus."""
    if name == "json.text":
        window.composer.focus_tab(4)
    elif name == "data.text":
        window.composer.focus_tab(2)
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    found.setFocus()
    return found


@pytest.mark.parametrize(
    "name",
    [
        "field.payload.notification.title",
        "field.payload.notification.body",
        "data.text",
        "json.text",
    ],
)
def test_undo_in_an_editor_takes_back_an_edit_made_elsewhere(
    shown: MainWindow, qtbot: QtBot, name: str
) -> None:
    press: Any = qtbot.keyClick
    shown.document.set_value(samples.TITLE, "Edited elsewhere")
    widget = editor(shown, name)
    press(widget, Qt.Key.Key_Z, CONTROL)
    assert shown.document.message.title == "Hello"
    press(widget, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert shown.document.message.title == "Edited elsewhere"


def test_undo_in_broken_json_takes_back_the_typing(
    shown: MainWindow, qtbot: QtBot
) -> None:
    press: Any = qtbot.keyClick
    widget = editor(shown, "json.text")
    press(widget, Qt.Key.Key_Comma)
    assert shown.document.broken_text is not None
    press(widget, Qt.Key.Key_Z, CONTROL)
    assert shown.document.broken_text is None
    assert shown.document.message.title == "Hello"


def test_what_is_broken_is_not_sent_and_send_goes_there(
    shown: MainWindow, qtbot: QtBot
) -> None:
    press: Any = qtbot.keyClick
    sent: list[object] = []
    shown.gate.opened.connect(sent.append)
    press(editor(shown, "json.text"), Qt.Key.Key_Comma)
    shown.composer.focus_tab(0)
    shown.gate.send()
    assert sent == []
    assert "The JSON is broken" in shown.strip.problems.text()
    assert shown.composer.json_view.text.hasFocus()


def test_another_message_takes_the_broken_text_away_and_undo_brings_it_back(
    shown: MainWindow, qtbot: QtBot
) -> None:
    press: Any = qtbot.keyClick
    press(editor(shown, "json.text"), Qt.Key.Key_Comma)
    broken = shown.document.broken_text
    shown.write_on(samples.message("From history"))
    assert shown.document.broken_text is None
    text = shown.composer.json_view.text
    assert "From history" in text.toPlainText()
    shown.document.undo_stack.undo()
    assert shown.document.broken_text == broken
    assert text.toPlainText() == broken
    assert shown.document.message.title == "Hello"
