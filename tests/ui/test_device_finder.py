import time

import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.device_view import ListKind
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.ui.device_finder import DeviceFinder
from hmpush_gui.ui.device_list import DeviceListModel

from . import samples


@pytest.fixture
def model(qapp: object) -> DeviceListModel:
    assert qapp
    model = DeviceListModel()
    model.load([*samples.devices(3), *samples.devices(1, "other")])
    model.show_project(samples.TEST.key)
    return model


@pytest.fixture
def finder(qtbot: QtBot, model: DeviceListModel) -> DeviceFinder:
    finder = DeviceFinder(model)
    model.setParent(finder)
    qtbot.addWidget(finder)
    return finder


def offered(finder: DeviceFinder) -> list[str]:
    return [finder.lists.itemText(row) for row in range(finder.lists.count())]


def settle(model: DeviceListModel, *verdicts: Verdict) -> None:
    outcomes = [
        Outcome(f"token-{number}", verdict)
        for number, verdict in enumerate(verdicts, 1)
    ]
    model.settle(samples.TEST.key, outcomes, {}, time.time())


def test_lists_with_nobody_in_them_are_not_offered(
    finder: DeviceFinder, model: DeviceListModel
) -> None:
    assert offered(finder) == ["All · 3", "Chosen · 3", "Never used · 3"]
    settle(model, Verdict.ACCEPTED, Verdict.REJECTED, Verdict.UNKNOWN)
    model.write([0, 1], tags=("beta",))
    model.choose_all(False)
    finder.refresh()
    assert offered(finder) == [
        "All · 3",
        "Chosen · 0",
        "Failed last time · 1",
        "Unknown last time · 1",
        "Accepted last time · 1",
        "Tag: beta · 2",
    ]


def test_typing_and_choosing_a_list_narrow(
    finder: DeviceFinder, model: DeviceListModel
) -> None:
    assert not finder.narrows
    finder.search.setText("phone 2")
    assert finder.narrows
    assert samples.column(model, 0) == ["Phone 2"]
    model.write([2], tags=("beta",))
    finder.show_list(ListKind.TAG, "beta")
    assert samples.column(model, 0) == []
    finder.search.clear()
    assert samples.column(model, 0) == ["Phone 3"]
    finder.show_everything()
    assert model.rowCount() == 3


def test_the_list_chosen_stays_when_nobody_is_left_in_it(
    finder: DeviceFinder, model: DeviceListModel
) -> None:
    model.write([0], tags=("beta",))
    finder.show_list(ListKind.TAG, "beta")
    model.write([0], tags=())
    finder.refresh()
    assert finder.lists.currentText() == "Tag: beta · 0"


def test_a_list_by_outcome_follows_a_send(
    finder: DeviceFinder, model: DeviceListModel, qtbot: QtBot
) -> None:
    settle(model, Verdict.REJECTED)
    finder.show_list(ListKind.FAILED)
    assert model.rowCount() == 1
    settle(model, Verdict.REJECTED, Verdict.REJECTED)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert finder.lists.currentText() == "Failed last time · 2"


def test_another_project_begins_with_everything(
    finder: DeviceFinder, model: DeviceListModel
) -> None:
    finder.show_list(ListKind.CHOSEN)
    finder.search.setText("phone 2")
    model.show_project("other")
    assert finder.search.text() == ""
    assert finder.lists.currentText() == "All · 1"
    assert model.rowCount() == 1
