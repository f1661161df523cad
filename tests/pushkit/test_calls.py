import json
from collections.abc import Callable
from typing import Any

import pytest

from hmpush_gui.pushkit import calls
from hmpush_gui.pushkit.call_replies import Topic
from hmpush_gui.pushkit.client import PushClient
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.retry import Patience
from tests.cases import for_each

from .campaigns import Fate, accepted, answered, lost
from .fakes import OAUTH_CLIENT, PROJECT
from .ports import Port
from .services import Service, json_answer

TOKENS = ("token-a", "token-b", "token-c")
HOST = "https://push-api.cloud.huawei.com"
ACCEPTED, REJECTED = Verdict.ACCEPTED, Verdict.REJECTED
UNKNOWN = Verdict.UNKNOWN


def _body(request: Request) -> Any:
    return json.loads(request.body)


def _reply(content: object, status: int = 200) -> Fate:
    return answered(status, json.dumps(content).encode())


def _ok(**content: object) -> Fate:
    return _reply({"code": "80000000", "msg": "Success", "requestId": "7"} | content)


# -- requests


def test_a_revoke_goes_to_the_app_and_not_to_the_project() -> None:
    call = calls.revoke(PROJECT, "2", 7, TOKENS)
    assert call.request.url == f"{HOST}/v1/100000001/messages:revoke"
    assert call.request.headers["push-type"] == "2"
    assert _body(call.request) == {"notifyId": 7, "token": list(TOKENS)}
    assert call.api is Api.V3
    assert call.request.tokens == TOKENS


def test_an_image_is_checked_for_the_push_type_it_is_sent_with() -> None:
    call = calls.verify_image(PROJECT, "0", "https://example.com/图.png")
    assert call.request.url == f"{HOST}/v2/388421841222/images:verify"
    assert call.request.headers["push-type"] == "0"
    assert _body(call.request) == {"imageUrl": "https://example.com/图.png"}
    assert call.api is Api.V3


@pytest.mark.parametrize(
    ("make", "name"),
    [(calls.subscribe, "topic:subscribe"), (calls.unsubscribe, "topic:unsubscribe")],
)
def test_a_topic_is_changed_for_a_list_of_tokens(
    make: Callable[..., calls.Call[Any]], name: str
) -> None:
    call = make(PROJECT, "新闻", TOKENS)
    assert call.request.url == f"{HOST}/v1/100000001/{name}"
    assert _body(call.request) == {"topic": "新闻", "tokenArray": list(TOKENS)}
    assert "push-type" not in call.request.headers
    assert call.api is Api.V1


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (calls.list_topics, "topic:list"),
        (calls.query_token, "token:query"),
        (calls.delete_token, "token:delete"),
    ],
)
def test_a_token_is_asked_about(
    make: Callable[..., calls.Call[Any]], name: str
) -> None:
    call = make(PROJECT, "token-a")
    assert call.request.url == f"{HOST}/v1/100000001/{name}"
    assert call.request.method == "POST"
    assert _body(call.request) == {"token": "token-a"}
    assert call.request.headers["Content-Type"] == "application/json;charset=UTF-8"


# -- replies


def _verdicts(reply: Any) -> list[Verdict]:
    return [outcome.verdict for outcome in reply.outcomes]


def test_a_revoke_says_which_tokens_were_refused() -> None:
    call = calls.revoke(PROJECT, "0", 7, TOKENS)
    assert call.read(_ok()(call.request)).ok
    msg = '{"illegalTokens":{"noRight":["token-b"]}}'
    reply = call.read(_reply({"code": "80100020", "msg": msg})(call.request))
    assert not reply.ok
    assert _verdicts(reply) == [ACCEPTED, REJECTED, ACCEPTED]
    reply = call.read(_reply({"code": "80100020", "msg": "some"})(call.request))
    assert _verdicts(reply) == [UNKNOWN] * 3
    reply = call.read(_reply({"code": "80300028", "msg": ""})(call.request))
    assert _verdicts(reply) == [REJECTED] * 3


@pytest.mark.parametrize("expires", ["1900000000", 1900000000])
def test_a_checked_image_has_a_new_address_for_a_while(expires: object) -> None:
    call = calls.verify_image(PROJECT, "0", "https://example.com/a.png")
    content = {
        "code": "83010000",
        "downloadUrl": "https://huawei.example/a.png",
        "expireTime": expires,
    }
    reply = call.read(_reply(content)(call.request))
    assert reply.ok
    assert reply.download_url == "https://huawei.example/a.png"
    assert reply.expires == 1_900_000_000


@pytest.mark.parametrize("code", ["83010001", "83010002", "83010005", "80200001"])
def test_a_refused_image_has_no_address(code: str) -> None:
    call = calls.verify_image(PROJECT, "0", "https://example.com/a.png")
    reply = call.read(_reply({"code": code, "expireTime": "soon"}, 400)(call.request))
    assert not reply.ok
    assert (reply.download_url, reply.expires) == ("", None)


