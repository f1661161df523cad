import pytest

from hmpush_gui.pushkit.case import case_of
from hmpush_gui.pushkit.document import Path, read, write
from hmpush_gui.pushkit.kinds import kind, kind_of
from hmpush_gui.pushkit.message import Json, Message
from hmpush_gui.pushkit.schema_rules import schema_problems
from hmpush_gui.pushkit.schemas import schema

from .fakes import good_message, read_examples

ALERT = ("payload", "notification")
CARD = ("payload", "activityData", "notificationData")


def names(key: str, *changes: tuple[Path, object]) -> set[str]:
    """The last keys of what a message of that kind has to have."""
    document = good_message(key).document
    for path, value in changes:
        document = write(document, path, value)
    found = case_of(schema(kind(key).schema), document).required
    return {path[-1] for path in found}


def test_what_a_style_needs_is_needed_with_that_style() -> None:
    assert "inboxContent" not in names("v3-alert")
    assert "inboxContent" in names("v3-alert", ((*ALERT, "style"), 3))
    assert {"bigTitle", "bigBody"} <= names("v3-alert", ((*ALERT, "style"), 1))


def test_a_badge_alone_needs_no_words() -> None:
    alone: Json = {"payload": {"notification": {"badge": {"setNum": 1}}}}
    found = case_of(schema("v3-0"), alone).required
    assert {path[-1] for path in found} == {"payload", "notification"}
    assert {"title", "body", "category", "clickAction"} <= names("v3-alert")


def test_an_object_that_is_not_there_asks_for_nothing() -> None:
    light = ("message", "android", "notification", "light_settings")
    assert "light_on_duration" not in names("v1-notification")
    assert "light_on_duration" in names("v1-notification", (light, {"color": {}}))


@pytest.mark.parametrize(
    ("operation", "event", "needed"),
    [
        (0, "TRAIN", {"status", "trainNo", "contentTitle"}),
        (0, "FLIGHT", {"flightNo"}),
        (4, "TAXI", {"trigger", "status"}),
        (6, "TAXI", {"trigger"}),
    ],
)
def test_a_live_view_needs_what_its_operation_and_event_want(
    operation: int, event: str, needed: set[str]
) -> None:
    changes = (("payload", "operation"), operation), (("payload", "event"), event)
    assert needed <= names("v3-live-view", *changes)
    assert not {"trigger", "contentTitle"} & names(
        "v3-live-view", (("payload", "operation"), 1), (("payload", "event"), "QUEUE")
    )


def test_the_event_narrows_what_can_be_chosen() -> None:
    document = write(
        good_message("v3-live-view").document, ("payload", "event"), "TRAIN"
    )
    choices = case_of(schema("v3-7"), document).choices
    assert "SET_OFF" in choices[("payload", "status")]
    assert "CALLING" not in choices[("payload", "status")]
    assert choices[(*CARD, "type")] == (5, -1)


def test_what_a_choice_offers_anyway_is_no_case() -> None:
    assert case_of(schema("v3-0"), good_message("v3-alert").document).choices == {}


EXAMPLES = {each.name: each.message for each in read_examples()}


@pytest.mark.parametrize("message", EXAMPLES.values(), ids=EXAMPLES)
def test_it_agrees_with_the_checks_about_what_is_missing(message: Message) -> None:
    case = case_of(schema(kind_of(message).schema), message.document)
    missing = {path for path in case.required if read(message.document, path) is None}
    found = {
        problem.path
        for problem in schema_problems(message)
        if problem.rule == "schema.required"
    }
    assert found <= missing
