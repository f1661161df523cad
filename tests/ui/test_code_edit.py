import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.code_edit import CodeEdit, laid_out

from .conftest import press_key, show

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def edit(qtbot: QtBot) -> CodeEdit:
    edit = CodeEdit()
    qtbot.addWidget(edit)
    return edit


def marked(edit: CodeEdit) -> str | None:
    """The text that is underlined."""
    found = edit.extraSelections()
    if not found:
        return None
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    assert found[0].format.underlineStyle() is wave
    return str(found[0].cursor.selectedText())


@pytest.mark.parametrize(
    ("text", "position", "what"),
    [
        ("abc", 0, "a"),
        ("abc", 2, "c"),
        ("abc", 3, "c"),
        ("abc", 99, "c"),
        ('{"🎉": x}', 6, "x"),
        ('{"🎉🎉": 优}', 7, "优"),
        ("🎉x", 0, "🎉"),
        ("a\nb", 2, "b"),
        ("", 0, ""),
    ],
)
def test_the_underline_is_where_people_count_it(
    edit: CodeEdit, text: str, position: int, what: str
) -> None:
    edit.setPlainText(text)
    edit.mark(position)
    assert marked(edit) == what


def test_the_underline_goes_away(edit: CodeEdit) -> None:
    edit.setPlainText("abc")
    edit.mark(1)
    edit.mark(None)
    assert marked(edit) is None


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
