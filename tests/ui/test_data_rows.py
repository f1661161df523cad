import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.data_tree import read_tree, written
from hmpush_gui.ui.data_model import Column
from hmpush_gui.ui.data_rows import DataRows

from .conftest import Heard, focused, press_key, show

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = '{"a": 1, "b": {"c": [true]}, "d": "{\\"x\\":1.0}"}'


@pytest.fixture
def rows(qtbot: QtBot) -> DataRows:
    rows = DataRows()
    rows.resize(600, 500)
    qtbot.addWidget(rows)
    load(rows, TEXT)
    show(qtbot, rows)
    rows.tree.setFocus()
    return rows


def load(rows: DataRows, text: str) -> None:
    root = read_tree(text)
    assert root is not None
    rows.show_rows(root)


def says(rows: DataRows) -> str:
    return written(rows.model.root, None)


def choose(rows: DataRows, *path: int, column: int = Column.KEY) -> None:
    node = rows.model.root
    for row in path:
        node = node.children[row]
    rows.tree.setCurrentIndex(rows.model.index_of(node, column))


def button(rows: DataRows, name: str) -> QToolButton | QPushButton:
    found = rows.findChild(QToolButton, f"data.rows.{name}") or rows.findChild(
        QPushButton, f"data.rows.{name}"
    )
    assert isinstance(found, QToolButton | QPushButton)
    return found


def write(text: str, end: Qt.Key | None = None) -> None:
    """Type into what has the keyboard, and end it by a key."""
    QTest.keyClicks(focused(), text)
    if end is not None:
        press_key(focused(), end)
        # Qt takes the value when the key has been seen by all.
        QCoreApplication.sendPostedEvents()


def test_everything_is_open_at_first(rows: DataRows) -> None:
    nodes = [node for node in rows.model.root.walk() if node.type.holds][1:]
    assert all(rows.tree.isExpanded(rows.model.index_of(node)) for node in nodes)


def test_a_row_is_added_below_and_its_key_is_typed(rows: DataRows) -> None:
    choose(rows, 0)
    button(rows, "add").click()
    write("new", Qt.Key.Key_Tab)
    write("v", Qt.Key.Key_Return)
    assert says(rows).startswith('{"a":1,"new":"v","b"')
    assert focused() is rows.tree


def test_a_row_is_added_to_nothing(rows: DataRows) -> None:
    load(rows, "{}")
    press_key(rows.tree, Qt.Key.Key_Insert)
    write("k", Qt.Key.Key_Return)
    assert says(rows) == '{"k":""}'


def test_a_row_is_added_inside(rows: DataRows) -> None:
    choose(rows, 1, 0)
    press_key(rows.tree, Qt.Key.Key_Insert, CTRL)
    write("in a list", Qt.Key.Key_Return)
    assert '"c":[true,"in a list"]' in says(rows)
    choose(rows, 0)
    assert not button(rows, "inside").isEnabled()


def test_a_row_is_duplicated_under_a_key_of_its_own(rows: DataRows) -> None:
    choose(rows, 1)
    button(rows, "duplicate").click()
    assert '"b":{"c":[true]},"b2":{"c":[true]}' in says(rows)
    current = rows.current()
    assert current is not None
    assert current.key == "b2"


def test_rows_go_and_the_next_is_chosen(rows: DataRows) -> None:
    choose(rows, 0)
    press_key(rows.tree, Qt.Key.Key_Delete)
    assert says(rows).startswith('{"b"')
    current = rows.current()
    assert current is not None
    assert current.key == "b"
    choose(rows, 0, 0, 0)
    press_key(rows.tree, Qt.Key.Key_Delete)
    assert '"c":[]' in says(rows)


def test_rows_move_by_key_and_stay_chosen(rows: DataRows) -> None:
    choose(rows, 0)
    assert not button(rows, "up").isEnabled()
    press_key(rows.tree, Qt.Key.Key_Down, ALT)
    assert says(rows).startswith('{"b"')
    press_key(rows.tree, Qt.Key.Key_Up, ALT)
    assert says(rows).startswith('{"a"')
    current = rows.current()
    assert current is not None
    assert current.key == "a"


def test_a_text_of_json_offers_to_unfold_and_rows_to_be_text(
    rows: DataRows, heard: Heard
) -> None:
    edited = heard(rows.edited)
    choose(rows, 0)
    assert button(rows, "unfold").isHidden() or rows._offer.isHidden()
    choose(rows, 2)
    assert not rows._offer.isHidden()
    assert "“d”" in rows._offer_words.text()
    button(rows, "unfold").click()
    assert '"d":{"x":1.0}' in says(rows)
    assert rows._offer.isHidden()
    button(rows, "fold").click()
    assert '"d":"{\\"x\\":1.0}"' in says(rows)
    assert len(edited) == 2


def test_json_that_is_typed_into_a_value_is_offered_too(rows: DataRows) -> None:
    choose(rows, 2, column=Column.VALUE)
    press_key(rows.tree, Qt.Key.Key_F2)
    field = focused()
    assert isinstance(field, QLineEdit)
    field.setText("[1]")
    write("", Qt.Key.Key_Return)
    assert not rows._offer.isHidden()


def test_rows_are_copied_and_pasted_as_json(rows: DataRows) -> None:
    choose(rows, 1)
    press_key(rows.tree, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == written(rows.model.root.children[1])
    choose(rows, 0)
    press_key(rows.tree, Qt.Key.Key_V, CTRL)
    assert says(rows).startswith('{"a":1,"c":[true],"b"')


@pytest.mark.parametrize(
    ("text", "after"),
    [("plain", '"key":"plain"'), ("[1]", '"key":[1]'), ("", '{"a":1,"b"')],
)
def test_what_is_no_object_is_pasted_as_one_row(
    rows: DataRows, text: str, after: str
) -> None:
    QApplication.clipboard().setText(text)
    choose(rows, 0)
    press_key(rows.tree, Qt.Key.Key_V, CTRL)
    assert after in says(rows)


def test_other_rows_leave_open_and_chosen_what_is_still_there(rows: DataRows) -> None:
    rows.tree.collapse(rows.model.index_of(rows.model.root.children[1]))
    choose(rows, 2)
    load(rows, TEXT.replace('"a": 1', '"new": [0], "a": 2'))
    by_key = {node.key: node for node in rows.model.root.children}
    assert not rows.tree.isExpanded(rows.model.index_of(by_key["b"]))
    assert rows.tree.isExpanded(rows.model.index_of(by_key["new"]))
    assert rows.current() is by_key["d"]


def test_what_is_wrong_is_said_for_the_chosen_row_first(rows: DataRows) -> None:
    load(rows, '{"a": 1x, "b": 9007199254740993, "c": 1}')
    choose(rows, 2)
    assert "“1x” is no number" in rows.words()
    choose(rows, 1)
    assert "Every digit is sent" in rows.words()
    load(rows, '{"c": 1}')
    assert rows.words() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_key_edits_the_value_of_the_row(rows: DataRows, key: Qt.Key) -> None:
    choose(rows, 0, column=Column.VALUE)
    press_key(rows.tree, key)
    assert isinstance(focused(), QLineEdit)
    write("7", Qt.Key.Key_Return)
    assert says(rows).startswith('{"a":7')


def test_escape_leaves_the_value_as_it_was(rows: DataRows) -> None:
    choose(rows, 0, column=Column.VALUE)
    press_key(rows.tree, Qt.Key.Key_F2)
    write("7", Qt.Key.Key_Escape)
    assert says(rows).startswith('{"a":1')
