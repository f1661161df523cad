import pytest
from PySide6.QtCore import QModelIndex, Qt

from hmpush_gui.ui.theme import Tone, tone
from hmpush_gui.ui.variable_list import Column, VariableListModel

from .conftest import Sound


@pytest.fixture
def model(qapp: object) -> VariableListModel:
    return VariableListModel({"shop": "旗舰店", "host": "example.com"})


def write(model: VariableListModel, row: int, column: Column, text: str) -> None:
    assert model.setData(model.index(row, column), text)


def test_there_is_always_a_row_to_write_in(
    model: VariableListModel, sound: Sound
) -> None:
    sound(model)
    assert model.rowCount() == 3
    write(model, 2, Column.NAME, "new")
    sound(model)
    assert model.rowCount() == 4
    assert model.own() == {"shop": "旗舰店", "host": "example.com", "new": ""}


def test_the_row_to_write_in_says_so(model: VariableListModel) -> None:
    free = model.index(2, Column.NAME)
    assert free.data() == "Name a new one…"
    assert free.data(Qt.ItemDataRole.EditRole) == ""
    assert free.data(Qt.ItemDataRole.ForegroundRole) == tone(Tone.QUIET)
    assert model.index(2, Column.VALUE).data() is None
    assert model.own() == {"shop": "旗舰店", "host": "example.com"}


def test_a_removed_row_is_gone_and_the_empty_one_stays(
    model: VariableListModel, sound: Sound
) -> None:
    model.remove(0)
    sound(model)
    model.remove(1)
    model.remove(-1)
    assert model.own() == {"host": "example.com"}
    assert model.rowCount() == 2


@pytest.mark.parametrize("name", ["counter", "a b", "1st", "shop"])
def test_a_name_that_cannot_be_one_is_found(
    model: VariableListModel, name: str
) -> None:
    write(model, 2, Column.NAME, name)
    assert model.wrong() == name


def test_good_names_are_good_and_bad_ones_stand_in_red(
    model: VariableListModel,
) -> None:
    assert model.wrong() == ""
    write(model, 2, Column.NAME, "a b")
    red = tone(Tone.BAD)
    foreground = Qt.ItemDataRole.ForegroundRole
    assert model.index(2, Column.NAME).data(foreground) == red
    assert model.index(0, Column.NAME).data(foreground) is None


def test_other_roles_and_no_index_change_nothing(model: VariableListModel) -> None:
    index = model.index(0, 0)
    assert not model.setData(index, "x", Qt.ItemDataRole.DisplayRole)
    assert not model.setData(QModelIndex(), "x")
    assert model.data(QModelIndex()) is None
    assert model.flags(index) & Qt.ItemFlag.ItemIsEditable
