"""The walker says what a schema forbids, and agrees with jsonschema."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.schemas import schema
from hmpush_gui.sandbox.shape import faults, seconds
from tests.cases import for_each


def _hints(rules: dict[str, Any], value: object) -> list[str]:
    return [fault.hint for fault in faults(rules, value, ("badge", "addNum"))]


@for_each(
    ("rules", "good", "bad", "hint"),
    [
        ({"type": "string"}, "", 1, "badge addNum should be of type string"),
        ({"type": "boolean"}, False, 0, "badge addNum should be of type boolean"),
        ({"type": "array"}, [], {}, "badge addNum should be of type array"),
        ({"type": "object"}, {}, [], "badge addNum should be of type object"),
        ({"type": "integer"}, 0, True, "badge addNum should be of type integer"),
        ({"type": "integer"}, 1.0, 1.5, "badge addNum should be of type integer"),
        ({"type": "integer"}, -1, "1", "badge addNum should be of type integer"),
        ({"type": "integer"}, 1, None, "badge addNum should be of type integer"),
        ({"type": "number"}, 1.5, "1", "badge addNum should be of type number"),
        ({"type": "number"}, 1, False, "badge addNum should be of type number"),
        (
            {"type": ["string", "array"]},
            [],
            None,
            "badge addNum should be of type string or array",
        ),
        ({"const": 1}, 1.0, True, "badge addNum is wrong"),
        ({"enum": [0]}, 0.0, False, "badge addNum should be 0"),
        ({"minItems": 1}, [0], [], "badge addNum should have at least 1 items"),
        ({"maxProperties": 1}, {"a": 1}, {"a": 1, "b": 2}, "badge addNum should not"),
        (
            {"propertyNames": {"pattern": "^a"}},
            {"a": 1},
            {"b": 1},
            "addNum key has an illegal format",
        ),
        (
            {"properties": {"a": {}}, "additionalProperties": {"type": "string"}},
            {"a": 1, "b": "x"},
            {"b": 1},
            "addNum b should be of type string",
        ),
        (
            {"allOf": [{"type": "string"}, {"maxLength": 1}]},
            "x",
            "xx",
            "badge addNum should not exceed 1 characters",
        ),
        (
            {"if": {"minimum": 5}, "then": {"maximum": 6}, "else": {"maximum": 2}},
            5.5,
            3,
            "badge addNum value ranges from any to 2",
        ),
        (
            {"if": {"required": ["a"]}, "then": {"required": ["b"]}},
            {"c": 1},
            {"a": 1},
            "b cannot be null in body",
        ),
        ({"properties": {"a": False}}, {"b": 1}, {"a": 1}, "addNum a is not allowed"),
        ({"enum": [0, 1, 3]}, 3, 2, "badge addNum should be 0, 1, 3"),
        (
            {"minimum": 1, "maximum": 99},
            1,
            0,
            "badge addNum value ranges from 1 to 99",
        ),
        (
            {"minimum": 1, "maximum": 99},
            99,
            100,
            "badge addNum value ranges from 1 to 99",
        ),
        ({"minimum": 1}, 1, 0, "badge addNum value ranges from 1 to any"),
        ({"minLength": 1}, "x", "", "addNum cannot be null in body"),
        (
            {"maxLength": 2},
            "优优",
            "xxx",
            "badge addNum should not exceed 2 characters",
        ),
        ({"maxItems": 1}, [1], [1, 2], "badge addNum should not exceed 1 items"),
        ({"x-maxBytes": 6}, "优优", "优优x", "badge addNum should not exceed 6 bytes"),
        (
            {"x-maxSeconds": 60},
            "60s",
            "60.1",
            "badge addNum should not exceed 60 seconds",
        ),
        ({"pattern": "^[a-z]+$"}, "ab", "aB", "badge addNum has an illegal format"),
        ({"pattern": "^[a-z]+$"}, "ab", "ab\n", "badge addNum has an illegal format"),
        ({"pattern": "^https://"}, "https://x", "http://x", "badge addNum has an"),
    ],
)
def test_a_keyword_lets_the_good_pass_and_names_the_bad(
    rules: dict[str, Any], good: object, bad: object, hint: str
) -> None:
    assert _hints(rules, good) == []
    assert [each.startswith(hint) for each in _hints(rules, bad)] == [True]


@pytest.mark.parametrize(
    ("rules", "good", "bad", "hint"),
    [
        ({"const": 1}, 1, True, "badge addNum is wrong"),
        ({"enum": [0, 1]}, 1, True, "badge addNum should be 0, 1"),
        ({"type": "number"}, 1.5, True, "badge addNum should be of type number"),
        (
            {"type": ["string", "number"]},
            "x",
            None,
            "badge addNum should be of type st",
        ),
        ({"minItems": 1}, [1], [], "badge addNum should have at least 1 items"),
        ({"maxProperties": 1}, {"a": 1}, {"a": 1, "b": 2}, "badge addNum should not"),
        (
            {"propertyNames": {"pattern": "^a"}},
            {"ab": 1},
            {"b": 1},
            "addNum key has an",
        ),
        (
            {"properties": {"a": {}}, "additionalProperties": {"type": "string"}},
            {"a": 1, "b": "x"},
            {"b": 1},
            "addNum b should be of type string",
        ),
        ({"properties": {"a": False}}, {"b": 1}, {"a": 1}, "addNum a is not allowed"),
        ({"allOf": [{"minimum": 1}]}, 1, 0, "badge addNum value ranges"),
        ({"minimum": 1}, "not a number", 0, "badge addNum value ranges"),
        (
            {"if": {"required": ["a"]}, "then": {"required": ["b"]}},
            {"a": 1, "b": 1},
            {"a": 1},
            "b cannot be null in body",
        ),
        (
            {"if": {"required": ["a"]}, "else": {"required": ["b"]}},
            {"a": 1},
            {"c": 1},
            "b cannot be null in body",
        ),
    ],
)
def test_conditions_and_combinations_are_judged(
    rules: dict[str, Any], good: object, bad: object, hint: str
) -> None:
    assert _hints(rules, good) == []
    assert [each.startswith(hint) for each in _hints(rules, bad)] == [True]


def test_a_condition_keeps_the_code_of_its_value() -> None:
    rules = {"x-code": "80100004", "if": {}, "then": {"minimum": 1}}

    assert [fault.code for fault in faults(rules, 0)] == ["80100004"]


def test_a_required_key_is_missed_whether_absent_or_null() -> None:
    rules = {"type": "object", "required": ["title"]}

    assert _hints(rules, {}) == ["title cannot be null in body"]
    assert _hints(rules, {"title": None}) == ["title cannot be null in body"]
    assert _hints(rules, {"title": ""}) == []


def test_unknown_keys_are_let_be() -> None:
    assert _hints({"type": "object", "properties": {}}, {"extra": 1}) == []


def test_items_of_a_list_are_judged_one_by_one() -> None:
    rules = {"type": "array", "items": {"type": "string", "maxLength": 1}}

    assert _hints(rules, ["a", "bb", 3, "c"]) == [
        "badge addNum should not exceed 1 characters",
        "badge addNum should be of type string",
    ]


def test_a_fault_carries_the_code_of_its_own_field() -> None:
    rules = {
        "type": "object",
        "properties": {
            "ttl": {"type": "integer", "minimum": 1, "x-code": "80100004"},
            "tag": {"type": "string"},
        },
    }

    found = list(faults(rules, {"ttl": 0, "tag": 1}))

    assert [fault.code for fault in found] == ["80100004", "80100003"]


def test_a_value_of_the_wrong_type_is_named_once() -> None:
    rules = {"type": "integer", "minimum": 1, "enum": [1]}

    assert len(_hints(rules, "x")) == 1


def test_the_document_itself_is_called_the_body() -> None:
    assert [each.hint for each in faults({"type": "object"}, [])] == [
        "body should be of type object"
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [("86400", 86400), ("86400s", 86400), ("3.5S", 3.5), ("0s", 0), ("soon", math.inf)],
)
def test_a_duration_is_read_in_each_of_its_forms(text: str, value: float) -> None:
    assert seconds(text) == value


_V3_ALERT = {
    "payload": {
        "notification": {
            "category": "IM",
            "title": "T",
            "body": "B",
            "image": "https://x/y.png",
            "style": 3,
            "inboxContent": ["1"],
            "clickAction": {"actionType": 1, "action": "a", "uri": "u", "data": {}},
            "badge": {"addNum": 1, "setNum": 0},
            "notifyId": 1,
            "appMessageId": "a",
            "profileId": "p",
            "sound": "s",
            "soundDuration": 1,
            "foregroundShow": True,
        }
    },
    "target": {"token": ["a"]},
    "pushOptions": {
        "testMessage": True,
        "ttl": 1,
        "biTag": "b",
        "receiptId": "r",
        "collapseKey": 1,
    },
}
_V3_BACKGROUND = {
    "payload": {"extraData": "{}", "proxyData": "ENABLE"},
    "pushOptions": {"ttl": 1, "biTag": "b", "backgroundMode": 1, "testMessage": False},
}
_LEGACY = {
    "validate_only": False,
    "message": {
        "notification": {"title": "T", "body": "B", "image": "https://x"},
        "data": "{}",
        "android": {
            "category": "IM",
            "ttl": "1s",
            "urgency": "HIGH",
            "collapse_key": 1,
            "bi_tag": "b",
            "target_user_type": 1,
            "notification": {
                "title": "T",
                "body": "B",
                "click_action": {"type": 1, "intent": "i", "action": "a", "url": "h"},
                "notify_id": 1,
                "importance": "LOW",
                "foreground_show": True,
            },
        },
    },
}
_V3_WIDGET = {
    "payload": {
        "moduleName": "m",
        "abilityName": "a",
        "formName": "f",
        "formId": 1,
        "version": 0,
        "formData": {"a": 1, "b": "x"},
        "images": [{"keyName": "k", "url": "https://x/y.png", "require": 1}],
    },
    "pushOptions": {"ttl": 1},
}
_V3_SPEECH = {
    "payload": {
        "extraData": "x",
        "notification": {
            "category": "PLAY_VOICE",
            "title": "T",
            "body": "B",
            "style": 1,
            "bigTitle": "T",
            "bigBody": "B",
            "clickAction": {"actionType": 0},
        },
    }
}
_V3_LIVE_VIEW = {
    "payload": {
        "activityId": 1,
        "operation": 0,
        "event": "TRAIN",
        "status": "SET_OFF",
        "version": 1,
        "activityData": {
            "notificationData": {
                "type": 5,
                "keywords": {"trainNo": "X1"},
                "contentTitle": "T",
                "contentText": [{"text": "a", "foregroundColor": "#FF102030"}],
                "clickAction": {"actionType": 0},
                "richProgress": {"progress": 1, "nodeIcons": ["a", "b"]},
                "extend": {"clickAction": {"actionType": 5, "data": {"tel": "1"}}},
            },
            "capsuleData": {"type": 1, "bgColor": "#FF0A6CFF"},
        },
        "trigger": {"type": 1, "condition": {"longitude": 1.5, "radius": 200}},
    }
}
_SAMPLES: list[tuple[str, dict[str, Any]]] = [
    ("v3-0", _V3_ALERT),
    ("v3-0", {"payload": {"notification": {"badge": {"setNum": 5}}}}),
    ("v3-1", _V3_WIDGET),
    ("v3-2", _V3_SPEECH),
    ("v3-6", _V3_BACKGROUND),
    ("v3-7", _V3_LIVE_VIEW),
    ("v3-10", _V3_BACKGROUND),
    ("legacy", _LEGACY),
]

_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 101),
    st.sampled_from(["TAXI", "FLIGHT", "BOARDED", "CALLING", {"setNum": 1}, {}]),
    st.sampled_from([1296000, 1296001, 2**31 - 1, 2**31, 2**70, 1.0, 2.5]),
    st.sampled_from(["", "HIGH", "LOW", "ENABLE", "im", "https://a", "http://a", "1S"]),
    st.text("ab \t_-/=+.9sS", max_size=70),
    st.lists(st.text(max_size=3), max_size=5),
    st.dictionaries(
        st.sampled_from(["title", "actionType", "type"]), st.integers(0, 4)
    ),
)


def _paths(value: object, here: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(value, dict):
        return [here]
    below = [
        path for key, child in value.items() for path in _paths(child, (*here, key))
    ]
    return [here, *below] if here else below


@settings(max_examples=400, deadline=None, database=None)
@given(data=st.data())
def test_the_walker_refuses_exactly_what_jsonschema_refuses(
    data: st.DataObject,
) -> None:
    name, document = data.draw(st.sampled_from(_SAMPLES))
    for path in data.draw(
        st.lists(st.sampled_from(_paths(document)), max_size=3, unique=True)
    ):
        document = write(document, path, data.draw(_VALUES))
    rules = _standard_only(schema(name))

    expected = Draft202012Validator(rules).is_valid(document)

    assert (next(faults(rules, document), None) is None) == expected


def _standard_only(rules: Any) -> Any:
    """A schema without our own keywords, which jsonschema does not know."""
    if isinstance(rules, dict):
        return {
            key: _standard_only(value)
            for key, value in rules.items()
            if not key.startswith("x-")
        }
    return (
        [_standard_only(each) for each in rules] if isinstance(rules, list) else rules
    )
