import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.document import encode, read, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Json, Message
from hmpush_gui.pushkit.placeholders import (
    COUNTER,
    LABEL,
    TIME,
    UUID,
    is_name,
    is_personal,
    longest,
    places,
    resolve,
    used,
)

TITLE = ("payload", "notification", "title")
BODY = ("payload", "notification", "body")
DATA = ("payload", "notification", "clickAction", "data")
EXTRA = ("payload", "extraData")


def alert(title: str, body: str = "", data: object = None) -> Message:
    blank = kind("v3-alert").message()
    document = write(write(blank.document, TITLE, title), BODY, body)
    return Message(blank.api, "0", write(document, DATA, data))


def background(text: str) -> Message:
    blank = kind("v3-background").message()
    return Message(blank.api, "6", write(blank.document, EXTRA, text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{counter}}", {"counter"}),
        ("{{ counter }} and {{device.label}}", {"counter", "device.label"}),
        ("{counter} {{}} {{1st}} {{a b}}", set()),
        ("{{{counter}}}", {"counter"}),
        ("{{my-shop_2}}", {"my-shop_2"}),
    ],
)
def test_names_stand_between_double_braces(text: str, names: set[str]) -> None:
    assert used(alert(text)) == names


def test_names_are_found_in_data_and_lists_with_their_places() -> None:
    message = alert("{{a}}", data={"list": ["{{b}}", "{{b}}"], "deep": {"x": "{{a}}"}})
    assert used(message) == {"a", "b"}
    assert places(message, "a") == [TITLE, (*DATA, "deep", "x")]
    assert places(message, "b") == [(*DATA, "list")]


def test_what_has_a_value_is_replaced_and_the_rest_stays() -> None:
    message = alert("#{{counter}} {{ time }} {{status}}", "{{own}}", {"n": "{{own}}"})
    found = resolve(message, {COUNTER: "12", TIME: "14:03:07", "own": "旗舰店"})
    assert found.title == "#12 14:03:07 {{status}}"
    assert found.body == "旗舰店"
    assert read(found.document, (*DATA, "n")) == "旗舰店"


def test_a_value_is_not_read_again_for_placeholders() -> None:
    found = resolve(alert("{{a}}"), {"a": "{{b}}", "b": "no"})
    assert found.title == "{{b}}"


def test_a_message_without_placeholders_is_the_same_object() -> None:
    message = alert("plain")
    assert resolve(message, {COUNTER: "1"}) is message
    assert longest(message, {}) is message


@given(st.text())
def test_json_inside_a_text_stays_json_whatever_the_value(value: str) -> None:
    message = background('{"who":"{{device.label}}","n":1}')
    found = resolve(message, {LABEL: value})
    inner = json.loads(str(read(found.document, EXTRA)))
    assert inner == {"who": value, "n": 1}


def test_a_text_that_is_no_json_takes_the_value_as_it_is() -> None:
    found = resolve(background("for {{device.label}}"), {LABEL: 'Li "Lei"'})
    assert read(found.document, EXTRA) == 'for Li "Lei"'


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_resolving_nothing_changes_nothing(data: Json) -> None:
    message = alert("{{counter}}", data=data)
    assert resolve(message, {}).document == message.document


def test_the_longest_is_what_takes_the_most_bytes() -> None:
    message = alert("{{counter}}{{time}}{{uuid}}{{own}}", "{{device.label}}")
    found = longest(message, {"own": "shop"}, ["Pixel phone", "李雷的手机", "x"])
    assert len(found.title) == 6 + 8 + 36 + 4
    assert found.body == "李雷的手机"


@given(st.lists(st.text(min_size=1), min_size=1), st.integers(0, 999_999))
def test_no_device_makes_the_message_longer_than_was_measured(
    labels: list[str], number: int
) -> None:
    message = alert("{{counter}}", "{{device.label}} {{uuid}}")
    measured = encode(longest(message, {}, labels)).size
    for label in labels:
        values = {COUNTER: str(number), LABEL: label, UUID: "f" * 36}
        assert encode(resolve(message, values)).size <= measured


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("shop", True),
        ("my-shop.name_2", True),
        ("", False),
        ("2nd", False),
        ("a b", False),
        ("counter", False),
        ("device.label", False),
    ],
)
def test_a_variable_has_a_name_of_its_own(text: str, good: bool) -> None:
    assert is_name(text) is good


def test_only_the_device_label_makes_a_message_personal() -> None:
    assert is_personal(alert("{{device.label}}"))
    assert not is_personal(alert("{{counter}} {{uuid}}"))
