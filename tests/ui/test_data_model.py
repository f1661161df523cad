import pytest
from PySide6.QtCore import QModelIndex, Qt

from hmpush_gui.pushkit.data_tree import Node, ValueType, read_tree, written
from hmpush_gui.ui.data_model import Column, DataModel
from hmpush_gui.ui.theme import Tone, tone

from .conftest import Heard, Sound

TEXT = '{"a": 1, "b": {"c": [true, null]}, "d": "x\\ny"}'


@pytest.fixture
def model(qapp: object) -> DataModel:
    assert qapp
    return loaded(TEXT)


def loaded(text: str) -> DataModel:
    model = DataModel()
    root = read_tree(text)
    assert root is not None
    model.load(root)
    return model


def says(model: DataModel) -> str:
    return written(model.root, None)


def at(model: DataModel, *rows: int, column: int = Column.KEY) -> QModelIndex:
    index = QModelIndex()
    for row in rows:
        index = model.index(row, Column.KEY, index)
    return index.siblingAtColumn(column)


def shown(model: DataModel, *rows: int) -> list[object]:
    return [at(model, *rows, column=column).data() for column in Column]


def test_the_tree_keeps_the_rules_of_models(model: DataModel, sound: Sound) -> None:
    sound(model)
    model.insert(model.root, 1, Node(ValueType.TEXT, "new", "y"))
    model.move(model.root.children[0], 1)
    model.setData(at(model, 2, column=Column.TYPE), "list")
    model.remove(model.root.children[2].children[0])
    sound(model)


def test_a_row_is_shown_as_key_type_and_value(model: DataModel) -> None:
    assert shown(model, 0) == ["a", "number", "1"]
    assert shown(model, 1) == ["b", "object", "1 key"]
    assert shown(model, 1, 0) == ["c", "list", "2 entries"]
    assert shown(model, 1, 0, 0) == ["1.", "true/false", "true"]
    assert shown(model, 1, 0, 1) == ["2.", "null", "null"]
    assert shown(model, 2) == ["d", "text", "x⏎y"]


@pytest.mark.parametrize(
    ("rows", "column", "value", "after"),
    [
        ((0,), Column.VALUE, " 1.10 ", '{"a":1.10,'),
        ((0,), Column.KEY, "z", '{"z":1,'),
        ((0,), Column.TYPE, "text", '{"a":"1",'),
        ((1,), Column.TYPE, "text", '"b":"{\\"c\\":[true,null]}"'),
        ((1, 0, 0), Column.VALUE, "false", "[false,null]"),
        ((2,), Column.VALUE, " x ", '"d":" x "'),
    ],
)
def test_a_cell_can_be_edited(
    model: DataModel,
    heard: Heard,
    rows: tuple[int, ...],
    column: Column,
    value: str,
    after: str,
) -> None:
    edited = heard(model.edited)
    assert model.setData(at(model, *rows, column=column), value)
    assert after in says(model)
    assert len(edited) == 1


@pytest.mark.parametrize(
    ("rows", "column"),
    [
        ((1,), Column.VALUE),
        ((1, 0, 0), Column.KEY),
        ((1, 0, 1), Column.VALUE),
    ],
)
def test_what_has_no_key_or_value_of_its_own_cannot_be_edited(
    model: DataModel, heard: Heard, rows: tuple[int, ...], column: Column
) -> None:
    edited = heard(model.edited)
    index = at(model, *rows, column=column)
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "x")
    assert not edited


def test_the_same_again_is_no_edit(model: DataModel, heard: Heard) -> None:
    edited = heard(model.edited)
    model.setData(at(model, 0, column=Column.VALUE), "1")
    assert not edited


def test_rows_come_go_and_move(model: DataModel) -> None:
    model.insert(model.root.children[1], 0, Node(ValueType.NUMBER, "n", "5"))
    assert '"b":{"n":5,"c":[true,null]}' in says(model)
    model.move(model.root.children[2], -1)
    assert says(model).startswith('{"a":1,"d":')
    model.move(model.root.children[0], -1)
    assert says(model).startswith('{"a":1,"d":')
    model.remove(model.root.children[0])
    assert says(model).startswith('{"d":')


def test_another_type_brings_and_takes_rows(model: DataModel) -> None:
    index = at(model, 2, column=Column.VALUE)
    model.setData(index, '{"x": [1.0]}')
    model.setData(index.siblingAtColumn(Column.TYPE), "object")
    assert model.rowCount(at(model, 2)) == 1
    assert shown(model, 2, 0, 0) == ["1.", "number", "1.0"]
    model.setData(at(model, 2, column=Column.TYPE), "nothing")
    assert model.rowCount(at(model, 2)) == 0


def test_twins_of_a_key_are_red_and_say_why(model: DataModel) -> None:
    model.setData(at(model, 0), "d")
    for row in (0, 2):
        index = at(model, row)
        assert index.data(Qt.ItemDataRole.ForegroundRole) == tone(Tone.BAD)
        assert "twice" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert shown(model, 0)[2] == "✕ 1"


def test_a_wrong_number_stays_as_it_was_typed(model: DataModel) -> None:
    model.setData(at(model, 0, column=Column.VALUE), "1.5x")
    assert shown(model, 0) == ["a", "number", "✕ 1.5x"]
    assert at(model, 0, column=Column.VALUE).data(Qt.ItemDataRole.EditRole) == "1.5x"


def test_an_index_of_a_row_that_is_gone_is_gone(model: DataModel) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(at(model, 1, 0, 1))
    model.remove(model.root.children[0])
    assert kept.data() == "2."
    model.remove(model.root.children[0])
    assert not kept.isValid()
