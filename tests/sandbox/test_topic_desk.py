"""Topics: subscribed, listed, sent to, and forgotten."""

import asyncio
from typing import Any

import pytest

from hmpush_gui.pushkit.client import PushClient
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Exchange, Request
from hmpush_gui.pushkit.retry import Patience, persist
from hmpush_gui.pushkit.sending import target_request
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.quotas import Quotas
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.service import Sandbox

from .conftest import Asker, Clock, drop, put

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


def test_so_many_topic_tasks_run_at_the_same_time(asker: Asker, legacy: Json) -> None:
    _subscribe(asker, "news", "a")
    news = put(drop(legacy, "message.token"), "message.topic", "news")
    asker.sandbox.scenario, asker.sandbox.delay = Scenario.SLOW, 3.0

    codes = [asker.send(news, Api.V1).code for _ in range(102)]

    assert codes == ["80000000"] * 100 + ["80100017"] * 2
    assert len(asker.delivered) == 100
    assert asker.send(legacy, Api.V1).code == "80000000"
    dry = put(news, "validate_only", True)
    assert asker.send(dry, Api.V1).code == "80000000"
    asker.sandbox.advance(3)
    assert asker.send(news, Api.V1).code == "80000000"


async def test_our_client_waits_until_there_is_room_for_its_topic_task(
    account: DemoAccount, legacy: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    sandbox = Sandbox(account, Clock())
    sandbox.quotas = Quotas(topic_tasks=1)
    sandbox.scenario, sandbox.delay = Scenario.SLOW, 0.01
    document = put(drop(legacy, "message.token"), "message.topic", "news")
    refused: list[str] = []

    def wait(exchange: Exchange, seconds: float) -> None:
        refused.append(exchange.code)
        sandbox.advance(seconds)

    async def send(client: PushClient, request: Request) -> Exchange:
        patience = Patience(base=0.1, jitter=lambda: 1.0)
        return await persist(
            lambda: client.send(request), patience, asyncio.sleep, told=wait
        )

    with SandboxServer(sandbox) as server:
        host = server.url
        project = Project(
            "shop",
            "Shop",
            client_id=account.client.client_id,
            push_host=host,
            oauth_host=host,
        )
        request = target_request(project, Message(Api.V1, "", document))
        async with PushClient(project, account.client) as client:
            fates = await asyncio.gather(*(send(client, request) for _ in range(2)))

    assert [fate.code for fate in fates] == ["80000000"] * 2
    assert refused == ["80100017"]


@pytest.mark.parametrize("scenario", [Scenario.NORMAL, Scenario.CUT])
def test_a_topic_task_is_over_with_its_answer(
    asker: Asker, legacy: Json, scenario: Scenario
) -> None:
    asker.sandbox.quotas = Quotas(topic_tasks=1)
    asker.sandbox.scenario = scenario
    news = put(drop(legacy, "message.token"), "message.topic", "news")

    assert [asker.send(news, Api.V1).code for _ in range(2)] == ["80000000"] * 2


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
