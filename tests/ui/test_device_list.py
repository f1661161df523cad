import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.arrivals import Arrivals
from hmpush_gui.pushkit.book_edit import Touched
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.device_details import DeviceDetails
from hmpush_gui.pushkit.device_view import ListKind
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.roll import Roll
from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.device_rows import Column
from hmpush_gui.ui.theme import Tone, tone

from . import samples
from .conftest import Heard, Sound

ROLES = Qt.ItemDataRole
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
    assert names == ["Device", "Last outcome", "Push token", "Tags", "Language"]
    assert model.headerData(0, across, Qt.ItemDataRole.UserRole) is None
    assert model.headerData(0, down) is None


def test_cells_answer_the_roles_they_know_and_none_else(
    model: DeviceListModel,
) -> None:
    label, token = model.index(0, Column.LABEL), model.index(0, Column.TOKEN)
    assert label.data() == label.data(EDIT) == "Phone 1"
    assert token.data() == "token-1"
    assert "token-1" in label.data(Qt.ItemDataRole.ToolTipRole)
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


def test_each_column_says_what_is_known(model: DeviceListModel) -> None:
    model.write([0, 1], tags=("team", "beta"), note="Cracked", language="zh-Hans")
    row = [model.index(0, column).data() for column in Column]
    assert row == ["Phone 1", "", "token-1", "team, beta", "zh-Hans"]
    tip = model.index(1, Column.TAGS).data(ROLES.ToolTipRole)
    assert tip == (
        "<qt>Phone 2<br>token-2<br>Nothing was sent to it yet.<br>"
        "Tags: team, beta<br>Language: zh-Hans<br>Note: Cracked</qt>"
    )


def test_outcomes_come_home_to_their_rows(model: DeviceListModel, heard: Heard) -> None:
    edited, counted = heard(model.edited), heard(model.counts_changed)
    outcomes = [
        Outcome("token-1", Verdict.ACCEPTED, "80100000"),
        Outcome("token-2", Verdict.REJECTED, "80100000", "tokenFormatError"),
    ]
    dead = {"token-2": "tokenFormatError"}
    model.settle(samples.TEST.key, outcomes, dead, time.time())
    first, second, third = samples.column(model, Column.LAST)
    assert first == "Accepted · just now"
    assert str(second).startswith("Dead · just now · ")
    assert third == ""
    assert [edit.what for (edit,) in edited] == [Touched.OUTCOMES]  # type: ignore[attr-defined]
    assert len(counted) == 1
    colours = [
        model.index(row, Column.LAST).data(ROLES.ForegroundRole) for row in range(3)
    ]
    assert colours == [tone(Tone.GOOD), tone(Tone.BAD), tone(Tone.QUIET)]
    assert model.index(1, Column.LAST).data(ROLES.DecorationRole) is not None
    assert model.index(1, Column.TOKEN).data(ROLES.DecorationRole) is None
    assert model.count_in(ListKind.DEAD) == 1


def test_outcomes_of_another_project_find_their_devices(model: DeviceListModel) -> None:
    model.settle("other", [Outcome("token-1", Verdict.ACCEPTED)], {}, time.time())
    assert samples.column(model, Column.LAST) == ["", "", ""]
    model.show_project("other")
    assert samples.column(model, Column.LAST) == ["Accepted · just now"]


def test_lists_and_words_narrow_what_is_listed_and_nothing_of_what_is_chosen(
    model: DeviceListModel, sound: Sound
) -> None:
    model.choose([0], False)
    model.write([2], tags=("team",))
    model.narrow(ListKind.TAG, "team")
    assert labels(model) == ["Phone 3"]
    sound(model)
    model.narrow(ListKind.ALL, text="PHONE 2")
    assert labels(model) == ["Phone 2"]
    model.narrow(ListKind.CHOSEN)
    assert labels(model) == ["Phone 2", "Phone 3"]
    assert model.chosen_count == 2
    # A row that no longer belongs there stays under the mouse until it is asked anew.
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, CHECK)
    assert labels(model) == ["Phone 2", "Phone 3"]
    model.arrange_again()
    assert labels(model) == ["Phone 3"]
    model.choose_all(False)
    assert model.chosen_count == 0


def test_choosing_all_chooses_those_listed_and_leaves_the_others(
    model: DeviceListModel,
) -> None:
    model.choose([0, 1, 2], False)
    model.narrow(ListKind.ALL, text="2")
    model.choose_all(True)
    assert [each.token for each in model.chosen()] == ["token-2"]


