import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.code_edit import CodeEdit, laid_out

from .conftest import press_key, show

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot: QtBot) -> CodeEdit:
    edit = CodeEdit()
    qtbot.addWidget(edit)
    return edit


def test_enter_keeps_the_indent(edit: CodeEdit, qtbot: QtBot) -> None:
    edit.setPlainText("    a")
    cursor = edit.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    edit.setTextCursor(cursor)
    press_key(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "    a\n    "


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_is_left_to_the_window(
    edit: CodeEdit, qtbot: QtBot, key: Qt.Key
) -> None:
    edit.setPlainText("a")
    press_key(edit, key, CTRL)
    assert edit.toPlainText() == "a"


def test_enter_does_nothing_where_nothing_can_be_written(
    edit: CodeEdit, qtbot: QtBot
) -> None:
    edit.setPlainText("a")
    edit.setReadOnly(True)
    press_key(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "a"


def test_tab_leaves_instead_of_writing(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    edit, after = CodeEdit(page), QLineEdit(page)
    column.addWidget(edit)
    column.addWidget(after)
    show(qtbot, page)
    edit.setFocus()
    press_key(edit, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert edit.toPlainText() == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": 1}, '{\n  "a": 1\n}'),
        (["优"], '[\n  "优"\n]'),
        ("a\u2029b\u2028", '"a\\u2029b\u2028"'),
    ],
)
def test_json_is_laid_out_so_that_qt_keeps_it(value: object, text: str) -> None:
    assert laid_out(value) == text


def select(edit: CodeEdit, start: int, end: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def test_tab_moves_selected_lines_in_and_shift_tab_out(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    edit, after = CodeEdit(page), QLineEdit(page)
    column.addWidget(edit)
    column.addWidget(after)
    edit.setPlainText("a\nb")
    show(qtbot, page)
    edit.setFocus()
    select(edit, 0, 3)
    press_key(edit, Qt.Key.Key_Tab)
    assert edit.toPlainText() == "  a\n  b"
    press_key(edit, Qt.Key.Key_Backtab, SHIFT)
    assert edit.toPlainText() == "a\nb"
    select(edit, 0, 1)
    press_key(edit, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_brackets_come_in_pairs_and_enter_opens_them(edit: CodeEdit) -> None:
    press_key(edit, Qt.Key.Key_BraceLeft)
    assert edit.toPlainText() == "{}"
    press_key(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "{\n  \n}"
    press_key(edit, Qt.Key.Key_QuoteDbl)
    press_key(edit, Qt.Key.Key_Backspace)
    assert edit.toPlainText() == "{\n  \n}"
