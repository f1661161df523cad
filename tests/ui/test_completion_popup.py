import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.completion_popup import CompletionPopup
from hmpush_gui.ui.json_view import JsonView

from . import samples
from .conftest import focused, press_key, show

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.resize(700, 500)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def view(qtbot: QtBot, page: QWidget) -> JsonView:
    column = QVBoxLayout(page)
    view = JsonView(page)
    column.addWidget(view)
    other = QLineEdit(page)
    other.setObjectName("other")
    column.addWidget(other)
    view.show_message(samples.message())
    show(qtbot, page)
    view.text.setPlainText("")
    view.text.setFocus()
    return view


def popup(view: JsonView) -> CompletionPopup:
    assert view.text.offers is not None
    return view.text.offers


def words(view: JsonView) -> list[object]:
    return samples.column(popup(view).model)


def write(view: JsonView, text: str) -> None:
    QTest.keyClicks(view.text, text)


def test_a_key_that_is_typed_is_completed(view: JsonView) -> None:
    write(view, '{"pay')
    assert popup(view).isVisible()
    assert words(view) == ["payload"]
    press_key(view.text, Qt.Key.Key_Return)
    assert view.text.toPlainText() == '{"payload": {}}'
    assert not popup(view).isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_enter_and_tab_take_what_is_chosen(view: JsonView, key: Qt.Key) -> None:
    write(view, '{"p')
    press_key(view.text, Qt.Key.Key_Down)
    press_key(view.text, key)
    assert view.text.toPlainText() == '{"pushOptions": {}}'
    assert focused() is view.text


def test_up_and_down_go_round(view: JsonView) -> None:
    write(view, '{"p')
    press_key(view.text, Qt.Key.Key_Up)
    press_key(view.text, Qt.Key.Key_Down)
    press_key(view.text, Qt.Key.Key_Return)
    assert view.text.toPlainText() == '{"payload": {}}'


def test_escape_closes_the_list_and_nothing_else(view: JsonView) -> None:
    write(view, '{"p')
    press_key(view.text, Qt.Key.Key_Escape)
    assert not popup(view).isVisible()
    assert view.text.toPlainText() == '{"p"}'


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_I])
def test_values_come_when_asked_for(view: JsonView, key: Qt.Key) -> None:
    write(view, '{"payload":{"notification":{"style":')
    assert not popup(view).isVisible()
    press_key(view.text, key, CTRL)
    assert words(view) == ["0", "1", "3"]


def test_a_chosen_key_goes_on_with_its_values(view: JsonView) -> None:
    write(view, '{"payload":{"notification":{"styl')
    press_key(view.text, Qt.Key.Key_Return)
    assert popup(view).isVisible()
    assert words(view) == ["0", "1", "3"]
    press_key(view.text, Qt.Key.Key_Return)
    assert '"style": 0' in view.text.toPlainText()


def test_where_nothing_can_stand_nothing_opens(view: JsonView) -> None:
    press_key(view.text, Qt.Key.Key_Space, CTRL)
    assert not popup(view).isVisible()
    assert view.text.toPlainText() == ""


def test_what_fits_nothing_closes_the_list(view: JsonView) -> None:
    write(view, '{"p')
    write(view, "zz")
    assert not popup(view).isVisible()
    press_key(view.text, Qt.Key.Key_Backspace)
    press_key(view.text, Qt.Key.Key_Backspace)
    assert popup(view).isVisible()


def test_the_list_goes_with_the_keyboard(view: JsonView) -> None:
    write(view, '{"p')
    other = view.window().findChild(QLineEdit, "other")
    assert isinstance(other, QLineEdit)
    other.setFocus()
    assert not popup(view).isVisible()


def test_the_list_stays_where_words_come_below_the_text(view: JsonView) -> None:
    write(view, '{"p')
    size = view.text.size()
    view.text.resize(size.width(), size.height() - 30)
    assert popup(view).isVisible()
    view.text.resize(size.width() - 30, size.height() - 30)
    assert not popup(view).isVisible()


def test_a_click_takes_too(view: JsonView) -> None:
    write(view, '{"p')
    found = popup(view)._list
    place = found.visualRect(popup(view).model.index(1)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.text.toPlainText() == '{"pushOptions": {}}'


def test_the_list_stays_inside_of_the_window(view: JsonView) -> None:
    view.text.setPlainText("\n" * 40 + '{"')
    cursor = view.text.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    view.text.setTextCursor(cursor)
    press_key(view.text, Qt.Key.Key_Space, CTRL)
    assert popup(view).isVisible()
    assert view.window().rect().contains(popup(view).geometry())


def test_the_help_of_the_chosen_one_is_shown(view: JsonView) -> None:
    write(view, '{"payload":{"notification":{"titl')
    assert "One line." in popup(view)._help.text()
