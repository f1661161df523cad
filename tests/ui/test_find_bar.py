import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.code_edit import CodeEdit

from .conftest import focused, press_key, show

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = '{\n  "Title": "title 🎉 TITLE"\n}'


@pytest.fixture
def edit(qtbot: QtBot) -> CodeEdit:
    edit = CodeEdit(gutter=True)
    edit.setObjectName("code")
    qtbot.addWidget(edit)
    edit.setPlainText(TEXT)
    show(qtbot, edit)
    edit.setFocus()
    press_key(edit, Qt.Key.Key_F, CTRL)
    return edit


def field(edit: CodeEdit) -> QLineEdit:
    found = edit.findChild(QLineEdit, "code.find.text")
    assert isinstance(found, QLineEdit)
    return found


def count(edit: CodeEdit) -> str:
    label = edit.findChild(QLabel, "code.find.count")
    assert isinstance(label, QLabel)
    return label.text()


def chosen(edit: CodeEdit) -> tuple[str, int]:
    cursor = edit.textCursor()
    return cursor.selectedText(), cursor.selectionStart()


def test_the_bar_takes_the_keyboard(edit: CodeEdit) -> None:
    assert focused() is field(edit)
    assert count(edit) == ""


def test_it_counts_and_selects_while_it_is_typed(edit: CodeEdit) -> None:
    field(edit).setText("title")
    assert count(edit) == "1 of 3"
    assert chosen(edit) == ("Title", 5)
    assert len(edit.extraSelections()) == 3


def test_enter_walks_on_and_round(edit: CodeEdit) -> None:
    field(edit).setText("title")
    seen = []
    for _ in range(3):
        press_key(field(edit), Qt.Key.Key_Return)
        seen.append((chosen(edit)[0], count(edit)))
    assert seen == [("title", "2 of 3"), ("TITLE", "3 of 3"), ("Title", "1 of 3")]


def test_shift_enter_walks_back(edit: CodeEdit) -> None:
    field(edit).setText("title")
    press_key(field(edit), Qt.Key.Key_Return, SHIFT)
    assert (chosen(edit)[0], count(edit)) == ("TITLE", "3 of 3")


@pytest.mark.parametrize(("name", "want"), [("down", "title"), ("up", "TITLE")])
def test_buttons_walk_too(edit: CodeEdit, name: str, want: str) -> None:
    field(edit).setText("title")
    button = edit.findChild(QToolButton, f"code.find.{name}")
    assert isinstance(button, QToolButton)
    button.click()
    assert chosen(edit)[0] == want


def test_f3_walks_from_the_text_when_the_bar_is_closed(edit: CodeEdit) -> None:
    field(edit).setText("title")
    press_key(field(edit), Qt.Key.Key_Escape)
    press_key(edit, Qt.Key.Key_F3)
    assert chosen(edit)[0] == "title"
    press_key(edit, Qt.Key.Key_F3, SHIFT)
    assert chosen(edit)[0] == "Title"


def test_escape_closes_and_gives_the_keyboard_back(edit: CodeEdit) -> None:
    field(edit).setText("title")
    press_key(field(edit), Qt.Key.Key_Escape)
    assert focused() is edit
    assert edit.find_bar is not None
    assert not edit.find_bar.isVisible()
    assert edit.extraSelections() == []


def test_what_is_not_there_is_said(edit: CodeEdit) -> None:
    field(edit).setText("nothing")
    assert count(edit) == "not found"
    press_key(field(edit), Qt.Key.Key_Return)
    assert count(edit) == "not found"


def test_what_looks_like_a_pattern_is_text(edit: CodeEdit) -> None:
    field(edit).setText('": "')
    assert count(edit) == "1 of 1"
    field(edit).setText(".*")
    assert count(edit) == "not found"


def test_the_selection_is_searched_for(edit: CodeEdit) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(10, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    press_key(edit, Qt.Key.Key_F, CTRL)
    assert field(edit).text() == "Title"


def test_the_count_follows_the_text(edit: CodeEdit) -> None:
    field(edit).setText("title")
    edit.put(TEXT.replace("TITLE", ""))
    assert count(edit).endswith("of 2")


def test_a_place_in_a_fold_is_unfolded(edit: CodeEdit) -> None:
    edit.setPlainText('{\n  "a": [\n    1,\n    "deep"\n  ]\n}')
    edit.folds.fold(1)
    field(edit).setText("deep")
    assert chosen(edit)[0] == "deep"
    assert edit.document().findBlockByNumber(3).isVisible()
