from dataclasses import replace

import pytest

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import DEVICES, PROJECT, Problem, Severity
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.confirm_bar import ConfirmBar
from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.message_checks import MessageChecks
from hmpush_gui.ui.message_document import MessageDocument
from hmpush_gui.ui.project_choice import ProjectChoice
from hmpush_gui.ui.project_list import ProjectListModel
from hmpush_gui.ui.send_gate import MANY, SendGate

from . import samples
from .conftest import Heard
from .sending_desk import BLOCKING, WARNING, Desk


@pytest.fixture
def desk(qapp: object) -> Desk:
    assert qapp
    return Desk()


def only(opened: list[tuple[object, ...]]) -> SendRecord:
    assert len(opened) == 1
    record = opened[0][0]
    assert isinstance(record, SendRecord)
    return record


def test_a_good_message_passes_with_everything_that_belongs_to_it(
    desk: Desk, heard: Heard
) -> None:
    opened = heard(desk.gate.opened)
    desk.gate.send()
    record = only(opened)
    assert record.project == samples.TEST
    assert record.message == samples.message()
    assert [device.token for device in record.devices] == ["token-1"]
    assert desk.asked[-1] == (samples.message(), 1, samples.TEST, frozenset())


def test_only_chosen_devices_get_it(desk: Desk, heard: Heard) -> None:
    desk.put_in_force(samples.TEST, 3)
    desk.devices.choose_all(False)
    desk.devices.add(["new"])
    opened = heard(desk.gate.opened)
    desk.gate.send()
    assert [device.token for device in only(opened).devices] == ["new"]


def test_a_blocking_problem_keeps_it_back_and_a_warning_does_not(
    desk: Desk, heard: Heard
) -> None:
    opened, refused = heard(desk.gate.opened), heard(desk.gate.refused)
    desk.found = [BLOCKING, WARNING]
    desk.gate.send()
    assert refused == [(BLOCKING,)]
    assert not opened
    desk.found = [WARNING]
    desk.gate.send()
    assert len(opened) == 1


def test_nothing_passes_before_the_rules_are_there(qapp: object, heard: Heard) -> None:
    projects = ProjectListModel()
    projects.load([samples.TEST])
    choice = ProjectChoice(projects)
    choice.choose(samples.TEST.key)
    document = MessageDocument(samples.message())
    devices, confirm = DeviceListModel(), ConfirmBar()
    checks = MessageChecks(document, devices, choice)
    gate = SendGate(document, devices, choice, confirm, checks)
    opened, refused = heard(gate.opened), heard(gate.refused)
    gate.send()
    assert checks.waiting == "Starting…"
    assert refused == [(None,)]
    assert not opened


def test_a_project_that_is_not_ready_waits(desk: Desk, heard: Heard) -> None:
    opened = heard(desk.gate.opened)
    desk.choice.set_waiting(samples.TEST.key, "The sandbox is starting…")
    desk.gate.send()
    assert desk.checks.waiting == "The sandbox is starting…"
    assert not opened


def test_what_a_project_lacks_until_it_is_ready_is_no_place_to_go(
    desk: Desk, heard: Heard
) -> None:
    refused = heard(desk.gate.refused)
    desk.found = [replace(BLOCKING, path=PROJECT), BLOCKING]
    desk.choice.set_waiting(samples.TEST.key, "The sandbox is starting…")
    desk.gate.send()
    desk.found = desk.found[:1]
    desk.gate.send()
    assert refused == [(BLOCKING,), (None,)]


@pytest.mark.parametrize(
    ("project", "message", "count", "asks"),
    [
        (samples.TEST, samples.message(), 1, False),
        (samples.TEST, samples.message(), MANY - 1, False),
        (samples.TEST, samples.message(), MANY, True),
        (samples.TEST, samples.message(test=False), 1, True),
        (samples.TEST, samples.legacy(), 1, True),
        (samples.FORMAL, samples.message(), 1, True),
        (samples.FORMAL, samples.message(test=False), 500, True),
        (samples.SANDBOX, samples.message(test=False), 500, False),
        (samples.SANDBOX, samples.message(), 1, False),
    ],
)
def test_it_asks_where_a_mistake_is_costly(
    desk: Desk, heard: Heard, project: Project, message: Message, count: int, asks: bool
) -> None:
    desk.document.replace(message, "Load")
    desk.put_in_force(project, count)
    opened = heard(desk.gate.opened)
    desk.gate.send()
    assert bool(desk.question()) is asks
    assert bool(opened) is not asks
    if asks:
        assert project.name in desk.question()
        assert str(count) in desk.question()
        desk.press("go")
    assert len(only(opened).devices) == count


def test_the_question_repeats_what_would_be_wrong_to_get_wrong(desk: Desk) -> None:
    desk.put_in_force(samples.FORMAL, 3)
    desk.gate.send()
    said = desk.question()
    assert "“Hello”" in said
    assert "Live shop (FORMAL)" in said
    assert "Devices: 3" in said
    desk.document.replace(samples.background(), "Load")
    desk.gate.send()
    assert "a message that shows nothing" in desk.question()


