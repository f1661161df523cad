"""The calls beside sending: revoke, check an image, topics, token data.

A call is a value: its request, how to read the answer, and which credential it takes.
`PushClient.send` carries it like any other request.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from .call_replies import (
    Done,
    ImageCheck,
    TokenData,
    TopicChange,
    Topics,
    read_done,
    read_image_check,
    read_token_data,
    read_topic_change,
    read_topics,
)
from .document import compact
from .message import Api, Json
from .project import Project
from .protocol import Exchange, Request
from .retry import Patience, Sleep, persist

Reply = TypeVar("Reply")


@dataclass(frozen=True, slots=True)
class Call(Generic[Reply]):
    """A request and the way to read what comes back.

    `api` is the generation whose credentials it takes: v3 for those that want a
    service account. `Exchange.outcomes` of its request mean nothing; the reply does.
    """

    request: Request
    read: Callable[[Exchange], Reply]
    api: Api


async def ask(
    post: Callable[[Request], Awaitable[Exchange]],
    call: Call[Reply],
    patience: Patience = Patience(),  # noqa: B008 (a value)
    sleep: Sleep = asyncio.sleep,
) -> Reply:
    """Make a call, with `PushClient.send` for `post`, and read what came back."""
    return call.read(await persist(partial(post, call.request), patience, sleep))


def revoke(
    project: Project, push_type: str, notify_id: int, tokens: Sequence[str]
) -> Call[Done]:
    """Take back what was sent with `notify_id` to at most 1000 tokens (facts I.2).

    Works for push-types 0 and 2. Clicked and removed notifications stay as they are.
    """
    url = _app_url(project, "messages:revoke")
    body = {"notifyId": notify_id, "token": list(tokens)}
    headers = {"push-type": push_type}
    return Call(_post(url, body, tokens, headers), read_done, Api.V3)


def verify_image(project: Project, push_type: str, image: str) -> Call[ImageCheck]:
    """Have the image at the HTTPS address `image` checked (facts B.11).

    `push_type` must be the one it is later sent with. 60 a minute and app.
    """
    url = f"{_host(project)}/v2/{project.project_id}/images:verify"
    headers = {"push-type": push_type}
    return Call(
        _post(url, {"imageUrl": image}, (image,), headers), read_image_check, Api.V3
    )


def subscribe(project: Project, topic: str, tokens: Sequence[str]) -> Call[TopicChange]:
    """Put at most 1000 tokens on `topic` (facts A.10)."""
    return _topic_change(project, "topic:subscribe", topic, tokens)


def unsubscribe(
    project: Project, topic: str, tokens: Sequence[str]
) -> Call[TopicChange]:
    """Take at most 1000 tokens off `topic` (facts A.10)."""
    return _topic_change(project, "topic:unsubscribe", topic, tokens)


def list_topics(project: Project, token: str) -> Call[Topics]:
    """The topics that `token` is on (facts A.10)."""
    url = _app_url(project, "topic:list")
    return Call(_post(url, {"token": token}, (token,)), read_topics, Api.V1)


def query_token(project: Project, token: str) -> Call[TokenData]:
    """What Push Kit keeps about `token` (facts A.10)."""
    url = _app_url(project, "token:query")
    return Call(_post(url, {"token": token}, (token,)), read_token_data, Api.V1)


def delete_token(project: Project, token: str) -> Call[Done]:
    """Delete AAID and topics of the device behind `token` (facts A.10)."""
    url = _app_url(project, "token:delete")
    return Call(_post(url, {"token": token}, (token,)), read_done, Api.V1)


def _topic_change(
    project: Project, name: str, topic: str, tokens: Sequence[str]
) -> Call[TopicChange]:
    body = {"topic": topic, "tokenArray": list(tokens)}
    request = _post(_app_url(project, name), body, tokens)
    return Call(request, read_topic_change, Api.V1)


def _post(
    url: str,
    body: Json,
    tokens: Sequence[str],
    headers: Mapping[str, str] | None = None,
) -> Request:
    kind = {"Content-Type": "application/json;charset=UTF-8"}
    return Request(
        "POST", url, kind | dict(headers or {}), compact(body), tuple(tokens)
    )


def _app_url(project: Project, name: str) -> str:
    """These are calls of an app, not of a project, whatever sent the message."""
    return f"{_host(project)}/v1/{project.client_id}/{name}"


def _host(project: Project) -> str:
    return project.push_host.rstrip("/")
