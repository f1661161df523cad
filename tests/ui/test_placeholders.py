import pytest

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.placeholders import Placeholders
from hmpush_gui.ui.project_choice import ProjectChoice
from hmpush_gui.ui.project_list import ProjectListModel

from . import samples
from .conftest import Heard


class Desk:
    """Placeholders with two projects and two devices."""

    def __init__(self) -> None:
        self.devices = DeviceListModel()
        self.projects = ProjectListModel()
        self.projects.load([samples.TEST, samples.FORMAL])
        self.choice = ProjectChoice(self.projects)
        self.placeholders = Placeholders(self.devices, self.choice)
        self.choice.choose(samples.TEST.key)
        self.devices.load(samples.devices(2, samples.TEST.key))
        self.devices.show_project(samples.TEST.key)


@pytest.fixture
def desk(qapp: object) -> Desk:
    return Desk()


def titled(title: str) -> Message:
    message = samples.message()
    document = write(message.document, samples.TITLE, title)
    return Message(message.api, message.push_type, document)


def test_the_preview_shows_the_first_chosen_device_and_the_next_number(
    desk: Desk,
) -> None:
    label = desk.devices.chosen()[0].label
    shown = desk.placeholders.example(titled("#{{counter}} {{device.label}}"))
    assert shown.title == f"#1 {label}"
    assert desk.placeholders.counter == 1


def test_a_send_takes_a_number_and_the_next_one_the_next(desk: Desk) -> None:
    message = titled("#{{counter}}")
    assert desk.placeholders.for_send(message).title == "#1"
    assert desk.placeholders.for_send(message).title == "#2"


def test_a_message_without_the_counter_takes_no_number(desk: Desk) -> None:
    desk.placeholders.for_send(titled("plain"))
    desk.placeholders.for_send(titled("{{time}}"))
    assert desk.placeholders.counter == 1


def test_what_is_different_for_each_device_is_left_to_the_send(desk: Desk) -> None:
    personal = desk.placeholders.for_send(titled("{{device.label}} {{uuid}}"))
    assert personal.title == "{{device.label}} {{uuid}}"
    shared = desk.placeholders.for_send(titled("{{uuid}}"))
    assert len(shared.title) == 36


def test_each_project_has_variables_of_its_own(desk: Desk, heard: Heard) -> None:
    edited = heard(desk.placeholders.edited)
    desk.placeholders.set_own({"shop": "旗舰店"})
    assert edited == [({samples.TEST.key: {"shop": "旗舰店"}},)]
    assert desk.placeholders.example(titled("{{shop}}")).title == "旗舰店"
    desk.choice.choose(samples.FORMAL.key)
    assert desk.placeholders.own == {}
    assert desk.placeholders.example(titled("{{shop}}")).title == "{{shop}}"


def test_variables_come_back_as_they_were_kept(desk: Desk) -> None:
    desk.placeholders.load({samples.TEST.key: {"a": "b"}})
    assert desk.placeholders.own == {"a": "b"}


def test_the_longest_label_is_measured(desk: Desk) -> None:
    labels = [device.label for device in desk.devices.chosen()]
    measured = desk.placeholders.longest(titled("{{device.label}}"))
    assert len(measured.title) == max(map(len, labels))


def test_other_devices_and_projects_are_told(desk: Desk, heard: Heard) -> None:
    changed = heard(desk.placeholders.changed)
    desk.choice.choose(samples.FORMAL.key)
    desk.devices.show_project(samples.FORMAL.key)
    assert len(changed) == 2
