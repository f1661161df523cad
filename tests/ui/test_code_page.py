import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hmpush_gui.ui import theme
from hmpush_gui.ui.code_page import CodePage

from .conftest import Heard

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot: QtBot) -> CodePage:
    edit = CodePage()
    qtbot.addWidget(edit)
    return edit


def select(edit: CodePage, start: int, end: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


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
    edit: CodePage, heard: Heard, before: str, after: str
) -> None:
    edit.setPlainText(before)
    changed = heard(edit.textChanged)
    edit.put(after)
    assert edit.toPlainText() == after
    assert not changed
    edit.undo()
    assert edit.toPlainText() == after


def test_the_cursor_stays_at_what_it_was_at(edit: CodePage) -> None:
    edit.setPlainText("one two three")
    select(edit, 8, 8)
    edit.put("two three")
    assert edit.textCursor().position() == 4


def test_the_cursor_can_be_sent_to_a_character(qtbot: QtBot) -> None:
    edit = CodePage(gutter=True)
    qtbot.addWidget(edit)
    edit.setPlainText('{\n  "a": [\n    "🎉",\n    2\n  ]\n}')
    edit.folds.fold(1)
    edit.go_to(edit.code().text.index("2"))
    assert edit.textCursor().block().text() == "    2"
    assert edit.textCursor().block().isVisible()


def test_another_theme_is_no_edit(edit: CodePage, heard: Heard) -> None:
    edit.setPlainText('{"a": 1}')
    changed = heard(edit.textChanged)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Scheme.DARK)
    edit.show()
    formats = edit.document().firstBlock().layout().formats()
    assert formats[1].format.foreground().color().name() == theme.DARK.syntax["key"]
    assert not changed
