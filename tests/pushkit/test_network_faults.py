"""What keeps a send back besides certificates and proxies."""

from dataclasses import replace

import pytest

from hmpush_gui.pushkit.connection import Connection
from hmpush_gui.pushkit.credential import ServiceAccount
from hmpush_gui.pushkit.hindrances import UNKNOWN_HOST

from .ports import Port, closed_port
from .real_sends import ABROAD, assert_accepted, assert_not_sent, fresh, send, through

pytestmark = pytest.mark.usefixtures("no_proxy")


async def test_the_sandbox_is_reached_past_a_named_proxy(
    account: ServiceAccount, trusting: Connection
) -> None:
    connection = through(trusting, closed_port())
    with Port(fresh()) as port:
        assert_accepted(await send(port.project(), account, connection))


async def test_a_name_that_nobody_knows_is_told(
    account: ServiceAccount, trusting: Connection
) -> None:
    nowhere = replace(ABROAD, push_host="https://nowhere.invalid")
    exchange = await send(nowhere, account, trusting)
    assert_not_sent(exchange, "There is no host called nowhere.invalid", UNKNOWN_HOST)
