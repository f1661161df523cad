import pytest

from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.ui.device_deeds import DeviceDeeds
from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.notice_bar import Offer

from . import samples
from .conftest import Heard

Done = list[tuple[object, ...]]


@pytest.fixture
def model(qapp: object) -> DeviceListModel:
    assert qapp
    model = DeviceListModel()
    model.show_project(samples.TEST.key)
    model.add(["a1", "b2", "c3"])
    return model


@pytest.fixture
def deeds(model: DeviceListModel) -> DeviceDeeds:
    return DeviceDeeds(model)


def undo(done: Done) -> None:
    offer = done[-1][1]
    assert isinstance(offer, Offer)
    offer.act()


def tokens(model: DeviceListModel) -> list[str]:
    return [device.token for device in model.shown()]


def chosen(model: DeviceListModel) -> list[str]:
    return [device.token for device in model.chosen()]


def test_removing_tells_and_can_be_undone(
    deeds: DeviceDeeds, model: DeviceListModel, heard: Heard
) -> None:
    done = heard(deeds.done)
    deeds.remove([0, 2])
    assert tokens(model) == ["b2"]
    assert done[0][0] == "Devices removed: 2."
    undo(done)
    assert tokens(model) == ["a1", "b2", "c3"]


def test_removing_nothing_says_nothing(deeds: DeviceDeeds, heard: Heard) -> None:
    done = heard(deeds.done)
    deeds.remove([])
    assert not done


def test_choosing_tells_nothing_where_one_click_leads_back(
    deeds: DeviceDeeds, heard: Heard
) -> None:
    done = heard(deeds.done)
    deeds.choose_none()
    deeds.choose_listed(True)
    deeds.choose_listed(True)
    assert not done


def test_a_choice_of_some_comes_back(
    deeds: DeviceDeeds, model: DeviceListModel, heard: Heard
) -> None:
    model.choose([1], False)
    done = heard(deeds.done)
    deeds.choose_none()
    assert chosen(model) == []
    undo(done)
    assert chosen(model) == ["a1", "c3"]


def test_the_dead_are_chosen_no_longer_until_that_is_undone(
    deeds: DeviceDeeds, model: DeviceListModel, heard: Heard
) -> None:
    bad = [Outcome("a1", Verdict.REJECTED)]
    model.settle(samples.TEST.key, bad, {"a1": "80300007"}, 1.0)
    done = heard(deeds.done)
    deeds.untick_dead()
    assert chosen(model) == ["b2", "c3"]
    assert done[0][0] == "Dead devices that are no longer chosen: 1."
    undo(done)
    assert chosen(model) == ["a1", "b2", "c3"]


def test_tags_come_back_as_each_device_had_them(
    deeds: DeviceDeeds, model: DeviceListModel, heard: Heard
) -> None:
    model.write([0], tags=("old",))
    done = heard(deeds.done)
    deeds.tag([0, 1], ("beta",), ("old",))
    assert [model.roll.device(slot).tags for slot in (0, 1)] == [("beta",), ("beta",)]
    undo(done)
    assert [model.roll.device(slot).tags for slot in (0, 1)] == [("old",), ()]
