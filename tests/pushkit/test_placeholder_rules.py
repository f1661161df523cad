from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.placeholder_rules import placeholder_problems
from hmpush_gui.pushkit.problem import DEVICES, Severity

TITLE = ("payload", "notification", "title")


def alert(title: str) -> Message:
    blank = kind("v3-alert").message()
    return Message(blank.api, "0", write(blank.document, TITLE, title))


def rules(message: Message, own: set[str], count: int) -> list[str]:
    return [each.rule for each in placeholder_problems(message, own, count)]


def test_a_name_that_stands_for_nothing_is_told_at_its_place() -> None:
    (problem,) = placeholder_problems(alert("{{Counter}}"), set(), 1)
    assert problem.rule == "placeholder-unknown"
    assert problem.path == TITLE
    assert problem.severity is Severity.WARNING
    assert "{{Counter}}" in str(problem.sentence)


def test_our_names_and_ones_own_are_known() -> None:
    assert rules(alert("{{counter}} {{time}} {{uuid}} {{shop}}"), {"shop"}, 5) == []


def test_a_live_view_has_names_of_its_own() -> None:
    message = kind("v3-live-view").message()
    document = write(message.document, ("payload", "title"), "{{status}} {{flightNo}}")
    assert rules(Message(message.api, "7", document), set(), 1) == []


def test_a_message_for_each_device_says_how_many_requests_that_is() -> None:
    (problem,) = placeholder_problems(alert("{{device.label}}"), set(), 42)
    assert problem.rule == "placeholder-split"
    assert problem.path == DEVICES
    assert "42 requests" in str(problem.sentence)
    assert rules(alert("{{device.label}}"), set(), 1) == []


def test_a_topic_has_no_device_label() -> None:
    blank = kind("v1-notification").message()
    document = write(blank.document, ("message", "topic"), "news")
    document = write(document, ("message", "notification", "title"), "{{device.label}}")
    assert rules(Message(blank.api, "", document), set(), 0) == ["placeholder-topic"]
