import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui import theme
from hmpush_gui.ui.code_edit import CodeEdit, laid_out
from hmpush_gui.ui.code_marks import Mark, Weight

from .conftest import Heard, press_key, show

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("abc", "abXc"),
        ("", "abc"),
        ("abc", ""),
        ("aaaa", "aa"),
        ("🎉a🎉", "🎉b🎉"),
        ("a\nb\nc", "a\nc"),
        ("same", "same"),
        ("优惠", "优惠券"),
    ],
)
def test_other_text_is_put_in_by_what_differs(
    edit: CodeEdit, heard: Heard, before: str, after: str
) -> None:
    edit.setPlainText(before)
    changed = heard(edit.textChanged)
    edit.put(after)
    assert edit.toPlainText() == after
    assert not changed
    edit.undo()
    assert edit.toPlainText() == after


def test_the_cursor_stays_at_what_it_was_at(edit: CodeEdit) -> None:
    edit.setPlainText("one two three")
    select(edit, 8, 8)
    edit.put("two three")
    assert edit.textCursor().position() == 4


def test_the_cursor_can_be_sent_to_a_character(qtbot: QtBot) -> None:
    edit = CodeEdit(gutter=True)
    qtbot.addWidget(edit)
    edit.setPlainText('{\n  "a": [\n    "🎉",\n    2\n  ]\n}')
    edit.folds.fold(1)
    edit.go_to(edit.code().text.index("2"))
    assert edit.textCursor().block().text() == "    2"
    assert edit.textCursor().block().isVisible()


def mark(start: int, end: int, weight: Weight, words: str = "Why.") -> Mark:
    return Mark(start, end, weight, words)


def test_marks_are_underlined_and_say_why(edit: CodeEdit) -> None:
    edit.setPlainText("🎉 bad odd")
    edit.show_marks([mark(2, 5, Weight.BAD), mark(6, 9, Weight.STRANGE, "Odd.")])
    assert [each.cursor.selectedText() for each in edit.extraSelections()] == [
        "bad", "odd"
    ]  # fmt: skip
    assert edit.words_at(4) == "Why."
    assert edit.words_at(7) == "Odd."
    assert edit.words_at(6) == ""


def test_marks_move_along_with_their_text(edit: CodeEdit) -> None:
    edit.setPlainText("bad")
    edit.show_marks([mark(0, 3, Weight.BAD)])
    edit.put("more\nbad")
    assert [placed.mark.words for placed in edit.marks_on(1)] == ["Why."]
    assert edit.marks_on(0) == []


def test_the_place_where_it_broke_comes_before_other_marks(edit: CodeEdit) -> None:
    edit.setPlainText("abc")
    edit.show_marks([mark(0, 1, Weight.HINT)])
    edit.mark(2, "Broken.")
    assert [each.mark.weight for each in edit.marks_on(0)] == [Weight.BAD, Weight.HINT]
    edit.mark(None)
    assert len(edit.extraSelections()) == 1


def test_where_no_mark_is_others_may_tell(edit: CodeEdit) -> None:
    edit.setPlainText("🎉ab")
    edit.tell_of = str
    assert edit.words_at(3) == "2"


def test_another_theme_is_no_edit(edit: CodeEdit, heard: Heard) -> None:
    edit.setPlainText('{"a": 1}')
    changed = heard(edit.textChanged)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Scheme.DARK)
    edit.show()
    formats = edit.document().firstBlock().layout().formats()
    assert formats[1].format.foreground().color().name() == theme.DARK.syntax["key"]
    assert not changed