CHANGES = [
    # code, successCount, failureCount, errors, outcomes
    ("80000000", 3, 0, [], [ACCEPTED] * 3),
    ("80000000", None, None, None, [ACCEPTED] * 3),
    ("80000000", 2, 1, [{"index": 1, "reason": "x"}], [ACCEPTED, REJECTED, ACCEPTED]),
    ("82000010", 2, 1, [{"index": 0, "reason": "x"}], [REJECTED, ACCEPTED, ACCEPTED]),
    # Failures that the list does not name are anybody's.
    ("80000000", 1, 2, [{"index": 1, "reason": "x"}], [UNKNOWN, REJECTED, UNKNOWN]),
    ("82000010", 2, 1, [], [UNKNOWN] * 3),
    ("82000010", None, None, [], [UNKNOWN] * 3),
    ("80000000", 2, 1, [{"index": 9}, {"index": True}, 5], [UNKNOWN] * 3),
    ("82000007", 0, 3, [], [REJECTED] * 3),
    ("82000007", 0, 3, [{"index": 1, "reason": "x"}], [REJECTED] * 3),
]


@pytest.mark.parametrize(("code", "good", "bad", "errors", "verdicts"), CHANGES)
def test_each_token_of_a_topic_change_has_its_outcome(
    code: str, good: object, bad: object, errors: object, verdicts: list[Verdict]
) -> None:
    call = calls.subscribe(PROJECT, "news", TOKENS)
    content = {"code": code, "successCount": good, "failureCount": bad}
    reply = call.read(_reply(content | {"errors": errors})(call.request))
    assert _verdicts(reply) == verdicts
    assert [each.token for each in reply.outcomes] == list(TOKENS)
    assert reply.ok == (verdicts == [ACCEPTED] * 3)


def test_the_reason_of_a_failed_subscription_is_kept() -> None:
    call = calls.subscribe(PROJECT, "news", TOKENS)
    errors = [{"index": 2, "reason": "INVALID_ARGUMENT"}]
    reply = call.read(_ok(failureCount=1, errors=errors)(call.request))
    assert reply.outcomes[2].reason == "INVALID_ARGUMENT"


def test_topics_are_listed_with_their_dates() -> None:
    call = calls.list_topics(PROJECT, "token-a")
    topics = [{"name": "news", "addDate": "2026-01-02"}, {"name": "x"}, "old", 5, {}]
    reply = call.read(_ok(topics=topics)(call.request))
    assert reply.topics == (Topic("news", "2026-01-02"), Topic("x"), Topic("old"))


def test_a_token_query_tells_the_aaid() -> None:
    call = calls.query_token(PROJECT, "token-a")
    reply = call.read(_ok(aaId="1-2-3", topics=["news"])(call.request))
    assert reply.ok
    assert (reply.aaid, reply.topics) == ("1-2-3", (Topic("news"),))


ALL = [
    calls.revoke(PROJECT, "0", 7, TOKENS),
    calls.verify_image(PROJECT, "0", "https://example.com/a.png"),
    calls.subscribe(PROJECT, "news", TOKENS),
    calls.list_topics(PROJECT, "token-a"),
    calls.query_token(PROJECT, "token-a"),
    calls.delete_token(PROJECT, "token-a"),
]
ODD = [
    lost,
    answered(502, b"<html>"),
    answered(200, b""),
    answered(200, b"[]"),
    answered(200, b"[" * 100_000),
    _reply({"code": 5, "errors": {"index": 0}, "topics": {"name": 1}, "aaId": [1]}),
    _reply({"code": "80300032", "topics": None, "errors": None, "expireTime": None}),
]


@for_each("call", ALL, ids=lambda call: call.request.url[-15:])
@for_each("fate", ODD, ids=range(len(ODD)))
def test_an_odd_answer_is_no_success_and_no_crash(
    call: calls.Call[Any], fate: Fate
) -> None:
    reply = call.read(fate(call.request))
    assert not reply.ok
    assert reply.exchange.request is call.request


# -- asking


async def test_a_busy_service_is_asked_again() -> None:
    fates = [answered(503), answered(400, b'{"code":"83010002"}'), accepted]
    naps: list[float] = []

    async def post(request: Request) -> Exchange:
        return fates.pop(0)(request)

    async def sleep(seconds: float) -> None:
        naps.append(seconds)

    call = calls.delete_token(PROJECT, "token-a")
    reply = await calls.ask(post, call, Patience(jitter=lambda: 1.0), sleep)
    assert reply.ok
    assert naps == [0.5, 1]


async def test_the_client_carries_a_call(no_proxy: None) -> None:
    access = json_answer({"access_token": "made", "expires_in": 3600})
    listing = {"code": "80000000", "topics": [{"name": "news"}]}
    service = Service(access, json_answer(listing))
    with Port(service) as port:
        async with PushClient(port.project(), OAUTH_CLIENT) as client:
            call = calls.list_topics(port.project(), "token-a")
            reply = await calls.ask(client.send, call)
    assert reply.topics == (Topic("news"),)
    assert service.heads[1].startswith("POST /v1/100000001/topic:list ")