def test_the_question_names_a_topic_and_no_devices(desk: Desk) -> None:
    blank = samples.legacy()
    document = write(blank.document, ("message", "topic"), "news")
    desk.document.replace(replace(blank, document=document), "Load")
    desk.put_in_force(samples.FORMAL, 3)
    desk.gate.send()
    assert "to every device of 'news' in topics" in desk.question()
    assert "3" not in desk.question()


@pytest.mark.parametrize(
    ("title", "rules"),
    [("Hello", ["split"]), ("For {{device.label}}", ["placeholder-split"])],
)
def test_a_message_for_each_device_is_not_counted_as_one_for_many(
    desk: Desk, title: str, rules: list[str]
) -> None:
    desk.put_in_force(samples.SANDBOX, 30)
    desk.found = [Problem("split", Severity.HINT, DEVICES, Sentence("x", "3 requests"))]
    desk.document.set_value(samples.TITLE, title)
    assert [each.rule for each in desk.checks.check()] == rules


def test_what_was_asked_about_is_what_is_sent(desk: Desk, heard: Heard) -> None:
    opened = heard(desk.gate.opened)
    desk.put_in_force(samples.FORMAL, 1)
    desk.gate.send()
    desk.document.set_value(samples.TITLE, "Typed after the question")
    desk.press("go")
    assert only(opened).message.title == "Hello"


def test_cancel_sends_nothing(desk: Desk, heard: Heard) -> None:
    opened = heard(desk.gate.opened)
    desk.put_in_force(samples.FORMAL, 1)
    desk.gate.send()
    desk.press("cancel")
    assert not opened


def test_sending_again_repeats_the_last_message_as_a_send_of_its_own(
    desk: Desk, heard: Heard
) -> None:
    opened, said = heard(desk.gate.opened), heard(desk.gate.said)
    desk.gate.send_again()
    assert said == [("Nothing has been sent yet in this run.",)]
    desk.gate.send()
    desk.document.set_value(samples.TITLE, "Another")
    desk.devices.choose_all(False)
    desk.gate.send_again()
    first, second = opened[0][0], opened[1][0]
    assert isinstance(first, SendRecord)
    assert isinstance(second, SendRecord)
    assert second.message == first.message
    assert second.devices == first.devices
    assert second.key != first.key


def test_sending_again_never_goes_through_another_project(
    desk: Desk, heard: Heard
) -> None:
    desk.gate.send()
    opened, said = heard(desk.gate.opened), heard(desk.gate.said)
    desk.choice.choose(samples.FORMAL.key)
    desk.gate.send_again()
    assert not opened
    assert "Shop" in str(said[0][0])


def earlier(count: int = 2, project: Project = samples.TEST) -> SendRecord:
    tokens = [f"old-{number}" for number in range(count)]
    return samples.record(*tokens, project=project, sent=samples.message("Earlier"))


def test_an_earlier_message_goes_again_to_the_devices_asked_for(
    desk: Desk, heard: Heard
) -> None:
    opened = heard(desk.gate.opened)
    sent = earlier()
    desk.gate.send_to(sent, sent.devices[1:], 0)
    again = only(opened)
    assert again.message == sent.message
    assert again.devices == sent.devices[1:]
    assert again.key != sent.key


def test_what_may_be_on_a_phone_already_is_asked_about_first(
    desk: Desk, heard: Heard
) -> None:
    opened = heard(desk.gate.opened)
    sent = earlier(3)
    desk.gate.send_to(sent, sent.devices, 2)
    assert not opened
    assert "2 of them may have it already" in desk.question()
    desk.press("go")
    assert len(only(opened).devices) == 3


def test_sending_to_some_is_confirmed_like_any_other_send(
    desk: Desk, heard: Heard
) -> None:
    desk.put_in_force(samples.FORMAL, 1)
    opened = heard(desk.gate.opened)
    sent = earlier(project=samples.FORMAL)
    desk.gate.send_to(sent, sent.devices, 0)
    assert not opened
    assert "“Earlier”" in desk.question()
    assert "Devices: 2" in desk.question()


def test_sending_to_some_goes_through_the_same_project_only(
    desk: Desk, heard: Heard
) -> None:
    opened, said = heard(desk.gate.opened), heard(desk.gate.said)
    sent = earlier(project=samples.FORMAL)
    desk.gate.send_to(sent, sent.devices, 0)
    assert not opened
    assert said == [("That send went through Live shop. Choose it first.",)]


def test_sending_to_some_is_checked_like_any_other_send(
    desk: Desk, heard: Heard
) -> None:
    opened, said = heard(desk.gate.opened), heard(desk.gate.said)
    desk.found = [WARNING, BLOCKING]
    sent = earlier()
    desk.gate.send_to(sent, sent.devices, 0)
    assert not opened
    assert said == [("It would be refused now: No.",)]
    assert desk.asked[-1][:2] == (sent.message, 2)


def test_a_send_is_remembered_by_its_text(desk: Desk) -> None:
    desk.gate.send()
    assert desk.problems() == ["lint-repeated"]
    desk.document.set_value(samples.TITLE, "Another title")
    assert desk.problems() == []
