import json

import pytest

from hmpush_gui.pushkit.call import call_words, caller_of
from hmpush_gui.pushkit.message import Api, Message


def call(extra: object, **options: object) -> Message:
    document = {"payload": {"extraData": extra}, "pushOptions": options}
    return Message(Api.V3, "10", document)


@pytest.mark.parametrize(
    ("data", "caller"),
    [
        ({"callerName": "李雷"}, "李雷"),
        ({"caller_name": " Ann "}, "Ann"),
        ({"caller": {"name": "Ann", "id": 5}}, "Ann"),
        ({"call": {"from": "Ann"}}, "Ann"),
        ({"name": "Room", "callerName": "Ann"}, "Ann"),
        ({"callerId": 10086}, "10086"),
        ({"room": "r-1"}, ""),
        ({"a": {"b": {"c": {"d": {"e": {"caller": "too deep"}}}}}}, ""),
        ([1, 2], ""),
    ],
)
def test_the_caller_is_found_where_apps_put_it(data: object, caller: str) -> None:
    assert caller_of(call(json.dumps(data))) == caller


@pytest.mark.parametrize("extra", ["not json", "", None, 5, {"caller": "Ann"}])
def test_data_that_is_no_json_text_names_nobody(extra: object) -> None:
    assert caller_of(call(extra)) == ""


@pytest.mark.parametrize(
    ("options", "late"), [({"ttl": 60}, False), ({"ttl": 61}, True), ({}, True)]
)
def test_a_call_that_may_come_late_is_warned_of(
    options: dict[str, object], late: bool
) -> None:
    words = " ".join(str(each) for each in call_words(call("{}", **options)))
    assert ("comes late" in words) is late
    assert "the app’s own" in words
    assert words.endswith("It needs the in-app call right.")


def test_the_words_say_whether_a_caller_was_recognised() -> None:
    known = " ".join(str(each) for each in call_words(call('{"caller": "Ann"}')))
    unknown = " ".join(str(each) for each in call_words(call("{}")))
    assert "the caller Ann" in known
    assert "no caller" in unknown
