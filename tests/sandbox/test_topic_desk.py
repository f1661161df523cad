"""Topics: subscribed, listed, sent to, and forgotten."""

from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api

from .conftest import Asker, drop

Json = dict[str, Any]


def _subscribe(asker: Asker, topic: object, *tokens: object) -> Json:
    content = {"topic": topic, "tokenArray": list(tokens)}
    return asker.call("topic:subscribe", content)[1]


def _send_to(asker: Asker, legacy: Json, api: Api = Api.V1, **target: str) -> list[str]:
    """The tokens a message to topics arrives at."""
    document = drop(legacy, "message.token")
    document["message"] |= target
    asker.delivered.clear()
    assert asker.send(document, api).code == "80000000"
    return [each.token for each in asker.delivered]


def test_a_subscription_is_counted_and_listed(asker: Asker) -> None:
    answer = _subscribe(asker, "news", "a", "b")
    _subscribe(asker, "sport", "a")
    listed = asker.call("topic:list", {"token": "a"})[1]

    assert (answer["code"], answer["msg"]) == ("80000000", "Success")
    assert (answer["successCount"], answer["failureCount"], answer["errors"]) == (
        *(2, 0),
        [],
    )
    assert listed["topics"] == [
        {"name": "news", "addDate": "2030-03-17"},
        {"name": "sport", "addDate": "2030-03-17"},
    ]


def test_bad_tokens_are_told_by_their_place(asker: Asker) -> None:
    answer = _subscribe(asker, "news", "a", "SANDBOX-dead-1", "b", "SANDBOX-foreign-1")

    assert answer["code"] == "82000010"
    assert (answer["successCount"], answer["failureCount"]) == (2, 2)
    assert answer["errors"] == [
        {"index": 1, "reason": "tokenFormatError"},
        {"index": 3, "reason": "noRight"},
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"topic": "a b", "tokenArray": ["a"]}, "82000007"),
        ({"tokenArray": ["a"]}, "82000007"),
        ({"topic": "news", "tokenArray": []}, "82000003"),
        ({"topic": "news", "tokenArray": ["a"] * 1001}, "82000008"),
        ({"topic": "news", "tokenArray": "a"}, "80100003"),
        ({"topic": "news"}, "80100003"),
        ([], "80100003"),
    ],
)
def test_what_is_wrong_with_a_subscription_is_named(
    asker: Asker, content: object, code: str
) -> None:
    for service in ("topic:subscribe", "topic:unsubscribe"):
        assert asker.call(service, content)[1]["code"] == code


def test_an_app_takes_two_thousand_topics(asker: Asker) -> None:
    for number in range(2000):
        asker.sandbox.world.topics.subscribe("a", f"t{number}", 0)

    answer = _subscribe(asker, "more", "a", "b")

    assert answer["code"] == "82000009"
    assert [each["index"] for each in answer["errors"]] == [0]
    assert _subscribe(asker, "t7", "a")["code"] == "80000000"


@pytest.mark.parametrize("api", [Api.V1, Api.V2])
def test_a_message_to_a_topic_reaches_its_subscribers(
    asker: Asker, legacy: Json, api: Api
) -> None:
    _subscribe(asker, "news", "a", "b", "SANDBOX-off-1")
    _subscribe(asker, "sport", "b", "c")

    assert _send_to(asker, legacy, api, topic="news") == ["a", "b"]
    assert asker.results()[-3:] == [0, 0, 6]
    condition = "'news' in topics && !('sport' in topics)"
    assert _send_to(asker, legacy, api, condition=condition) == ["a"]
    asker.call("topic:unsubscribe", {"topic": "news", "tokenArray": ["a", "z"]})
    assert _send_to(asker, legacy, api, topic="news") == ["b"]
    assert _send_to(asker, legacy, api, topic="nobody") == []


def test_a_dry_run_to_a_topic_delivers_nothing(asker: Asker, legacy: Json) -> None:
    _subscribe(asker, "news", "a")
    legacy["validate_only"] = True

    assert _send_to(asker, legacy, topic="news") == []


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ({"topic": "a b"}, "topic has an illegal format"),
        ({"condition": "'a' in"}, "condition is not valid"),
    ],
)
def test_a_target_that_cannot_be_read_is_refused(
    asker: Asker, legacy: Json, target: Json, hint: str
) -> None:
    document = drop(legacy, "message.token")
    document["message"] |= target

    assert asker.ask(document, api=Api.V1) == (
        400,
        "80100003",
        f"Illegal payload, {hint}",
    )


def test_a_token_can_be_asked_about_and_deleted(asker: Asker, alert: Json) -> None:
    _subscribe(asker, "news", "SANDBOX-live-000001")
    token = {"token": "SANDBOX-live-000001"}
    first = asker.call("token:query", token)[1]

    assert asker.call("token:delete", token)[1]["code"] == "80000000"
    assert len(first["aaId"]) == 36
    assert [each["name"] for each in first["topics"]] == ["news"]
    assert asker.call("token:query", token)[1]["topics"] == []
    asker.send(alert)
    assert asker.results() == [5]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({}, "82000011"),
        ({"token": ""}, "82000011"),
        ({"token": 7}, "80100003"),
        ({"token": "SANDBOX-dead-1"}, "82000010"),
        (b"{", "80100003"),
    ],
)
@pytest.mark.parametrize("service", ["topic:list", "token:query", "token:delete"])
def test_what_is_wrong_with_a_token_is_named(
    asker: Asker, service: str, content: object, code: str
) -> None:
    assert asker.call(service, content)[1]["code"] == code


def test_topics_need_the_right_bearer_and_app(asker: Asker) -> None:
    content = {"topic": "news", "tokenArray": ["a"]}

    assert asker.call("topic:subscribe", content, Authorization="")[0] == 401
    assert asker.call("topic:subscribe", content, owner="1")[1]["code"] == "80300002"
    bearer = f"Bearer {asker.access_token()}"
    assert asker.call("topic:list", {"token": "a"}, Authorization=bearer)[0] == 200
