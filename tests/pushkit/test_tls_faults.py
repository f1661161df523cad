"""Each refusal of a certificate, with real ones: Not sent, and why."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hmpush_gui.pushkit.connection import (
    Connection,
    ConnectionSecrets,
)
from hmpush_gui.pushkit.credential import ServiceAccount
from hmpush_gui.pushkit.hindrances import (
    CERTIFICATE,
    OWN_CERTIFICATE,
    TLS,
)
from hmpush_gui.pushkit.project import Project

from .authorities import DAY, Authority
from .fakes import OAUTH_CLIENT, SUCCESS
from .ports import Handler, Port, project_at
from .real_sends import assert_accepted, assert_not_sent, fresh, send
from .services import (
    answers_anything,
    hangs_up,
    json_answer,
    resets,
)
from .tls_ports import only_tls_1_0, tls_port

pytestmark = pytest.mark.usefixtures("no_proxy")


# -- certificates of the server


async def test_a_certificate_of_the_company_assert_accepted(
    account: ServiceAccount, company: Authority, trusting: Connection
) -> None:
    with Port(fresh(), tls=company.server("127.0.0.1")) as port:
        assert_accepted(await send(port.project("https"), account, trusting))


async def test_a_wrong_ca_is_told(
    account: ServiceAccount, tmp_path: Path, trusting: Connection
) -> None:
    service, other = fresh(), Authority(tmp_path, "Another CA")
    with Port(service, tls=other.server("127.0.0.1")) as port:
        for connection in (trusting, Connection()):
            exchange = await send(port.project("https"), account, connection)
            assert_not_sent(
                exchange, "no authority trusted here vouches for", CERTIFICATE
            )
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
        assert_not_sent(
            await send(port.project("https"), account, trusting), words, CERTIFICATE
        )
    assert service.heads == []


async def test_a_wrong_host_name_is_told(
    account: ServiceAccount, company: Authority, trusting: Connection
) -> None:
    service = fresh()
    with Port(service, tls=company.server("other.test")) as port:
        exchange = await send(port.project("https"), account, trusting)
    assert_not_sent(
        exchange, "127.0.0.1 shows the certificate of another host", CERTIFICATE
    )
    assert service.heads == []


async def test_checks_that_are_turned_off_let_any_certificate_pass(
    account: ServiceAccount, company: Authority
) -> None:
    with Port(fresh(), tls=company.server("other.test")) as port:
        connection = Connection(verify=False)
        assert_accepted(await send(port.project("https"), account, connection))


async def test_the_oauth_service_is_checked_as_well(
    company: Authority, trusting: Connection
) -> None:
    service = fresh()
    with Port(service, tls=company.server("other.test")) as port:
        exchange = await send(port.project("https"), OAUTH_CLIENT, trusting)
    assert_not_sent(
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
            assert_not_sent(exchange, "speaks only an old TLS", TLS)


async def test_a_port_without_tls_is_told(
    account: ServiceAccount, trusting: Connection
) -> None:
    with Port(answers_anything) as port:
        exchange = await send(port.project("https"), account, trusting)
    assert_not_sent(exchange, "127.0.0.1 does not speak TLS at this port", TLS)


@pytest.mark.parametrize("handle", [hangs_up, resets])
async def test_a_server_that_hangs_up_is_told(
    account: ServiceAccount, trusting: Connection, handle: Handler
) -> None:
    with Port(handle) as port:
        exchange = await send(port.project("https"), account, trusting)
    assert_not_sent(
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
        assert_accepted(await send(project, account, connection, secrets))


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
        assert_not_sent(await send(project, account, trusting), words, reason)


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
    assert_not_sent(exchange, "does not accept the client certificate", OWN_CERTIFICATE)
