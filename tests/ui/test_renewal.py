"""New tokens take the place of old ones in the device list."""

import pytest

from hmpush_gui.pushkit.device import Device
from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.renewal import Renewal


@pytest.fixture
def model(qapp: object) -> DeviceListModel:
    model = DeviceListModel()
    model.load(
        [
            Device("old", "Tester 1", "p", True, ("beta",), "by the window", "zh"),
            Device("other", "Tester 2", "p", chosen=False),
        ]
    )
    model.show_project("p")
    return model


def test_the_new_token_takes_over_everything_but_the_token(
    model: DeviceListModel,
) -> None:
    assert len(Renewal(model, {"old": "new"})) == 1
    old, other, new = model.roll.devices()
    assert new == Device("new", "Tester 1", "p", True, ("beta",), "by the window", "zh")
    assert (old.label, old.chosen) == ("Tester 1 (old token)", False)
    assert not other.chosen


def test_undoing_leaves_the_list_as_it_was(model: DeviceListModel) -> None:
    before = list(model.roll.devices())
    Renewal(model, {"old": "new"}).undo()
    assert list(model.roll.devices()) == before


def test_a_token_whose_old_one_is_in_no_list_comes_all_the_same(
    model: DeviceListModel,
) -> None:
    Renewal(model, {"unknown": "new"})
    assert [each.token for each in model.chosen()] == ["old", "new"]
