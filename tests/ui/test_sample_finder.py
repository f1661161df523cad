import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.sample_finder import SampleFinder
from hmpush_gui.ui.sample_list import SampleListModel

from .conftest import Heard, press_key, show
from .test_sample_list import THREE

FIRST, SECOND, CHINESE = THREE


@pytest.fixture
def finder(qtbot: QtBot) -> SampleFinder:
    model = SampleListModel()
    finder = SampleFinder("test", model)
    qtbot.addWidget(finder)
    model.load(THREE)
    return finder


def test_the_cursor_is_on_the_first_that_fits(
    finder: SampleFinder, heard: Heard
) -> None:
    pointed = heard(finder.pointed)
    assert finder.sample() is FIRST
    finder.search.setText("refresh")
    assert finder.sample() is SECOND
    finder.search.setText("nothing like it")
    assert finder.sample() is None
    assert pointed[-1] == (None,)
    finder.search.clear()
    assert finder.sample() is FIRST


def test_nothing_found_is_said(finder: SampleFinder) -> None:
    none = finder.findChildren(QLabel)[0]
    assert none.isHidden()
    finder.search.setText("nothing like it")
    assert not none.isHidden()


def test_arrows_move_in_the_list_while_the_field_has_the_keyboard(
    finder: SampleFinder, qtbot: QtBot, heard: Heard
) -> None:
    chosen = heard(finder.chosen)
    show(qtbot, finder)
    finder.search.setFocus()
    press_key(finder.search, Qt.Key.Key_Down)
    assert finder.sample() is SECOND
    press_key(finder.search, Qt.Key.Key_Return)
    assert chosen == [(SECOND,)]
    press_key(finder.search, Qt.Key.Key_R)
    assert finder.search.text() == "r"


def test_a_language_is_chosen_by_its_own_name(finder: SampleFinder) -> None:
    english, chinese = finder.languages.buttons()
    assert (english.text(), chinese.text()) == ("English", "中文")
    assert english.isChecked()
    chinese.click()
    assert finder.sample() is CHINESE
    assert not english.isChecked()