def test_choosing_can_be_undone(model: DeviceListModel) -> None:
    model.choose([1], False)
    roll, ticks = model.roll, bytes(model.roll.ticks)
    model.choose_all(False)
    model.rechoose(roll, ticks)
    assert [each.token for each in model.chosen()] == ["token-1", "token-3"]


def test_sorting_puts_the_rows_in_order_and_back(
    model: DeviceListModel, sound: Sound
) -> None:
    model.setData(model.index(1, 0), "phone 10")
    model.sort(Column.LABEL)
    assert labels(model) == ["Phone 1", "Phone 3", "phone 10"]
    model.sort(Column.LABEL, Qt.SortOrder.DescendingOrder)
    assert labels(model) == ["phone 10", "Phone 3", "Phone 1"]
    model.add(["new"])
    assert labels(model)[0] == "phone 10"
    sound(model)
    model.sort(-1)
    assert labels(model) == ["Phone 1", "phone 10", "Phone 3", "Device 4"]


def test_what_is_removed_from_a_narrowed_list_comes_back(
    model: DeviceListModel, sound: Sound
) -> None:
    model.narrow(ListKind.ALL, text="phone")
    model.sort(Column.TOKEN, Qt.SortOrder.DescendingOrder)
    taken = model.remove([0, 2])
    assert labels(model) == ["Phone 2"]
    sound(model)
    model.put_back(taken)
    assert labels(model) == ["Phone 3", "Phone 2", "Phone 1"]
    sound(model)


def test_tags_are_given_to_many_and_taken_back(model: DeviceListModel) -> None:
    model.write([0], tags=("old",))
    roll, before = model.roll, model.tag([0, 1], ("team",), ("old",))
    assert samples.column(model, Column.TAGS) == ["team", "team", ""]
    assert model.count_in(ListKind.TAG, "team") == 2
    model.retag(roll, before)
    assert samples.column(model, Column.TAGS) == ["old", "", ""]


def test_a_device_is_found_by_its_slot(model: DeviceListModel) -> None:
    assert model.row_of(2) == 2
    model.narrow(ListKind.ALL, text="phone 3")
    assert (model.row_of(2), model.row_of(0), model.slot_at(0)) == (0, None, 2)


def test_a_device_is_called_by_its_name_in_any_project(model: DeviceListModel) -> None:
    assert model.label_of("other", "token-1") == "Phone 1"
    assert model.label_of("other", "token-9") == "token-9"


def test_a_million_rows_cost_only_those_that_are_looked_at(qapp: object) -> None:
    assert qapp
    made: list[int] = []

    class Counted(Roll):
        def device(self, slot: int, details: DeviceDetails | None = None) -> Device:
            made.append(slot)
            return super().device(slot, details)

    roll = Counted(samples.TEST.key)
    roll.add(Arrivals([str(number) for number in range(1_000_000)]))
    model = DeviceListModel()
    model.take({samples.TEST.key: roll})
    model.show_project(samples.TEST.key)
    assert model.rowCount() == model.chosen_count == 1_000_000
    last = model.index(999_999, Column.LABEL)
    assert last.data() == "Device 1000000"
    model.setData(last, Qt.CheckState.Unchecked.value, CHECK)
    assert model.chosen_count == 999_999
    assert len(model.chosen()) == 999_999
    assert model.first_label() == "Device 1"
    assert set(made) == {999_999}
    assert len(made) == 1


def test_a_long_list_is_worked_out_while_the_window_lives(
    qtbot: QtBot,
) -> None:
    roll = Roll(samples.TEST.key)
    roll.add(Arrivals([f"token {number}" for number in range(50_000)]))
    model = DeviceListModel()
    model._arranging._clock = iter(range(10_000)).__next__
    model.take({samples.TEST.key: roll})
    model.show_project(samples.TEST.key)
    qtbot.waitUntil(lambda: not model.arranging)
    model.narrow(ListKind.ALL, text="token 4999")
    assert model.arranging
    assert model.rowCount() == 50_000
    model.narrow(ListKind.ALL, text="50000")
    qtbot.waitUntil(lambda: not model.arranging)
    assert labels(model) == ["Device 50000"]
    model.narrow(ListKind.ALL)
    model.sort(Column.TOKEN, Qt.SortOrder.DescendingOrder)
    model.remove([5])
    qtbot.waitUntil(lambda: not model.arranging)
    assert model.rowCount() == 49_999
    assert labels(model)[:2] == ["Device 10000", "Device 9999"]
