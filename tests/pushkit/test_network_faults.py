"""Each refusal on a real socket, with real certificates: Not sent, and why."""

import asyncio
import base64
import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hmpush_gui.pushkit.client import PushClient
from hmpush_gui.pushkit.connection import (
    NO_SECRETS,
    Connection,
    ConnectionSecrets,
    ProxyUse,
    Trust,
)
from hmpush_gui.pushkit.credential import Credential, ServiceAccount
from hmpush_gui.pushkit.hindrances import (
    CERTIFICATE,
    OWN_CERTIFICATE,
    PROXY,
    PROXY_AWAY,
    PROXY_LOGIN,
    PROXY_SIGN_IN,
    TLS,
    UNKNOWN_HOST,
)
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Exchange, Verdict
from hmpush_gui.pushkit.wires import wires_for

from .authorities import DAY, Authority
from .fakes import OAUTH_CLIENT, SUCCESS, request_for
from .ports import Handler, Port, closed_port, project_at
from .proxy_ports import PASSWORD, USER, HttpProxy, SocksProxy
from .services import (
    HTML,
    Service,
    answers_anything,
    hangs_up,
    http_answer,
    json_answer,
    never_reads,
    resets,
)
from .tls_ports import only_tls_1_0, tls_port

pytestmark = pytest.mark.usefixtures("no_proxy")

TOKENS = ("token-a", "token-b")
ABROAD = replace(project_at(1), push_host="https://push.test")
LOGIN = ConnectionSecrets(USER, PASSWORD)


@pytest.fixture
def company(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def trusting(company: Authority) -> Connection:
    """Believes the company's authority and no other."""
    return Connection(trust=Trust.ONLY, ca_file=str(company.path), connect=2, read=2)


async def send(
    project: Project,
    credential: Credential,
    connection: Connection,
    secrets: ConnectionSecrets = NO_SECRETS,
) -> Exchange:
    wires = await asyncio.to_thread(wires_for, connection, secrets)
    async with PushClient(project, credential, wires) as client:
        return await client.send(request_for(project, *TOKENS))


def is_not_sent(exchange: Exchange, words: str, reason: str) -> None:
    fates = {(each.verdict, each.reason) for each in exchange.outcomes}
    assert fates == {(Verdict.NOT_SENT, reason)}
    assert "Nothing was sent" in str(exchange.failure)
    assert words in str(exchange.failure)
    assert PASSWORD not in repr(exchange) + str(exchange.failure)


def is_accepted(exchange: Exchange) -> None:
    assert str(exchange.failure or "") == ""
    assert {each.verdict for each in exchange.outcomes} == {Verdict.ACCEPTED}


def fresh() -> Service:
    return Service(json_answer(SUCCESS))


# -- certificates of the server


async def test_a_certificate_of_the_company_is_accepted(
    account: ServiceAccount, company: Authority, trusting: Connection
) -> None:
    with Port(fresh(), tls=company.server("127.0.0.1")) as port:
        is_accepted(await send(port.project("https"), account, trusting))


async def test_a_wrong_ca_is_told(
    account: ServiceAccount, tmp_path: Path, trusting: Connection
) -> None:
    service, other = fresh(), Authority(tmp_path, "Another CA")
    with Port(service, tls=other.server("127.0.0.1")) as port:
        for connection in (trusting, Connection()):
            exchange = await send(port.project("https"), account, connection)
            is_not_sent(exchange, "no authority trusted here vouches for", CERTIFICATE)
    assert service.heads == []


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (-9 * DAY, -DAY, "The certificate of 127.0.0.1 has expired"),
        (DAY, 9 * DAY, "The certificate of 127.0.0.1 is not valid yet"),
    ],
)
async def test_a_certificate_out_of_its_time_is_told(
    account: ServiceAccount,
    company: Authority,
    trusting: Connection,
    start: timedelta,
    end: timedelta,
    words: str,
) -> None:
    service = fresh()
    server = company.server("127.0.0.1", start=start, end=end)
    with Port(service, tls=server) as port:
        is_not_sent(
            await send(port.project("https"), account, trusting), words, CERTIFICATE
        )
    assert service.heads == []


