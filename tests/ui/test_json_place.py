import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.composer_panel import ComposerPanel
from hmpush_gui.ui.json_place import WIDE
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.message_document import MessageDocument

from . import samples
from .conftest import focused, press_key, show
from .samples import TITLE

JSON = 4


@pytest.fixture
def composer(qtbot: QtBot) -> ComposerPanel:
    composer = ComposerPanel(MessageDocument(samples.message()))
    qtbot.addWidget(composer)
    composer.resize(WIDE, 600)
    show(qtbot, composer)
    return composer


def is_tab(composer: ComposerPanel) -> bool:
    return composer.tabs.isTabVisible(JSON)


def test_with_room_the_json_stands_beside_the_form(composer: ComposerPanel) -> None:
    assert composer.place.is_beside
    assert composer.json_view.isVisible()
    assert composer.forms["content"].isVisible()
    assert not is_tab(composer)
    left, right = composer.place.sizes()
    assert min(left, right) > 300


def test_without_room_it_is_a_tab(composer: ComposerPanel) -> None:
    composer.resize(WIDE - 1, 600)
    assert not composer.place.is_beside
    assert is_tab(composer)
    composer.tabs.setCurrentIndex(JSON)
    assert composer.json_view.isVisible()
    composer.resize(WIDE, 600)
    assert composer.place.is_beside
    assert composer.tabs.currentIndex() == 0


def test_the_keyboard_stays_with_the_json_wherever_it_goes(
    composer: ComposerPanel,
) -> None:
    composer.json_view.setFocus()
    composer.resize(WIDE - 1, 600)
    assert focused() is composer.json_view.text
    assert composer.tabs.currentIndex() == JSON
    composer.resize(WIDE, 600)
    assert focused() is composer.json_view.text


def test_it_can_be_put_back_and_stays_there(composer: ComposerPanel) -> None:
    close = composer.findChild(QToolButton, "json.beside.close")
    assert isinstance(close, QToolButton)
    close.click()
    assert not composer.place.is_beside
    composer.resize(WIDE + 200, 600)
    assert is_tab(composer)
    composer.place.toggle()
    assert composer.place.is_beside


def test_without_room_the_key_goes_to_the_tab(composer: ComposerPanel) -> None:
    composer.resize(600, 600)
    composer.place.toggle()
    assert composer.tabs.currentIndex() == JSON
    assert focused() is composer.json_view.text
    composer.resize(WIDE, 600)
    assert composer.place.is_beside


def test_both_are_in_step_and_have_one_undo(composer: ComposerPanel) -> None:
    document = composer._document
    document.set_value(TITLE, "From the form")
    assert "From the form" in composer.json_view.text.toPlainText()
    text = composer.json_view.text.toPlainText()
    composer.json_view.text.setPlainText(text.replace("From the form", "From JSON"))
    assert document.message.title == "From JSON"
    document.undo_stack.undo()
    assert "From the form" in composer.json_view.text.toPlainText()
    document.undo_stack.undo()
    assert "Hello" in composer.json_view.text.toPlainText()


@pytest.mark.parametrize("index", [3, JSON])
def test_going_to_the_json_goes_beside(composer: ComposerPanel, index: int) -> None:
    composer.tabs.setTabVisible(3, False)
    composer.focus_tab(index)
    assert focused() is composer.json_view.text
    composer.focus(("target", "token"))
    assert focused() is composer.json_view.text


def test_the_choice_and_the_share_are_remembered(
    composer: ComposerPanel, qtbot: QtBot
) -> None:
    composer.resize(1600, 600)
    composer.place.setSizes([600, 1000])
    composer.place.splitterMoved.emit(600, 1)
    composer.data_view.want_rows(False)
    kept = dict(composer.settings())
    assert 58 < int(kept["json_share"]) < 66
    other = ComposerPanel(MessageDocument(samples.message()))
    qtbot.addWidget(other)
    other.apply_settings(kept)
    assert other.settings() == kept
    composer.place.toggle()
    other.apply_settings(composer.settings())
    assert other.settings()["json_beside"] == "no"


@pytest.mark.parametrize("share", ["", "x", "0", "100", "-5"])
def test_a_share_that_is_none_is_left_alone(
    composer: ComposerPanel, share: str
) -> None:
    before = composer.settings()
    composer.apply_settings({**before, "json_share": share})
    assert composer.settings() == before


def test_a_key_of_the_window_puts_it_there_and_back(shown: MainWindow) -> None:
    shown.resize(1900, 900)
    place = shown.composer.place
    assert place.is_beside
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press_key(shown, Qt.Key.Key_J, both)
    assert not place.is_beside
    assert shown.remembered.settings()["json_beside"] == "no"
    press_key(shown, Qt.Key.Key_J, both)
    assert place.is_beside
