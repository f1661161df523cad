"""A document is judged from its bytes: what is wrong, in Push Kit's words."""

import json
from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api

from .conftest import Asker, drop, illegal, put

NOTE = "payload.notification"
ANDROID = "message.android"

Json = dict[str, Any]


def test_a_right_message_of_each_kind_is_accepted(
    asker: Asker, alert: Json, background: Json, legacy: Json
) -> None:
    success = (200, "80000000", "Success")

    assert asker.ask(alert) == success
    assert asker.ask(background, push_type="6") == success
    assert asker.ask(legacy, api=Api.V1) == success
    assert asker.ask(legacy, api=Api.V2) == success
    assert len(asker.delivered) == 4


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "application/x-www-form-urlencoded"]
)
def test_anything_but_json_is_a_wrong_parameter(
    asker: Asker, alert: Json, kind: str
) -> None:
    text = "Check Parameter Error, Content-Type is not application/json"

    assert asker.ask(alert, **{"Content_Type": kind}) == (400, "80100001", text)


@pytest.mark.parametrize("push_type", ["", "3", "00", "alert", "0,6", "-1"])
def test_a_push_type_that_does_not_exist_is_refused(
    asker: Asker, alert: Json, push_type: str
) -> None:
    expected = illegal("The header does not contain valid push-type")

    assert asker.ask(alert, push_type=push_type) == expected


def test_v1_and_v2_need_no_push_type(asker: Asker, legacy: Json) -> None:
    assert asker.ask(legacy, api=Api.V2, **{"push_type": "9"})[1] == "80000000"


def test_the_shape_is_that_of_the_push_type(
    asker: Asker, alert: Json, background: Json
) -> None:
    assert asker.ask(alert, push_type="6") == illegal(
        "extraData cannot be null in body"
    )
    assert asker.ask(background) == illegal("notification cannot be null in body")


def test_a_body_that_is_no_json_is_refused(asker: Asker) -> None:
    assert asker.ask(b"{") == illegal("the body is not a JSON object")


@pytest.mark.parametrize(
    ("path", "value", "code", "msg"),
    [
        ("payload", None, "80100003", "payload cannot be null in body"),
        (f"{NOTE}", None, "80100003", "notification cannot be null in body"),
        (f"{NOTE}.category", None, "80100003", "category cannot be null in body"),
        (f"{NOTE}.title", None, "80100003", "title cannot be null in body"),
        (f"{NOTE}.title", "", "80100003", "title cannot be null in body"),
        (f"{NOTE}.body", "", "80100003", "body cannot be null in body"),
        (f"{NOTE}.clickAction", None, "80100003", "clickAction cannot be null in body"),
        (f"{NOTE}.clickAction", {}, "80100003", "actionType cannot be null in body"),
        (f"{NOTE}.title", 7, "80100003", "notification title should be of type string"),
        (
            f"{NOTE}.category",
            "express",
            "80100003",
            "notification category has an illegal format",
        ),
        (
            f"{NOTE}.clickAction.actionType",
            2,
            "80100003",
            "clickAction actionType should be 0, 1",
        ),
        (
            f"{NOTE}.badge.addNum",
            100,
            "80100003",
            "badge addNum value ranges from 1 to 99",
        ),
        (
            f"{NOTE}.badge.addNum",
            0,
            "80100003",
            "badge addNum value ranges from 1 to 99",
        ),
        (
            f"{NOTE}.badge.setNum",
            -1,
            "80100003",
            "badge setNum value ranges from 0 to 99",
        ),
        (
            f"{NOTE}.notifyId",
            -2,
            "80100003",
            "notification notifyId value ranges from -1 to 2147483647",
        ),
        (
            f"{NOTE}.image",
            "http://x/y.png",
            "80100003",
            "notification image has an illegal format",
        ),
        (
            f"{NOTE}.inboxContent",
            ["1", "2", "3", "4"],
            "80100003",
            "notification inboxContent should not exceed 3 items",
        ),
        (
            f"{NOTE}.inboxContent",
            ["x" * 1025],
            "80100003",
            "notification inboxContent should not exceed 1024 characters",
        ),
        (
            f"{NOTE}.appMessageId",
            "a" * 65,
            "80100003",
            "notification appMessageId has an illegal format",
        ),
        (
            f"{NOTE}.profileId",
            "p" * 65,
            "80100003",
            "notification profileId should not exceed 64 characters",
        ),
        (
            "pushOptions.biTag",
            "优" * 22,
            "80100003",
            "pushOptions biTag should not exceed 64 bytes",
        ),
        (
            "pushOptions.collapseKey",
            101,
            "80100003",
            "pushOptions collapseKey value ranges from -1 to 100",
        ),
        (
            "pushOptions.ttl",
            1296001,
            "80100004",
            "pushOptions ttl value ranges from 1 to 1296000",
        ),
        (
            "pushOptions.ttl",
            0,
            "80100004",
            "pushOptions ttl value ranges from 1 to 1296000",
        ),
        (
            "pushOptions.ttl",
            "86400s",
            "80100004",
            "pushOptions ttl should be of type integer",
        ),
    ],
)
def test_a_field_of_an_alert_that_breaks_the_schema_is_named(
    asker: Asker, alert: Json, path: str, value: object, code: str, msg: str
) -> None:
    beginning = {"80100003": "Illegal payload", "80100004": "Illegal expire time"}[code]

    assert asker.ask(put(alert, path, value)) == (400, code, f"{beginning}, {msg}")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (f"{NOTE}.badge.addNum", 99),
        (f"{NOTE}.notifyId", 2147483647),
        (f"{NOTE}.inboxContent", ["x" * 1024] * 3),
        (f"{NOTE}.appMessageId", "a+/=_- " * 9),
        ("pushOptions.biTag", "优" * 21 + "x"),
        ("pushOptions.ttl", 1296000),
        ("pushOptions.collapseKey", -1),
        ("pushOptions.unknownKey", {"x": [1]}),
        (f"{NOTE}.unknownKey", "anything"),
    ],
)
def test_values_at_their_limits_and_unknown_keys_are_accepted(
    asker: Asker, alert: Json, path: str, value: object
) -> None:
    assert asker.ask(put(alert, path, value))[1] == "80000000"


