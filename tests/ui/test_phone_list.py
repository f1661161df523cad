from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from hmpush_gui.ui.phone_list import PhoneItem, PhoneListModel, PhoneRole

from .conftest import Sound

ITEM = PhoneItem("token", "Phone 1", "12:00", "Hello", "World")


@pytest.fixture
def model(qapp: object) -> PhoneListModel:
    assert qapp
    return PhoneListModel()


def titles(model: PhoneListModel) -> list[str]:
    rows = range(model.rowCount())
    return [model.index(row).data(PhoneRole.ITEM).title for row in rows]


def test_the_model_stays_sound_through_every_change(
    sound: Sound, model: PhoneListModel
) -> None:
    sound(model)
    model.add([replace(ITEM, slot="1")])
    model.add([ITEM])
    sound(model)
    model.add([replace(ITEM, slot="1")])
    sound(model)
    for _ in range(205):
        model.add([ITEM])
    sound(model)
    model.clear()
    sound(model)


def test_the_newest_is_on_top_and_two_hundred_are_kept(model: PhoneListModel) -> None:
    for number in range(203):
        model.add([replace(ITEM, title=str(number))])
    assert model.rowCount() == 200
    assert titles(model)[0] == "202"
    assert titles(model)[-1] == "3"


def test_the_same_slot_on_the_same_phone_replaces(model: PhoneListModel) -> None:
    model.add([replace(ITEM, title="first", slot="7")])
    model.add([replace(ITEM, title="no id")])
    model.add([replace(ITEM, title="other phone", token="other", slot="7")])
    model.add([replace(ITEM, title="second", slot="7")])
    assert titles(model) == ["second", "other phone", "no id"]


def test_messages_without_a_slot_never_replace(model: PhoneListModel) -> None:
    model.add([ITEM])
    model.add([ITEM])
    assert model.rowCount() == 2


def test_a_slot_replaces_in_a_full_list(model: PhoneListModel) -> None:
    model.add([replace(ITEM, slot="7")])
    for _ in range(199):
        model.add([ITEM])
    model.add([replace(ITEM, title="new", slot="7")])
    assert model.rowCount() == 200
    assert titles(model)[0] == "new"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (ITEM, "Phone 1, 12:00: Hello. World"),
        (replace(ITEM, shows=False, data='{"a":1}'), 'Phone 1, 12:00: {"a":1}'),
    ],
)
def test_a_screen_reader_hears_what_arrived(
    model: PhoneListModel, item: PhoneItem, text: str
) -> None:
    model.add([item])
    assert model.index(0).data() == text
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == text


def test_rows_answer_the_roles_they_know_and_none_else(model: PhoneListModel) -> None:
    model.add([ITEM])
    model.add([replace(ITEM, data="{}")])
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "{}"
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0


def test_of_many_at_once_the_last_are_shown_and_none_twice_in_a_slot(
    sound: Sound, model: PhoneListModel
) -> None:
    model.add([replace(ITEM, title="old", slot="7"), replace(ITEM, title="stays")])
    many = [replace(ITEM, title=str(number), slot="7") for number in range(3)]
    model.add([*many, replace(ITEM, title="last")])
    assert titles(model) == ["last", "2", "stays"]
    model.add([replace(ITEM, title=str(number)) for number in range(500)])
    assert (model.rowCount(), titles(model)[0], titles(model)[-1]) == (
        200,
        "499",
        "300",
    )
    sound(model)
