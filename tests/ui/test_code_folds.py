import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.code_edit import CodeEdit

from .conftest import press_key

TEXT = """{
  "a": {
    "b": [
      1
    ],
    "c": 2
  },
  "d": {}
}"""
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot: QtBot) -> CodeEdit:
    edit = CodeEdit(gutter=True)
    qtbot.addWidget(edit)
    edit.setPlainText(TEXT)
    edit.show()
    return edit


def seen(edit: CodeEdit) -> str:
    """The numbers of the lines that are not hidden, from 0."""
    document = edit.document()
    return "".join(
        str(line)
        for line in range(document.blockCount())
        if document.findBlockByNumber(line).isVisible()
    )


def put_cursor(edit: CodeEdit, line: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(line).position())
    edit.setTextCursor(cursor)


def test_what_is_over_several_lines_can_be_folded(edit: CodeEdit) -> None:
    assert sorted(edit.folds.starts) == [0, 1, 2]


def test_a_fold_leaves_its_first_and_last_line(edit: CodeEdit) -> None:
    edit.folds.toggle(1)
    assert seen(edit) == "01678"
    edit.folds.toggle(1)
    assert seen(edit) == "012345678"


def test_a_fold_inside_of_a_fold_stays_folded(edit: CodeEdit) -> None:
    edit.folds.fold(2)
    edit.folds.fold(1)
    assert seen(edit) == "01678"
    edit.folds.toggle(1)
    assert seen(edit) == "0124567" + "8"


def test_hidden_lines_take_no_room(edit: CodeEdit) -> None:
    before = edit.blockBoundingGeometry(edit.document().findBlockByNumber(8)).top()
    edit.folds.fold(1)
    after = edit.blockBoundingGeometry(edit.document().findBlockByNumber(8)).top()
    assert after < before


@pytest.mark.parametrize(
    ("fold", "unfold"),
    [
        (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight),
        (Qt.Key.Key_BraceLeft, Qt.Key.Key_BraceRight),
    ],
)
def test_keys_fold_what_the_cursor_is_in(
    edit: CodeEdit, fold: Qt.Key, unfold: Qt.Key
) -> None:
    put_cursor(edit, 3)
    press_key(edit, fold, CTRL_SHIFT)
    assert seen(edit) == "01245678"
    assert edit.textCursor().blockNumber() == 2
    press_key(edit, fold, CTRL_SHIFT)
    assert seen(edit) == "01678"
    assert edit.textCursor().blockNumber() == 1
    press_key(edit, unfold, CTRL_SHIFT)
    assert seen(edit) == "01245678"


def test_a_cursor_that_goes_inside_unfolds(edit: CodeEdit) -> None:
    edit.folds.fold(1)
    put_cursor(edit, 3)
    assert seen(edit) == "012345678"


def test_all_can_be_folded_at_once(edit: CodeEdit) -> None:
    edit.folds.fold_all()
    assert seen(edit) == "01678"
    edit.folds.unfold_all()
    assert seen(edit) == "012345678"


def test_a_fold_stays_while_text_before_it_changes(edit: CodeEdit) -> None:
    edit.folds.fold(1)
    edit.put(TEXT.replace("{\n", '{\n  "new": 1,\n', 1))
    assert seen(edit) == "0127" + "89"
    edit.put(TEXT)
    assert seen(edit) == "01678"


def test_lines_whose_bracket_is_gone_come_back(edit: CodeEdit) -> None:
    edit.folds.fold(1)
    edit.put('{\n  "a": 1,\n  "d": [\n    1\n  ]\n}')
    assert seen(edit) == "012345"


def test_text_that_is_put_into_a_fold_is_hidden_too(edit: CodeEdit) -> None:
    edit.folds.fold(1)
    edit.put(TEXT.replace('"c": 2', '"c": 2,\n    "e": 3'))
    assert seen(edit) == "01789"
