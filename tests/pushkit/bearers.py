"""What tests of bearers share: sends that carry one, and OAuth services that fail."""

import asyncio

import httpx

from hmpush_gui.pushkit.bearer import BearerAuth
from hmpush_gui.pushkit.oauth import OAuthBearer

from .fakes import OAUTH_CLIENT, Answering, Clock

SEND = "https://push.test/v1/100000001/messages:send"
OAUTH_HOST = "https://oauth.test"


def oauth_bearer(
    http: httpx.AsyncClient, clock: Clock | None = None, steadily: Clock | None = None
) -> OAuthBearer:
    clock, steadily = clock or Clock(), steadily or Clock(0.0)
    return OAuthBearer(http, OAUTH_CLIENT, OAUTH_HOST, clock, steadily=steadily)


async def send(http: httpx.AsyncClient, bearer: BearerAuth) -> str:
    response = await http.post(SEND, content=b"{}", auth=bearer)
    return str(response.json()["code"])


async def send_many(
    count: int, http: httpx.AsyncClient, bearer: BearerAuth
) -> set[str]:
    return set(await asyncio.gather(*(send(http, bearer) for _ in range(count))))


def answers(status: int, content: str) -> Answering:
    return lambda _request: httpx.Response(status, text=content)


def breaks(error: Exception) -> Answering:
    def answer(_request: httpx.Request) -> httpx.Response:
        raise error

    return answer
