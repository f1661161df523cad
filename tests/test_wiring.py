"""The wires of each project."""

import asyncio
import gc
from dataclasses import replace

import pytest

from hmpush_gui.pushkit.connection import (
    USUAL,
    Connection,
    ConnectionSecrets,
    ProxyUse,
    key_password_name,
    login_name,
)
from hmpush_gui.pushkit.errors import Misconfigured
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.store.secrets import MemorySecrets
from hmpush_gui.wiring import Wiring

from .pushkit.authorities import Authority

PROXY = Connection(ProxyUse.OWN, "http://proxy.test:1", has_login=True)


def wiring(**connections: Connection) -> Wiring:
    secrets = MemorySecrets(Sentence("test", "in memory"))
    login = ConnectionSecrets("alice", "word").login
    secrets.put(login_name("shop"), login)
    secrets.put(key_password_name("shop"), "key-word")
    return Wiring(secrets, lambda key: connections.get(key, USUAL))


async def test_projects_with_the_usual_settings_share_their_certificates() -> None:
    wires = wiring()
    assert await wires.wires("shop") is await wires.wires("other")


async def test_a_project_goes_over_its_own_settings_with_its_own_secrets() -> None:
    wires = wiring(shop=PROXY, other=PROXY)
    proxy = (await wires.wires("shop")).proxy("https://push.test")
    assert proxy
    assert (proxy.user, proxy.password) == ("alice", "word")
    # Though its settings are the same, it has no secret.
    proxy = (await wires.wires("other")).proxy("https://push.test")
    assert proxy
    assert (proxy.user, proxy.password) == ("", "")


async def test_secrets_that_changed_are_read_again() -> None:
    wires = wiring(shop=PROXY)
    first = await wires.wires("shop")
    assert await wires.wires("shop") is first
    wires.forget("shop")
    assert await wires.wires("shop") is not first


async def test_what_could_not_be_read_is_read_again_next_time() -> None:
    connections = {"shop": Connection(client_certificate="/nowhere/me.pem")}
    wires = wiring(**connections)
    for _ in range(2):
        with pytest.raises(Misconfigured, match="cannot be read"):
            await wires.wires("shop")
    assert wires._wires == {}


async def test_pictures_are_fetched_without_the_client_certificate(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    company = Authority(tmp_path_factory.mktemp("company"))
    made = company.issue("me.test", password="key-word")
    own = Connection(
        client_certificate=str(made.certificate),
        client_key=str(made.key),
        has_key_password=True,
    )
    wires = wiring(shop=replace(own, connect=7))
    assert (await wires.wires("shop")).way("https://x").has_certificate
    found = await wires.for_anybody("shop")
    assert not found.way("https://x").has_certificate
    assert found.connection.connect == 7


async def test_what_nobody_waits_for_any_more_fails_in_silence() -> None:
    wires = wiring(shop=Connection(client_certificate="/nowhere/me.pem"))
    heard: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, each: heard.append(each))
    waiting = asyncio.ensure_future(wires.wires("shop"))
    await asyncio.sleep(0)
    (making,) = wires._wires.values()
    waiting.cancel()
    await asyncio.wait([making, waiting])
    wires.forget("shop")
    del making, waiting
    gc.collect()
    asyncio.get_running_loop().set_exception_handler(None)
    assert not heard
