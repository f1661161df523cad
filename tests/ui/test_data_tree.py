import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.data_model import DataModel
from hmpush_gui.ui.data_tree import DataTree

from .conftest import Heard, press_key, show
from .test_data_model import loaded

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def tree(qtbot: QtBot, page: QWidget) -> DataTree:
    column = QVBoxLayout(page)
    model = loaded('{"a": 1, "b": 2}')
    tree = DataTree(model, page)
    column.addWidget(tree)
    after = QLineEdit(page)
    after.setObjectName("after")
    column.addWidget(after)
    show(qtbot, page)
    tree.setFocus()
    return tree


def test_tab_leaves_the_rows(tree: DataTree) -> None:
    press_key(tree, Qt.Key.Key_Tab)
    after = tree.window().findChild(QLineEdit, "after")
    assert isinstance(after, QLineEdit)
    assert after.hasFocus()


@pytest.mark.parametrize(
    ("key", "modifier", "wanted"),
    [
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier, "add"),
        (Qt.Key.Key_Insert, CTRL, "inside"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "up"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "down"),
        (Qt.Key.Key_C, CTRL, "copy"),
        (Qt.Key.Key_V, CTRL, "paste"),
    ],
)
def test_a_key_says_what_it_wants(
    tree: DataTree,
    heard: Heard,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    wanted: str,
) -> None:
    pressed = heard(tree.key_pressed)
    press_key(tree, key, modifier)
    assert pressed == [(wanted,)]


def test_undo_is_the_rows_own_only_while_the_data_is_broken(
    tree: DataTree, heard: Heard
) -> None:
    undo = heard(tree.undo_wanted)
    press_key(tree, Qt.Key.Key_Z, CTRL)
    assert not undo
    tree.own_undo = True
    press_key(tree, Qt.Key.Key_Z, CTRL)
    assert undo == [()]


def test_ctrl_enter_is_left_to_the_window(tree: DataTree) -> None:
    model = tree.model()
    assert isinstance(model, DataModel)
    tree.setCurrentIndex(model.index(0, 2))
    press_key(tree, Qt.Key.Key_Return, CTRL)
    assert tree.state() is DataTree.State.NoState


def test_no_rows_teach_how_to_begin(tree: DataTree) -> None:
    before = tree.viewport().grab().toImage()
    model = tree.model()
    assert isinstance(model, DataModel)
    model.load(loaded("{}").root)
    empty = tree.viewport().grab().toImage()
    blank = empty.copy()
    blank.fill(empty.pixelColor(2, 2))
    assert empty != before
    assert empty != blank