async def test_a_wrong_host_name_is_told(
    account: ServiceAccount, company: Authority, trusting: Connection
) -> None:
    service = fresh()
    with Port(service, tls=company.server("other.test")) as port:
        exchange = await send(port.project("https"), account, trusting)
    is_not_sent(
        exchange, "127.0.0.1 shows the certificate of another host", CERTIFICATE
    )
    assert service.heads == []


async def test_checks_that_are_turned_off_let_any_certificate_pass(
    account: ServiceAccount, company: Authority
) -> None:
    with Port(fresh(), tls=company.server("other.test")) as port:
        connection = Connection(verify=False)
        is_accepted(await send(port.project("https"), account, connection))


async def test_the_oauth_service_is_checked_as_well(
    company: Authority, trusting: Connection
) -> None:
    service = fresh()
    with Port(service, tls=company.server("other.test")) as port:
        exchange = await send(port.project("https"), OAUTH_CLIENT, trusting)
    is_not_sent(
        exchange,
        "there is no access token. 127.0.0.1 shows the certificate",
        CERTIFICATE,
    )
    assert service.heads == []


# -- TLS


async def test_a_server_of_tls_1_0_is_told(
    account: ServiceAccount, company: Authority, trusting: Connection
) -> None:
    with tls_port(only_tls_1_0(company.server("127.0.0.1"))) as port:
        for connection in (trusting, Connection(verify=False)):
            project = project_at(port, "https")
            exchange = await send(project, account, connection)
            is_not_sent(exchange, "speaks only an old TLS", TLS)


async def test_a_port_without_tls_is_told(
    account: ServiceAccount, trusting: Connection
) -> None:
    with Port(answers_anything) as port:
        exchange = await send(port.project("https"), account, trusting)
    is_not_sent(exchange, "127.0.0.1 does not speak TLS at this port", TLS)


@pytest.mark.parametrize("handle", [hangs_up, resets])
async def test_a_server_that_hangs_up_is_told(
    account: ServiceAccount, trusting: Connection, handle: Handler
) -> None:
    with Port(handle) as port:
        exchange = await send(port.project("https"), account, trusting)
    is_not_sent(
        exchange, "127.0.0.1 hung up while TLS was being agreed on", "ConnectError"
    )


# -- our own certificate


@contextmanager
def asking(company: Authority, version: ssl.TLSVersion) -> Iterator[Project]:
    """A server that wants a client certificate of `company`."""
    tls = company.server("127.0.0.1")
    tls.verify_mode = ssl.CERT_REQUIRED
    tls.load_verify_locations(company.path)
    tls.maximum_version = version
    with tls_port(tls, json_answer(SUCCESS)) as port:
        yield project_at(port, "https")


