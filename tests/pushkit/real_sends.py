"""Sends over real sockets, and what may become of them."""

import asyncio
from dataclasses import replace

from hmpush_gui.pushkit.client import PushClient
from hmpush_gui.pushkit.connection import (
    NO_SECRETS,
    Connection,
    ConnectionSecrets,
    ProxyUse,
)
from hmpush_gui.pushkit.credential import Credential
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Exchange, Verdict
from hmpush_gui.pushkit.wires import wires_for

from .fakes import SUCCESS, request_for
from .ports import project_at
from .proxy_ports import PASSWORD, USER
from .services import (
    Service,
    json_answer,
)

TOKENS = ("token-a", "token-b")
ABROAD = replace(project_at(1), push_host="https://push.test")
LOGIN = ConnectionSecrets(USER, PASSWORD)


async def send(
    project: Project,
    credential: Credential,
    connection: Connection,
    secrets: ConnectionSecrets = NO_SECRETS,
) -> Exchange:
    wires = await asyncio.to_thread(wires_for, connection, secrets)
    async with PushClient(project, credential, wires) as client:
        return await client.send(request_for(project, *TOKENS))


def assert_not_sent(exchange: Exchange, words: str, reason: str) -> None:
    fates = {(each.verdict, each.reason) for each in exchange.outcomes}
    assert fates == {(Verdict.NOT_SENT, reason)}
    assert "Nothing was sent" in str(exchange.failure)
    assert words in str(exchange.failure)
    assert PASSWORD not in repr(exchange) + str(exchange.failure)


def assert_accepted(exchange: Exchange) -> None:
    assert str(exchange.failure or "") == ""
    assert {each.verdict for each in exchange.outcomes} == {Verdict.ACCEPTED}


def fresh() -> Service:
    return Service(json_answer(SUCCESS))


def through(trusting: Connection, port: int, scheme: str = "http") -> Connection:
    address = f"{scheme}://127.0.0.1:{port}"
    return replace(trusting, proxy=ProxyUse.OWN, proxy_address=address)
