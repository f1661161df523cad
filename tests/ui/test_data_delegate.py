import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.data_tree import written
from hmpush_gui.ui.data_delegate import DataDelegate
from hmpush_gui.ui.data_model import Column, DataModel

from .test_data_model import at, loaded


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def edited(page: QWidget, model: DataModel, column: Column) -> QWidget:
    delegate = DataDelegate(model, page)
    index = at(model, 0, column=column)
    editor = delegate.createEditor(page, QStyleOptionViewItem(), index)
    delegate.setEditorData(editor, index)
    return editor


def put(page: QWidget, model: DataModel, editor: QWidget, column: Column) -> str:
    delegate = DataDelegate(model, page)
    delegate.setModelData(editor, model, at(model, 0, column=column))
    return written(model.root, None)


@pytest.mark.parametrize("text", ["plain", "two\nlines", "优惠 🎉", "10\u00a0€", "\ta"])
def test_a_text_is_typed_and_stays_what_it_is(page: QWidget, text: str) -> None:
    model = loaded('{"a": "old"}')
    model.setData(at(model, 0, column=Column.VALUE), text)
    before = written(model.root)
    editor = edited(page, model, Column.VALUE)
    assert isinstance(editor, QLineEdit)
    put(page, model, editor, Column.VALUE)
    assert written(model.root) == before


def test_true_or_false_is_chosen(page: QWidget) -> None:
    model = loaded('{"a": true}')
    editor = edited(page, model, Column.VALUE)
    assert isinstance(editor, QComboBox)
    assert editor.currentText() == "true"
    editor.setCurrentIndex(1)
    assert put(page, model, editor, Column.VALUE) == '{"a":false}'


def test_a_type_is_chosen_by_its_name(page: QWidget) -> None:
    model = loaded('{"a": "5"}')
    editor = edited(page, model, Column.TYPE)
    assert isinstance(editor, QComboBox)
    names = [editor.itemText(row) for row in range(editor.count())]
    assert names == ["text", "number", "true/false", "null", "object", "list"]
    assert editor.currentText() == "text"
    editor.setCurrentIndex(1)
    assert put(page, model, editor, Column.TYPE) == '{"a":5}'


def test_rows_are_high_enough_to_be_hit(page: QWidget) -> None:
    model = loaded('{"a": "5"}')
    size = DataDelegate(model, page).sizeHint(QStyleOptionViewItem(), at(model, 0))
    assert size.height() >= 28
    assert at(model, 0).flags() & Qt.ItemFlag.ItemIsEditable