VERSIONS = [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_client_certificate_is_shown_to_who_asks(
    account: ServiceAccount,
    company: Authority,
    trusting: Connection,
    version: ssl.TLSVersion,
) -> None:
    made = company.issue("me.test", password="key-Word")
    connection = replace(
        trusting, client_certificate=str(made.certificate), client_key=str(made.key)
    )
    secrets = ConnectionSecrets(key_password="key-Word")
    with asking(company, version) as project:
        is_accepted(await send(project, account, connection, secrets))


@pytest.mark.parametrize(
    ("version", "words", "reason"),
    [
        (VERSIONS[0], "Probably it wants a client certificate", TLS),
        (VERSIONS[1], "asks for a client certificate, and none", OWN_CERTIFICATE),
    ],
)
async def test_a_client_certificate_that_is_missing_is_told_and_nothing_was_read(
    account: ServiceAccount,
    company: Authority,
    trusting: Connection,
    version: ssl.TLSVersion,
    words: str,
    reason: str,
) -> None:
    with asking(company, version) as project:
        is_not_sent(await send(project, account, trusting), words, reason)


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_client_certificate_of_somebody_else_is_told(
    account: ServiceAccount,
    company: Authority,
    trusting: Connection,
    version: ssl.TLSVersion,
    tmp_path: Path,
) -> None:
    other = Authority(tmp_path, "Another CA").issue("me.test")
    connection = replace(trusting, client_certificate=str(other.both))
    with asking(company, version) as project:
        exchange = await send(project, account, connection)
    is_not_sent(exchange, "does not accept the client certificate", OWN_CERTIFICATE)


# -- proxies


def through(trusting: Connection, port: int, scheme: str = "http") -> Connection:
    address = f"{scheme}://127.0.0.1:{port}"
    return replace(trusting, proxy=ProxyUse.OWN, proxy_address=address)


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
        is_accepted(await send(ABROAD, account, through(trusting, port.number)))
    (asked,) = proxy.asked
    assert asked.startswith("CONNECT push.test:443 ")
    assert "Bearer" not in asked
    assert "token-a" not in asked


async def test_a_proxy_reached_over_tls_carries_a_send(
    account: ServiceAccount, company: Authority, trusting: Connection, push: int
) -> None:
    with Port(HttpProxy(push), tls=company.server("127.0.0.1")) as port:
        connection = through(trusting, port.number, "https")
        is_accepted(await send(ABROAD, account, connection))


async def test_a_proxy_that_asks_for_a_password_is_told_or_given_it(
    account: ServiceAccount, trusting: Connection, push: int
) -> None:
    with Port(HttpProxy(push, f"{USER}:{PASSWORD}")) as port:
        connection = through(trusting, port.number)
        is_not_sent(
            await send(ABROAD, account, connection),
            f"127.0.0.1:{port.number} asks for a user and a password",
            PROXY_LOGIN,
        )
        wrong = ConnectionSecrets(USER, "stale")
        exchange = await send(ABROAD, account, connection, wrong)
        is_not_sent(exchange, "does not accept the user and password", PROXY_LOGIN)
        is_accepted(await send(ABROAD, account, connection, LOGIN))


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
    is_not_sent(exchange, words, PROXY_SIGN_IN if "sign-in" in words else PROXY)
    assert exchange.timing.sent is None
    assert len(service.heads) == 1


async def test_a_proxy_that_tunnels_to_a_page_is_told(
    account: ServiceAccount, trusting: Connection
) -> None:
    with Port(answers_anything) as page, Port(HttpProxy(page.number)) as port:
        exchange = await send(ABROAD, account, through(trusting, port.number))
    is_not_sent(exchange, "answered with a page in place of a way", PROXY)


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
        is_not_sent(await send(ABROAD, account, connection), words, reason)


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_proxy_that_is_not_there_is_told(
    account: ServiceAccount, trusting: Connection, scheme: str
) -> None:
    connection = through(trusting, closed_port(), scheme)
    is_not_sent(
        await send(ABROAD, account, connection), "takes no connection", PROXY_AWAY
    )
    unknown = replace(connection, proxy_address=f"{scheme}://proxy.invalid:1")
    is_not_sent(
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
    is_accepted(exchange)
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
            is_accepted(await send(ABROAD, account, connection, LOGIN))
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
    is_not_sent(exchange, "does not accept the user and password", PROXY_LOGIN)
    with Port(SocksProxy(push)) as port:
        connection = through(trusting, port.number, "socks5")
        exchange = await send(ABROAD, account, connection, LOGIN)
    is_not_sent(exchange, "takes no user and password", PROXY_LOGIN)


async def test_a_password_wanted_for_plain_http_reached_nobody(
    account: ServiceAccount, trusting: Connection
) -> None:
    plain = replace(ABROAD, push_host="http://push.test")
    status = "407 Proxy Authentication Required"
    with Port(Service(http_answer(HTML, status))) as port:
        exchange = await send(plain, account, through(trusting, port.number))
    assert {each.verdict for each in exchange.outcomes} == {Verdict.REJECTED}
    assert "asks for a user and a password (HTTP 407)" in str(exchange.failure)


async def test_the_sandbox_is_reached_past_a_named_proxy(
    account: ServiceAccount, trusting: Connection
) -> None:
    connection = through(trusting, closed_port())
    with Port(fresh()) as port:
        is_accepted(await send(port.project(), account, connection))


async def test_a_name_that_nobody_knows_is_told(
    account: ServiceAccount, trusting: Connection
) -> None:
    nowhere = replace(ABROAD, push_host="https://nowhere.invalid")
    exchange = await send(nowhere, account, trusting)
    is_not_sent(exchange, "There is no host called nowhere.invalid", UNKNOWN_HOST)
