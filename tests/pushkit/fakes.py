"""Stand-ins for the services: they answer as told and remember what came."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.pushkit.document import encode, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Request, Verdict
from hmpush_gui.pushkit.sending import send_request

CLIENT_SECRET = "invented/Secret+0123=="
OAUTH_CLIENT = OAuthClient("100000001", CLIENT_SECRET)
PROJECT = Project(
    "shop", "Shop", project_id="388421841222", client_id=OAUTH_CLIENT.client_id
)

SUCCESS = {"code": "80000000", "msg": "Success", "requestId": "1"}
OAUTH_EXPIRED = {"code": "80200003", "msg": "Access token expired.", "requestId": "2"}
JWT_EXPIRED = {"code": "80200005", "msg": "Jwt token expired.", "requestId": "3"}


@dataclass(frozen=True)
class ExampleAnswer:
    """An answer of Push Kit and what became of each token."""

    name: str
    status: int
    body: bytes
    content: Json
    fates: dict[str, tuple[Verdict, str]]


@dataclass(frozen=True)
class Example:
    """A message, its exact bytes on the wire, and answers to it."""

    name: str
    message: Message
    tokens: tuple[str, ...]
    wire: bytes
    size: int
    answers: tuple[ExampleAnswer, ...]


def read_examples() -> list[Example]:
    """All of `examples.json`."""
    content = json.loads(Path(__file__).with_name("examples.json").read_text("utf-8"))
    return [_example(row) for row in content["examples"]]


def _example(row: dict[str, Any]) -> Example:
    return Example(
        row["name"],
        Message(Api(row["api"]), row["push_type"], row["document"]),
        tuple(row["tokens"]),
        row["wire"].encode(),
        row["size"],
        tuple(_answer(answer) for answer in row["answers"]),
    )


def _answer(row: dict[str, Any]) -> ExampleAnswer:
    body = b"" if row["body"] is None else json.dumps(row["body"]).encode()
    fates = {
        token: (Verdict(verdict), reason)
        for token, (verdict, reason) in row["fates"].items()
    }
    return ExampleAnswer(row["name"], row["status"], body, row["body"] or {}, fates)


_ALERT = ("payload", "notification")
_GENERAL = ("message", "notification")
_WIDGET = ("payload",)
_CARD = ("payload", "activityData", "notificationData")
_WORDS = {"title": "Parcel", "body": "It arrives tomorrow."}
_FILLINGS: dict[str, tuple[tuple[str, ...], Json]] = {
    "alert": (_ALERT, {**_WORDS, "notifyId": 7}),
    "speech": (_ALERT, {**_WORDS, "notifyId": 7}),
    "widget": (
        _WIDGET,
        {"moduleName": "a", "abilityName": "b", "formName": "c", "formId": 7},
    ),
    "live-view": (_CARD, {"contentTitle": "Ride", "descPic": "car.png"}),
    "notification": (_GENERAL, _WORDS),
    "webpush": (_GENERAL, _WORDS),
    "apns": (_GENERAL, _WORDS),
}
"""Shape of a kind → what a blank message of it lacks, and where."""


def good_message(kind_key: str) -> Message:
    """A message of that kind with everything in it that has to be."""
    each = kind(kind_key)
    document = each.blank
    where, values = _FILLINGS.get(each.shape, ((), {}))
    for name, value in values.items():
        document = write(document, (*where, name), value)
    if each.api.legacy and each.shape == "notification":
        document = write(document, ("message", "android", "category"), "EXPRESS")
    return Message(each.api, each.push_type, document)


def lacking(kind_key: str) -> set[tuple[str, ...]]:
    """Where a new message of that kind still lacks something."""
    where, values = _FILLINGS.get(kind(kind_key).shape, ((), {}))
    return {(*where, name) for name in values if name != "notifyId"}


def request_for(
    project: Project, *tokens: str, kind_key: str = "v1-notification"
) -> Request:
    """A request that sends a blank message to `tokens`."""
    message = kind(kind_key).message()
    return send_request(project, message, encode(message), tokens)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: float = 1_900_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


Answering = Callable[[httpx.Request], httpx.Response]


@dataclass
class FakePushKit:
    """Push Kit and the OAuth service for one `httpx.MockTransport`.

    It refuses the bearers in `ended` with `expired`. With `crowd` set, it answers
    sends only once so many stand before it, all at once.
    """

    expired: Json = field(default_factory=lambda: OAUTH_EXPIRED)
    life: float = 3600
    oauth: Answering | None = None
    crowd: int = 0
    ended: set[str] = field(default_factory=set)
    token_requests: list[httpx.Request] = field(default_factory=list)
    bearers: list[str] = field(default_factory=list)
    token_gate: asyncio.Event | None = None
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    _waiting: list[asyncio.Future[None]] = field(default_factory=list)

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth2/v3/token":
            return await self._token(request)
        return await self._send(request)

    def http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.MockTransport(self))

    async def _token(self, request: httpx.Request) -> httpx.Response:
        self.token_requests.append(request)
        self.asked.set()
        number = len(self.token_requests)
        if self.token_gate:
            await self.token_gate.wait()
        else:
            await asyncio.sleep(0.001)
        if self.oauth:
            return self.oauth(request)
        content = {"access_token": f"DUMMY/{number}+==", "expires_in": self.life}
        return httpx.Response(200, json={**content, "token_type": "Bearer"})

    async def _send(self, request: httpx.Request) -> httpx.Response:
        bearer = request.headers["Authorization"].removeprefix("Bearer ")
        self.bearers.append(bearer)
        if self.crowd:
            await self._gather()
        if bearer in self.ended:
            return httpx.Response(401, json=self.expired)
        return httpx.Response(200, json=SUCCESS)

    async def _gather(self) -> None:
        future = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        if len(self._waiting) == self.crowd:
            for each in self._waiting:
                each.set_result(None)
            self._waiting = []
        await future