@pytest.mark.parametrize(
    ("path", "value", "msg"),
    [
        ("payload.extraData", "", "extraData cannot be null in body"),
        ("payload.extraData", {"a": 1}, "payload extraData should be of type string"),
        ("payload.proxyData", "DISABLE", "payload proxyData should be ENABLE"),
        ("pushOptions.backgroundMode", 2, "pushOptions backgroundMode should be 0, 1"),
    ],
)
def test_a_background_message_that_breaks_its_schema_is_named(
    asker: Asker, background: Json, path: str, value: object, msg: str
) -> None:
    document = put(background, path, value)

    assert asker.ask(document, push_type="6") == illegal(msg)


@pytest.mark.parametrize(
    ("path", "value", "code", "msg"),
    [
        ("message", None, "80100003", "Illegal payload, message cannot be null"),
        ("message", "x", "80100003", "Illegal payload, message should be of type"),
        ("validate_only", "yes", "80100003", "Illegal payload, validate_only should"),
        ("message.notification.title", "", "80100003", "Illegal payload, title cannot"),
        (
            "message.android",
            None,
            "80100003",
            "Illegal payload, message android should",
        ),
        (
            f"{ANDROID}.ttl",
            86400,
            "80100004",
            "Illegal expire time, android ttl should",
        ),
        (f"{ANDROID}.ttl", "1 day", "80100004", "Illegal expire time, android ttl has"),
        (f"{ANDROID}.ttl", "1296001s", "80100004", "Illegal expire time, android ttl"),
        (f"{ANDROID}.ttl", "3.1234567891s", "80100004", "Illegal expire time, android"),
        (
            f"{ANDROID}.collapse_key",
            101,
            "80100013",
            "collapse_key is not valid, andro",
        ),
        (f"{ANDROID}.urgency", "LOW", "80100003", "Illegal payload, android urgency"),
        (
            f"{ANDROID}.notification.click_action",
            None,
            "80100003",
            "Illegal payload, click_action cannot be null in body",
        ),
        (
            f"{ANDROID}.notification.click_action.type",
            5,
            "80100003",
            "Illegal payload, click_action type should be 3, 1, 2",
        ),
        (
            f"{ANDROID}.notification.click_action",
            {"type": 1},
            "80100003",
            "Illegal payload, click_action intent and action cannot both be null",
        ),
        (
            f"{ANDROID}.notification.click_action",
            {"type": 2},
            "80100003",
            "Illegal payload, click_action url cannot be null in body",
        ),
        (
            f"{ANDROID}.notification.click_action",
            {"type": 2, "url": "http://x"},
            "80100003",
            "Illegal payload, click_action url has an illegal format",
        ),
        (
            f"{ANDROID}.notification.importance",
            "LOUD",
            "80100003",
            "Illegal payload, notification importance should be NORMAL, LOW",
        ),
    ],
)
def test_a_legacy_message_that_is_wrong_is_named(
    asker: Asker, legacy: Json, path: str, value: object, code: str, msg: str
) -> None:
    status, found, text = asker.ask(put(legacy, path, value), api=Api.V1)

    assert (status, found) == (400, code)
    assert text.startswith(msg)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        *((f"{ANDROID}.ttl", ttl) for ttl in ("86400", "86400s", "9S", "3.5", "3.5s")),
        (f"{ANDROID}.ttl", "1296000s"),
        (f"{ANDROID}.notification.click_action", {"type": 1, "intent": "i"}),
        (f"{ANDROID}.notification.click_action", {"type": 1, "action": "a"}),
        (f"{ANDROID}.notification.click_action", {"type": 2, "url": "https://x"}),
        (f"{ANDROID}.notification.badge", {"add_num": 1, "class": "x"}),
    ],
)
def test_a_legacy_message_at_its_limits_is_accepted(
    asker: Asker, legacy: Json, path: str, value: object
) -> None:
    assert asker.ask(put(legacy, path, value), api=Api.V1)[1] == "80000000"


