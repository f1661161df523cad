import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.token_columns import Collector
from hmpush_gui.pushkit.roll import Roll
from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.importing import Importing
from hmpush_gui.ui.project_choice import ProjectChoice
from hmpush_gui.ui.project_list import ProjectListModel

from . import samples
from .conftest import Heard


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def importing(window: QWidget) -> Importing:
    projects = ProjectListModel(window)
    projects.load([samples.TEST, samples.FORMAL])
    choice = ProjectChoice(projects, window)
    devices = DeviceListModel(window)
    choice.choose(samples.TEST.key)
    devices.show_project(samples.TEST.key)
    return Importing(devices, choice, window)


def take(importing: Importing, roll: Roll, *tokens: str) -> None:
    collector = Collector()
    collector.add(list(tokens))
    found = collector.result(())
    importing.take(roll, found, roll.compare(found.tokens))


def tokens(importing: Importing) -> list[str]:
    return [device.token for device in importing.devices.shown()]


def test_dialogs_are_made_when_they_are_asked_for(importing: Importing) -> None:
    assert importing._lists is None
    importing.show_list()
    assert importing.lists.isVisible()
    assert importing._logs is None
    importing.show_log()
    assert importing.logs.isVisible()


def test_a_file_that_is_shown_is_asked_for(importing: Importing, heard: Heard) -> None:
    wanted = heard(importing.file_wanted)
    importing.show_list("/lists/phones.csv")
    assert wanted == [("/lists/phones.csv", "")]


def test_what_was_read_is_added(importing: Importing) -> None:
    take(importing, importing.devices.roll, "a1", "b2")
    assert tokens(importing) == ["a1", "b2"]


def test_what_was_read_is_for_the_project_in_force_by_then(
    importing: Importing,
) -> None:
    roll = importing.devices.roll
    importing.devices.show_project(samples.FORMAL.key)
    importing.add(["a1"])
    take(importing, roll, "a1", "b2")
    assert tokens(importing) == ["a1", "b2"]
    assert len(roll) == 0
