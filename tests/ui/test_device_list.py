import pytest
from PySide6.QtCore import Qt

from hmpush_gui.ui.device_list import Column, DeviceListModel

from . import samples
from .conftest import Heard, Sound

CHECK = Qt.ItemDataRole.CheckStateRole
EDIT = Qt.ItemDataRole.EditRole


@pytest.fixture
def model(qapp: object) -> DeviceListModel:
    """Three devices of the test project, and one of another."""
    assert qapp
    model = DeviceListModel()
    model.load([*samples.devices(1, "other"), *samples.devices(3)])
    model.show_project(samples.TEST.key)
    return model


def labels(model: DeviceListModel) -> list[object]:
    return samples.column(model, Column.LABEL)


def test_an_empty_book_is_a_sound_model(sound: Sound, qapp: object) -> None:
    model = DeviceListModel()
    sound(model)
    model.load([])
    model.show_project("nobody")
    sound(model)


def test_the_model_stays_sound_through_every_change(
    sound: Sound, model: DeviceListModel
) -> None:
    sound(model)
    model.add(["new-1", "new-2"])
    sound(model)
    taken = model.remove([0, 3])
    sound(model)
    model.put_back(taken)
    sound(model)
    model.choose_all(False)
    sound(model)
    model.setData(model.index(1, Column.LABEL), "Desk phone")
    sound(model)
    model.show_project("other")
    sound(model)
    model.load([])
    sound(model)


def test_only_devices_of_the_project_in_force_are_shown(model: DeviceListModel) -> None:
    assert labels(model) == ["Phone 1", "Phone 2", "Phone 3"]
    model.show_project("other")
    assert labels(model) == ["Phone 1"]
    assert len(model.devices()) == 4


def test_headers_name_the_columns(model: DeviceListModel) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    names = [model.headerData(column, across) for column in Column]
    assert names == ["Device", "Push token"]
    assert model.headerData(0, across, Qt.ItemDataRole.UserRole) is None
    assert model.headerData(0, down) is None


def test_cells_answer_the_roles_they_know_and_none_else(
    model: DeviceListModel,
) -> None:
    label, token = model.index(0, Column.LABEL), model.index(0, Column.TOKEN)
    assert label.data() == label.data(EDIT) == "Phone 1"
    assert token.data() == token.data(Qt.ItemDataRole.ToolTipRole) == "token-1"
    assert Qt.CheckState(label.data(CHECK)) is Qt.CheckState.Checked
    assert token.data(CHECK) is None
    assert label.data(Qt.ItemDataRole.UserRole + 9) is None


def test_a_device_has_nothing_under_it(model: DeviceListModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_only_the_label_can_be_edited_and_ticked(model: DeviceListModel) -> None:
    can = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
    assert model.flags(model.index(0, Column.LABEL)) & can == can
    assert not model.flags(model.index(0, Column.TOKEN)) & can
    assert not model.setData(model.index(0, Column.TOKEN), "x")


@pytest.mark.parametrize(
    ("typed", "label"), [("Desk", "Desk"), ("  Desk ", "Desk"), ("  ", "Phone 1")]
)
def test_a_label_is_never_blank(model: DeviceListModel, typed: str, label: str) -> None:
    model.setData(model.index(0, Column.LABEL), typed)
    assert labels(model)[0] == label


def test_ticking_tells_which_devices_get_the_next_send(
    model: DeviceListModel, heard: Heard
) -> None:
    said = heard(model.chosen_changed)
    model.setData(model.index(1, 0), Qt.CheckState.Unchecked.value, CHECK)
    assert [device.token for device in model.chosen()] == ["token-1", "token-3"]
    assert len(said) == 1


def test_all_and_none_choose_only_among_the_shown(model: DeviceListModel) -> None:
    model.choose_all(False)
    assert model.chosen() == []
    assert [each.chosen for each in model.devices() if each.project == "other"] == [
        True
    ]
    model.choose_all(True)
    assert len(model.chosen()) == 3


def test_added_devices_are_chosen_and_counted_on(
    model: DeviceListModel, heard: Heard
) -> None:
    edited = heard(model.edited)
    model.add(["new"])
    assert labels(model)[-1] == "Device 4"
    assert model.chosen()[-1].token == "new"
    assert model.chosen()[-1].project == samples.TEST.key
    model.add([])
    assert len(edited) == 1


@pytest.mark.parametrize("rows", [[0], [2], [0, 2], [2, 0, 1], []])
def test_what_was_removed_comes_back_where_it_was(
    model: DeviceListModel, rows: list[int]
) -> None:
    before = model.shown()
    taken = model.remove(rows)
    assert len(model.shown()) == 3 - len(rows)
    model.put_back(taken)
    assert model.shown() == before


def test_a_device_removed_in_one_project_comes_back_there(
    model: DeviceListModel,
) -> None:
    taken = model.remove([1])
    model.show_project("other")
    model.put_back(taken)
    assert labels(model) == ["Phone 1"]
    model.show_project(samples.TEST.key)
    assert {each.token for each in model.shown()} == {"token-1", "token-2", "token-3"}


def test_a_device_pasted_again_meanwhile_does_not_come_back_twice(
    model: DeviceListModel,
) -> None:
    taken = model.remove([0])
    model.add(["token-1"])
    model.put_back(taken)
    tokens = [device.token for device in model.shown()]
    assert sorted(tokens) == ["token-1", "token-2", "token-3"]
