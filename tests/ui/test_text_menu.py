import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from hmpush_gui.ui.code_edit import CodeEdit
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.text_menu import text_in_use

from .conftest import focused, press_key

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def text(shown: MainWindow) -> CodeEdit:
    """The JSON, with the keyboard."""
    shown.composer.focus_tab(4)
    text = shown.composer.json_view.text
    text.folds.update(text.code())
    return text


def trigger(window: MainWindow, name: str) -> None:
    found = window.findChild(QAction, f"action.{name}")
    assert isinstance(found, QAction)
    found.trigger()


def hidden(text: CodeEdit) -> int:
    blocks = range(text.document().blockCount())
    return sum(not text.document().findBlockByNumber(n).isVisible() for n in blocks)


def test_ctrl_f_finds_in_the_text_that_has_the_keyboard(
    shown: MainWindow, text: CodeEdit
) -> None:
    press_key(text, Qt.Key.Key_F, CTRL)
    assert text.find_bar is not None
    assert text.find_bar.isAncestorOf(focused())
    assert text_in_use() is text
    press_key(focused(), Qt.Key.Key_Escape)
    shown.composer.focus_tab(0)
    press_key(focused(), Qt.Key.Key_F, CTRL)
    assert focused() is shown.outcome.history.search
    assert text_in_use() is None


def test_the_menu_folds_and_unfolds(shown: MainWindow, text: CodeEdit) -> None:
    trigger(shown, "fold_all")
    assert hidden(text) > 5
    trigger(shown, "unfold_all")
    assert hidden(text) == 0
    shown.composer.json_view.go_to(("payload", "notification"))
    trigger(shown, "fold")
    assert hidden(text) > 2
    trigger(shown, "unfold")
    assert hidden(text) == 0


def test_the_menu_completes(shown: MainWindow, text: CodeEdit) -> None:
    shown.composer.json_view.go_to(("payload", "notification"))
    trigger(shown, "complete")
    assert text.offers is not None
    assert text.offers.isVisible()


def test_f3_walks_through_what_was_found(shown: MainWindow, text: CodeEdit) -> None:
    press_key(text, Qt.Key.Key_F, CTRL)
    assert text.find_bar is not None
    text.find_bar._field.setText("o")
    first = text.textCursor().position()
    press_key(focused(), Qt.Key.Key_F3)
    second = text.textCursor().position()
    assert second > first
    press_key(focused(), Qt.Key.Key_F3, SHIFT)
    assert text.textCursor().position() == first


def test_without_a_text_it_is_about_the_json(shown: MainWindow, text: CodeEdit) -> None:
    shown.composer.focus_tab(0)
    trigger(shown, "fold_all")
    assert hidden(text) > 5
