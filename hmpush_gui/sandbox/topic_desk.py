"""Topics and token data of the v1 API (facts A.10)."""

import uuid
from collections.abc import Callable
from typing import Any

from hmpush_gui.pushkit.answers import SUCCESS
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.reference import limits

from .address import Service
from .body import read_object
from .condition import is_topic
from .desk import Done, Errand
from .judge import check_media_type
from .refusal import Refusal, illegal
from .tokens import REASONS, TokenState
from .wire import json_reply
from .world import World

INVALID_TOPIC, BAD_COUNT, TOO_MANY_TOPICS = "82000007", "82000008", "82000009"
SOME_TOKENS_WRONG, NO_TOKENS, NO_TOKEN = "82000010", "82000003", "82000011"


def change_topics(world: World, errand: Errand) -> Done:
    """`topic:subscribe` and `topic:unsubscribe`. Raises Refusal."""
    content = _content(errand)
    topic, tokens = content.get("topic"), _tokens(content)
    if not is_topic(topic):
        raise Refusal(INVALID_TOPIC, "invalid topic")
    joins = errand.address.service is Service.SUBSCRIBE
    errors: list[Json] = []
    code = SUCCESS
    for index, token in enumerate(tokens):
        reason = REASONS.get(world.state(token), "")
        if reason:
            code = SOME_TOKENS_WRONG
        elif not joins:
            world.topics.unsubscribe(token, str(topic))
        elif not world.topics.subscribe(token, str(topic), world.now()):
            code, reason = TOO_MANY_TOPICS, "the number of topics exceeds 2000"
        if reason:
            errors.append({"index": index, "reason": reason})
    return _answer(
        errand,
        code,
        successCount=len(tokens) - len(errors),
        failureCount=len(errors),
        errors=errors,
    )


def list_topics(world: World, errand: Errand) -> Done:
    """`topic:list`. Raises Refusal."""
    return _answer(errand, SUCCESS, topics=world.topics.of(_token(world, errand)))


def query_token(world: World, errand: Errand) -> Done:
    """`token:query`: the AAID, which is as steady as the token. Raises Refusal."""
    token = _token(world, errand)
    aaid = str(uuid.uuid5(uuid.NAMESPACE_URL, token))
    return _answer(errand, SUCCESS, aaId=aaid, topics=world.topics.of(token))


def delete_token(world: World, errand: Errand) -> Done:
    """`token:delete`: the phone's token is another one from now on (facts D.1)."""
    token = _token(world, errand)
    world.topics.forget(token)
    world.states[token] = TokenState.STALE
    return _answer(errand, SUCCESS)


TopicDesk = Callable[[World, Errand], Done]

DESKS: dict[Service, TopicDesk] = {
    Service.SUBSCRIBE: change_topics,
    Service.UNSUBSCRIBE: change_topics,
    Service.LIST_TOPICS: list_topics,
    Service.QUERY_TOKEN: query_token,
    Service.DELETE_TOKEN: delete_token,
}


def _content(errand: Errand) -> Json:
    check_media_type(errand.request)
    return read_object(errand.request.body)


def _tokens(content: Json) -> list[str]:
    tokens = content.get("tokenArray")
    if not isinstance(tokens, list) or not all(
        isinstance(each, str) for each in tokens
    ):
        raise illegal("tokenArray should be of type array of strings")
    if not tokens:
        raise Refusal(NO_TOKENS, "token array is empty")
    if len(tokens) > limits()["tokens"]:
        raise Refusal(
            BAD_COUNT, f"token count should within 1 and {limits()['tokens']}."
        )
    return tokens


def _token(world: World, errand: Errand) -> str:
    token = _content(errand).get("token")
    if token is None or token == "":
        raise Refusal(NO_TOKEN, "token is empty")
    if not isinstance(token, str):
        raise illegal("token should be of type string")
    if world.state(token) in REASONS:
        raise Refusal(SOME_TOKENS_WRONG, "token is wrong")
    return token


def _answer(errand: Errand, code: str, **more: Any) -> Done:
    words = "Success" if code == SUCCESS else "some tokens failed"
    content = {"code": code, "msg": words, "requestId": errand.request_id}
    return Done(json_reply(200, content | more))