@pytest.mark.parametrize("count", [0, 1001])
def test_a_request_carries_one_to_a_thousand_tokens(
    asker: Asker, alert: Json, legacy: Json, count: int
) -> None:
    expected = (400, "80300010", "token count should within 1 and 1000.")
    tokens = [f"SANDBOX-live-{number}" for number in range(count)]

    assert asker.ask(put(alert, "target.token", tokens)) == expected
    assert asker.ask(put(legacy, "message.token", tokens), api=Api.V1) == expected


def test_a_request_without_a_token_list_carries_no_tokens(
    asker: Asker, alert: Json, legacy: Json
) -> None:
    assert asker.ask(drop(alert, "target"))[1] == "80300010"
    assert asker.ask(drop(legacy, "message.token"), api=Api.V1)[1] == "80300010"


def test_a_thousand_tokens_are_served(asker: Asker, alert: Json) -> None:
    tokens = [f"SANDBOX-live-{number}" for number in range(1000)]

    assert asker.ask(put(alert, "target.token", tokens))[1] == "80000000"
    assert [each.token for each in asker.delivered] == tokens


def test_a_test_message_carries_ten_tokens_at_most(asker: Asker, alert: Json) -> None:
    test = put(alert, "pushOptions.testMessage", True)
    ten = put(test, "target.token", [str(number) for number in range(10)])
    eleven = put(test, "target.token", [str(number) for number in range(11)])

    expected = (400, "80300030", "test message token count should within 1 and 10.")
    assert asker.ask(eleven) == expected
    assert asker.ask(ten)[1] == "80000000"


def test_a_legacy_dry_run_is_no_test_message(asker: Asker, legacy: Json) -> None:
    many = put(legacy, "message.token", [str(number) for number in range(1000)])

    assert asker.ask(put(many, "validate_only", True), api=Api.V1)[1] == "80000000"


@pytest.mark.parametrize("character", ["x", "优", "🎉"])
def test_the_size_counts_in_each_generation(
    asker: Asker, alert: Json, legacy: Json, character: str
) -> None:
    for document, path, api in (
        (alert, f"{NOTE}.body", Api.V3),
        (legacy, "message.notification.body", Api.V1),
    ):
        assert asker.ask(_sized(document, path, character, 4096), api=api)[1] == (
            "80000000"
        )
        asker.delivered.clear()
        assert asker.ask(_sized(document, path, character, 4097), api=api) == (
            400,
            "80300008",
            "Push message size is too long",
        )


def _sized(document: Json, path: str, character: str, size: int) -> Json:
    """The document with so long a text at `path` that it has exactly `size` bytes."""
    holder = "target" if "target" in document else "message"
    bare = put(put(document, path, ""), f"{holder}.token", [])
    room = size - len(json.dumps(bare, separators=(",", ":")))
    width = len(character.encode())
    return put(document, path, "x" * (room % width) + character * (room // width))
