import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.text_panel import TextPanel


@pytest.fixture
def panel(qtbot: QtBot) -> TextPanel:
    panel = TextPanel("request", "Request", "Nothing yet.")
    qtbot.addWidget(panel)
    return panel


def copy_button(panel: TextPanel) -> QPushButton:
    found = panel.findChild(QPushButton, "request.copy")
    assert isinstance(found, QPushButton)
    return found


def test_an_empty_panel_teaches_what_will_be_here(panel: TextPanel) -> None:
    assert panel.text.placeholderText() == "Nothing yet."
    assert panel.text.isReadOnly()
    assert not copy_button(panel).isEnabled()


def test_the_text_is_shown_and_copied(panel: TextPanel) -> None:
    panel.show_text("200 OK", '{"a": "优🎉"}')
    assert panel.headline.text() == "200 OK"
    copy_button(panel).click()
    assert QApplication.clipboard().text() == '{"a": "优🎉"}'


def test_blanks_that_do_not_break_are_copied_as_they_are(panel: TextPanel) -> None:
    panel.show_text("", "10\N{NO-BREAK SPACE}€")
    copy_button(panel).click()
    assert QApplication.clipboard().text() == "10\N{NO-BREAK SPACE}€"


def test_showing_the_same_text_keeps_the_selection(panel: TextPanel) -> None:
    panel.show_text("", "some text")
    panel.text.selectAll()
    panel.show_text("later", "some text")
    assert panel.text.textCursor().selectedText() == "some text"


def test_text_from_outside_is_plain(panel: TextPanel) -> None:
    panel.show_text("<b>bold</b>", "<b>x</b>")
    assert panel.headline.textFormat() is panel.headline.textFormat().PlainText
    assert panel.text.toPlainText() == "<b>x</b>"
