"""Each way in which a proxy fails, on a real socket: Not sent, and why."""

import base64
import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest

from hmpush_gui.pushkit.connection import (
    NO_SECRETS,
    Connection,
    ConnectionSecrets,
)
from hmpush_gui.pushkit.credential import ServiceAccount
from hmpush_gui.pushkit.hindrances import (
    PROXY,
    PROXY_AWAY,
    PROXY_LOGIN,
    PROXY_SIGN_IN,
)
from hmpush_gui.pushkit.protocol import Verdict

from .authorities import Authority
from .fakes import SUCCESS
from .ports import Handler, Port, closed_port
from .proxy_ports import PASSWORD, USER, HttpProxy, SocksProxy
from .real_sends import ABROAD, LOGIN, assert_accepted, assert_not_sent, send, through
from .services import (
    HTML,
    Service,
    answers_anything,
    hangs_up,
    http_answer,
    json_answer,
    never_reads,
)

pytestmark = pytest.mark.usefixtures("no_proxy")


@pytest.fixture
def push(company: Authority) -> Iterator[int]:
    """The port where push.test really is."""
    answers = [json_answer(SUCCESS)] * 2
    with Port(Service(*answers), tls=company.server("push.test")) as port:
        yield port.number


async def test_an_http_proxy_carries_a_send(
    account: ServiceAccount, trusting: Connection, push: int
) -> None:
    proxy = HttpProxy(push)
    with Port(proxy) as port:
        assert_accepted(await send(ABROAD, account, through(trusting, port.number)))
    (asked,) = proxy.asked
    assert asked.startswith("CONNECT push.test:443 ")
    assert "Bearer" not in asked
    assert "token-a" not in asked


async def test_a_proxy_reached_over_tls_carries_a_send(
    account: ServiceAccount, company: Authority, trusting: Connection, push: int
) -> None:
    with Port(HttpProxy(push), tls=company.server("127.0.0.1")) as port:
        connection = through(trusting, port.number, "https")
        assert_accepted(await send(ABROAD, account, connection))


async def test_a_proxy_that_asks_for_a_password_is_told_or_given_it(
    account: ServiceAccount, trusting: Connection, push: int
) -> None:
    with Port(HttpProxy(push, f"{USER}:{PASSWORD}")) as port:
        connection = through(trusting, port.number)
        assert_not_sent(
            await send(ABROAD, account, connection),
            f"127.0.0.1:{port.number} asks for a user and a password",
            PROXY_LOGIN,
        )
        wrong = ConnectionSecrets(USER, "stale")
        exchange = await send(ABROAD, account, connection, wrong)
        assert_not_sent(exchange, "does not accept the user and password", PROXY_LOGIN)
        assert_accepted(await send(ABROAD, account, connection, LOGIN))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (http_answer(HTML), "answered with a page in place of a way to push.test"),
        (http_answer(HTML, "403 Forbidden"), "lets nobody through to push.test"),
        (http_answer(HTML, "502 Bad Gateway"), "could not reach push.test"),
        (http_answer(HTML, "404 Not Found"), "made no way to push.test (404 Not Fou"),
        (
            http_answer(HTML, "407 Who", "Proxy-Authenticate: NTLM"),
            "wants a sign-in this program does not have",
        ),
    ],
    ids=["page", "403", "502", "404", "NTLM"],
)
async def test_a_proxy_that_answers_html_is_told(
    account: ServiceAccount, trusting: Connection, answer: bytes, words: str
) -> None:
    service = Service(answer)
    with Port(service) as port:
        exchange = await send(ABROAD, account, through(trusting, port.number))
    assert_not_sent(exchange, words, PROXY_SIGN_IN if "sign-in" in words else PROXY)
    assert exchange.timing.sent is None
    assert len(service.heads) == 1


async def test_a_proxy_that_tunnels_to_a_page_is_told(
    account: ServiceAccount, trusting: Connection
) -> None:
    with Port(answers_anything) as page, Port(HttpProxy(page.number)) as port:
        exchange = await send(ABROAD, account, through(trusting, port.number))
    assert_not_sent(exchange, "answered with a page in place of a way", PROXY)


