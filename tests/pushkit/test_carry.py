"""A message turned into another kind keeps what both kinds have."""

import pytest

from hmpush_gui.pushkit.carry import Carried, carry
from hmpush_gui.pushkit.document import read, write
from hmpush_gui.pushkit.kinds import Kind, kind, kind_of, kinds
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.schema_rules import schema_problems
from tests.cases import for_each

from .fakes import good_message

KINDS = kinds()
ALERT = ("payload", "notification")


@for_each("before", KINDS, ids=lambda each: each.key)
@for_each("after", KINDS, ids=lambda each: each.key)
def test_any_kind_becomes_any_other(before: Kind, after: Kind) -> None:
    carried = carry(good_message(before.key), after).message
    assert kind_of(carried) == after
    missing = {"required", "minLength"}
    for problem in schema_problems(carried):
        assert problem.rule.removeprefix("schema.") in missing, problem


@pytest.mark.parametrize("key", ["v3-speech", "v1-notification", "v2-webpush"])
def test_title_and_text_stay(key: str) -> None:
    carried = carry(good_message("v3-alert"), kind(key)).message
    assert (carried.title, carried.body) == ("Parcel", "It arrives tomorrow.")


def test_a_whole_document_stays_between_v1_and_v2() -> None:
    message = good_message("v1-webpush")
    assert carry(message, kind("v2-webpush")) == Carried(
        Message(Api.V2, "", message.document), ()
    )


# Facts C.2: PLAY_VOICE belongs to spoken messages, and they have no other.
def test_a_spoken_message_keeps_its_category_to_itself() -> None:
    spoken = carry(good_message("v3-alert"), kind("v3-speech")).message
    assert read(spoken.document, (*ALERT, "category")) == "PLAY_VOICE"
    alert = carry(spoken, kind("v3-alert")).message
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
    old = Message(blank.api, blank.push_type, document)
    carried = carry(old, kind(after)).message
    assert read(carried.document, kind(after).data_path) == kept


def test_the_data_of_a_live_view_are_its_own() -> None:
    live = kind("v3-live-view")
    carried = carry(live.message(), kind("v3-background")).message
    assert read(carried.document, ("payload", "extraData")) == "{}"
    old = Message(carried.api, "6", {"payload": {"extraData": "[1]"}})
    back = carry(old, live)
    assert back.left == (("payload", "extraData"),)
    assert back.message.document == live.blank


OPTIONS = ("pushOptions",)


def changed(key: str, *values: tuple[tuple[str, ...], object]) -> Message:
    """A good message of that kind with these values."""
    message = good_message(key)
    document = message.document
    for path, value in values:
        document = write(document, path, value)
    return Message(message.api, message.push_type, document)


RICH = changed(
    "v3-alert",
    ((*ALERT, "image"), "https://img.example.com/a.png"),
    ((*ALERT, "badge", "setNum"), 3),
    ((*ALERT, "sound"), "a.mp3"),
    ((*OPTIONS, "ttl"), 60),
    ((*OPTIONS, "testMessage"), False),
    (("future",), 1),
)


def test_what_means_the_same_stays_within_v3() -> None:
    carried = carry(RICH, kind("v3-speech"))
    assert read(carried.message.document, (*ALERT, "badge", "setNum")) == 3
    assert read(carried.message.document, (*ALERT, "sound")) == "a.mp3"
    assert read(carried.message.document, (*OPTIONS, "testMessage")) is False
    assert carried.left == (("future",),)


def test_what_means_the_same_is_rewritten_between_generations() -> None:
    carried = carry(RICH, kind("v1-notification"))
    note = ("message", "android", "notification")
    assert read(carried.message.document, (*note, "badge", "set_num")) == 3
    assert read(carried.message.document, ("message", "android", "ttl")) == "60s"
    assert carried.left == ((*ALERT, "sound"), ("future",))
    back = carry(carried.message, kind("v3-alert"))
    assert read(back.message.document, (*OPTIONS, "ttl")) == 60
    assert back.left == ()


def test_what_found_no_place_is_told() -> None:
    left = carry(RICH, kind("v3-background")).left
    assert (*ALERT, "title") in left
    assert (*ALERT, "badge", "setNum") in left
    assert not {(*OPTIONS, "ttl"), (*OPTIONS, "testMessage")} & set(left)


def test_what_nobody_wrote_is_not_missed() -> None:
    for before in KINDS:
        for after in KINDS:
            assert carry(before.message(), after).left == (), (before.key, after.key)


# Facts B.10: a call that comes late is useless.
def test_a_call_keeps_its_short_life() -> None:
    carried = carry(RICH, kind("v3-call"))
    assert read(carried.message.document, (*OPTIONS, "ttl")) == 60
    longer = carry(changed("v3-alert", ((*OPTIONS, "ttl"), 86400)), kind("v3-call"))
    assert read(longer.message.document, (*OPTIONS, "ttl")) == 60
    assert (*OPTIONS, "ttl") in longer.left


# Facts A.5: in a data message the category does another job.
def test_a_data_message_gets_no_category() -> None:
    path = ("message", "android", "category")
    carried = carry(changed("v1-notification", (path, "EXPRESS")), kind("v1-data"))
    assert read(carried.message.document, path) is None
    assert path in carried.left


def test_the_words_of_a_notification_are_the_fallback_of_a_live_view() -> None:
    live = carry(RICH, kind("v3-live-view"))
    assert read(live.message.document, ("payload", "title")) == "Parcel"
    back = carry(live.message, kind("v3-alert"))
    assert back.message.title == "Parcel"
    assert ("payload", "title") not in back.left


# A widget's version is another thing than a live view's.
def test_what_only_has_the_same_name_does_not_stay() -> None:
    widget = changed("v3-widget", (("payload", "version"), 7))
    live = carry(widget, kind("v3-live-view"))
    assert read(live.message.document, ("payload", "version")) is None
    assert ("payload", "version") in live.left


def test_a_web_address_has_no_place_in_v3() -> None:
    click = ("message", "android", "notification", "click_action")
    old = changed(
        "v1-notification",
        ((*click, "type"), 2),
        ((*click, "url"), "https://a.example"),
    )
    left = carry(old, kind("v3-alert")).left
    assert set(left) == {(*click, "type"), (*click, "url")}
