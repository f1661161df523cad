"""A message turned into another kind keeps what both kinds have."""

import pytest

from hmpush_gui.pushkit.carry import carry
from hmpush_gui.pushkit.document import read, write
from hmpush_gui.pushkit.kinds import Kind, kind, kind_of, kinds
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.schema_rules import schema_problems

from .fakes import good_message

KINDS = kinds()
ALERT = ("payload", "notification")


@pytest.mark.parametrize("before", KINDS, ids=lambda each: each.key)
@pytest.mark.parametrize("after", KINDS, ids=lambda each: each.key)
def test_any_kind_becomes_any_other(before: Kind, after: Kind) -> None:
    carried = carry(good_message(before.key), after)
    assert kind_of(carried) == after
    missing = {"required", "minLength"}
    for problem in schema_problems(carried):
        assert problem.rule.removeprefix("schema.") in missing, problem


@pytest.mark.parametrize("key", ["v3-speech", "v1-notification", "v2-webpush"])
def test_title_and_text_stay(key: str) -> None:
    carried = carry(good_message("v3-alert"), kind(key))
    assert (carried.title, carried.body) == ("Parcel", "It arrives tomorrow.")


def test_a_whole_document_stays_between_v1_and_v2() -> None:
    message = good_message("v1-webpush")
    assert carry(message, kind("v2-webpush")).document == message.document


# Facts C.2: PLAY_VOICE belongs to spoken messages, and they have no other.
def test_a_spoken_message_keeps_its_category_to_itself() -> None:
    spoken = carry(good_message("v3-alert"), kind("v3-speech"))
    assert read(spoken.document, (*ALERT, "category")) == "PLAY_VOICE"
    alert = carry(spoken, kind("v3-alert"))
    assert read(alert.document, (*ALERT, "category")) == "MARKETING"


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("v3-background", "v3-call", '{"a":1}'),
        ("v3-background", "v3-widget", {"a": 1}),
        ("v3-background", "v1-apns", {"a": 1}),
        ("v1-data", "v3-alert", {"a": 1}),
    ],
)
def test_data_stay(before: str, after: str, kept: object) -> None:
    blank = kind(before)
    document = write(blank.blank, blank.data_path, '{"a":1}')
    carried = carry(Message(blank.api, blank.push_type, document), kind(after))
    assert read(carried.document, kind(after).data_path) == kept


def test_the_data_of_a_live_view_are_its_own() -> None:
    live = kind("v3-live-view")
    carried = carry(live.message(), kind("v3-background"))
    assert read(carried.document, ("payload", "extraData")) == "{}"
    back = carry(Message(carried.api, "6", {"payload": {"extraData": "[1]"}}), live)
    assert back.document == live.blank