@pytest.mark.parametrize(
    ("handle", "scheme", "words", "reason"),
    [
        (hangs_up, "http", "hung up before there was a way", PROXY_AWAY),
        (never_reads, "http", "made no way to push.test in time", PROXY_AWAY),
        (hangs_up, "socks5", "does not speak SOCKS", PROXY),
        (never_reads, "socks5", "made no way to push.test in time", PROXY_AWAY),
        (answers_anything, "socks5", "does not speak SOCKS", PROXY),
        (SocksProxy(0, reply=2), "socks5", "lets nobody through to push.test", PROXY),
        (SocksProxy(0, reply=5), "socks5", "could not reach push.test", PROXY),
        (
            SocksProxy(0, USER, PASSWORD),
            "socks5",
            "asks for a user and a password",
            PROXY_LOGIN,
        ),
    ],
)
async def test_a_proxy_that_makes_no_way_is_told(
    account: ServiceAccount,
    trusting: Connection,
    handle: Handler,
    scheme: str,
    words: str,
    reason: str,
) -> None:
    impatient = replace(trusting, connect=1, read=1)
    with Port(handle) as port:
        connection = through(impatient, port.number, scheme)
        assert_not_sent(await send(ABROAD, account, connection), words, reason)


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_proxy_that_is_not_there_is_told(
    account: ServiceAccount, trusting: Connection, scheme: str
) -> None:
    connection = through(trusting, closed_port(), scheme)
    assert_not_sent(
        await send(ABROAD, account, connection), "takes no connection", PROXY_AWAY
    )
    unknown = replace(connection, proxy_address=f"{scheme}://proxy.invalid:1")
    assert_not_sent(
        await send(ABROAD, account, unknown), "no proxy by the name in", PROXY_AWAY
    )


@pytest.mark.parametrize("login", [False, True])
async def test_a_socks_proxy_carries_a_send(
    account: ServiceAccount, trusting: Connection, push: int, login: bool
) -> None:
    proxy = SocksProxy(push, USER, PASSWORD) if login else SocksProxy(push)
    with Port(proxy) as port:
        connection = through(trusting, port.number, "socks5")
        secrets = LOGIN if login else NO_SECRETS
        exchange = await send(ABROAD, account, connection, secrets)
    assert_accepted(exchange)
    assert exchange.timing.connected is not None
    assert exchange.timing.secured is not None
    # The proxy looks the name up, not this computer.
    assert proxy.asked == ["push.test:443"]


async def test_no_password_of_a_proxy_is_logged(
    account: ServiceAccount,
    trusting: Connection,
    push: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    for proxy, scheme in (
        (SocksProxy(push, USER, PASSWORD), "socks5"),
        (HttpProxy(push, f"{USER}:{PASSWORD}"), "http"),
    ):
        with Port(proxy) as port:
            connection = through(trusting, port.number, scheme)
            assert_accepted(await send(ABROAD, account, connection, LOGIN))
    basic = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    assert PASSWORD not in caplog.text
    assert basic not in caplog.text
    assert "push.test" in caplog.text


async def test_a_lost_answer_through_a_proxy_holds_no_password(
    account: ServiceAccount, trusting: Connection
) -> None:
    plain = replace(ABROAD, push_host="http://push.test")
    with Port(Service()) as port:
        connection = through(trusting, port.number)
        exchange = await send(plain, account, connection, LOGIN)
    assert {each.verdict for each in exchange.outcomes} == {Verdict.UNKNOWN}
    assert "roxy-" in str(exchange.sent_headers)
    basic = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    assert basic not in str(exchange.sent_headers)


async def test_a_socks_proxy_that_refuses_a_login_is_told(
    account: ServiceAccount, trusting: Connection, push: int
) -> None:
    with Port(SocksProxy(push, USER, "other")) as port:
        connection = through(trusting, port.number, "socks5")
        exchange = await send(ABROAD, account, connection, LOGIN)
    assert_not_sent(exchange, "does not accept the user and password", PROXY_LOGIN)
    with Port(SocksProxy(push)) as port:
        connection = through(trusting, port.number, "socks5")
        exchange = await send(ABROAD, account, connection, LOGIN)
    assert_not_sent(exchange, "takes no user and password", PROXY_LOGIN)


async def test_a_password_wanted_for_plain_http_reached_nobody(
    account: ServiceAccount, trusting: Connection
) -> None:
    plain = replace(ABROAD, push_host="http://push.test")
    status = "407 Proxy Authentication Required"
    with Port(Service(http_answer(HTML, status))) as port:
        exchange = await send(plain, account, through(trusting, port.number))
    assert {each.verdict for each in exchange.outcomes} == {Verdict.REJECTED}
    assert "asks for a user and a password (HTTP 407)" in str(exchange.failure)
