import asyncio
import time
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path

import pytest

from hmpush_gui.pushkit.connection import (
    NO_SECRETS,
    Connection,
    ConnectionSecrets,
    ProxyUse,
    Trust,
)
from hmpush_gui.pushkit.trial import addresses, try_all, try_out
from hmpush_gui.pushkit.trial_report import Trial
from hmpush_gui.pushkit.wires import wires_for

from .authorities import DAY, Authority
from .ports import Port, closed_port
from .proxy_ports import PASSWORD, USER, HttpProxy, SocksProxy
from .services import HTML, Service, http_answer, never_reads

pytestmark = pytest.mark.usefixtures("no_proxy")


@pytest.fixture
def trusting(company: Authority) -> Connection:
    return Connection(trust=Trust.ONLY, ca_file=str(company.path), connect=1, read=1)


async def tried(
    url: str, connection: Connection, secrets: ConnectionSecrets = NO_SECRETS
) -> Trial:
    wires = await asyncio.to_thread(wires_for, connection, secrets)
    return await try_out(url, wires)


def anything() -> Service:
    return Service(http_answer(HTML, "404 Not Found"))


async def test_all_that_was_used_is_told(
    company: Authority, trusting: Connection
) -> None:
    service = anything()
    with Port(service, tls=company.server("127.0.0.1", "push.test")) as port:
        url = f"https://127.0.0.1:{port.number}"
        trial = await tried(url, trusting)
        assert trial.peer == f"127.0.0.1:{port.number}"
    assert (trial.url, trial.proxy, trial.failure) == (url, "", None)
    assert trial.status == "404 Not Found"
    assert trial.tls == "TLSv1.3"
    assert trial.cipher.startswith("TLS_")
    assert (trial.trust, trial.ca_file) == (Trust.ONLY, str(company.path))
    assert trial.verified
    assert trial.certificate
    assert trial.certificate.subject == "127.0.0.1"
    assert trial.certificate.issuer == "Test Company CA"
    assert trial.certificate.names == ("push.test", "127.0.0.1")
    assert 29 < (trial.certificate.ends - time.time()) / DAY.total_seconds() < 31
    assert 0 < trial.seconds < 5
    # It proves nothing and sends nothing.
    (head,) = service.heads
    assert head.startswith("GET / HTTP/1.1")
    assert "authorization" not in head.lower()
    assert service.bodies == [b""]


async def test_a_refused_certificate_is_shown_and_sent_nothing(
    company: Authority, tmp_path: Path, trusting: Connection
) -> None:
    service, other = anything(), Authority(tmp_path, "Corp Inspection CA")
    with Port(service, tls=other.server("127.0.0.1")) as port:
        trial = await tried(f"https://127.0.0.1:{port.number}", trusting)
    assert "no authority trusted here" in str(trial.failure)
    assert trial.certificate
    assert trial.certificate.issuer == "Corp Inspection CA"
    assert trial.peer
    assert trial.status == ""
    assert service.heads == []


async def test_a_proxy_and_who_named_it_are_told(
    company: Authority, trusting: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        Port(anything(), tls=company.server("push.test")) as push,
        Port(HttpProxy(push.number, f"{USER}:{PASSWORD}")) as proxy,
    ):
        address = f"http://127.0.0.1:{proxy.number}"
        monkeypatch.setenv("HTTPS_PROXY", f"http://{USER}:wrong@127.0.0.1:9")
        own = replace(trusting, proxy=ProxyUse.OWN, proxy_address=address)
        secrets = ConnectionSecrets(USER, PASSWORD)
        trial = await tried("https://push.test", own, secrets)
        assert trial.failure is None
        assert (trial.proxy, trial.proxy_of_system) == (address, False)
        assert trial.peer == f"127.0.0.1:{proxy.number}"
        assert trial.certificate
        assert trial.certificate.subject == "push.test"
        system = await tried("https://push.test", trusting)
    assert (system.proxy, system.proxy_of_system) == ("http://127.0.0.1:9", True)
    assert "takes no connection" in str(system.failure)
    assert "wrong" not in repr(system) + str(system.failure)


async def test_a_socks_proxy_shows_the_certificate_behind_it(
    company: Authority, trusting: Connection
) -> None:
    with (
        Port(anything(), tls=company.server("push.test")) as push,
        Port(SocksProxy(push.number)) as proxy,
    ):
        address = f"socks5://127.0.0.1:{proxy.number}"
        own = replace(trusting, proxy=ProxyUse.OWN, proxy_address=address)
        trial = await tried("https://push.test", own)
    assert trial.failure is None
    assert trial.certificate
    assert trial.certificate.subject == "push.test"


async def test_a_proxy_that_answers_itself_is_no_working_connection(
    trusting: Connection,
) -> None:
    status = "407 Proxy Authentication Required"
    long_ago = "Date: Thu, 01 Jan 2015 00:00:00 GMT"
    with Port(Service(http_answer(HTML, status, long_ago))) as port:
        address = f"http://127.0.0.1:{port.number}"
        own = replace(trusting, proxy=ProxyUse.OWN, proxy_address=address)
        trial = await tried("http://push.test", own)
    assert "asks for a user and a password" in str(trial.failure)
    assert trial.status == status
    assert trial.clock is None


async def test_what_is_unusable_is_told_before_anything_is_asked() -> None:
    trial = await tried("https://push.test", Connection(ProxyUse.OWN, "no address"))
    assert "Mend it under Connection" in str(trial.failure)
    assert trial.peer == ""


async def test_an_answer_that_never_ends_is_a_working_connection(
    trusting: Connection,
) -> None:
    with Port(Service(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")) as port:
        trial = await tried(f"http://127.0.0.1:{port.number}", trusting)
    assert (trial.status, trial.failure) == ("200 OK", None)


async def test_silence_and_nobody_are_told(trusting: Connection) -> None:
    with Port(never_reads) as port:
        trial = await tried(f"http://127.0.0.1:{port.number}", trusting)
    assert "did not answer in time" in str(trial.failure)
    nobody = await tried(f"https://127.0.0.1:{closed_port()}", trusting)
    assert "takes no connection at this port" in str(nobody.failure)
    for odd in ("http://a:b", "::", ""):
        assert (await tried(odd, trusting)).failure


def test_a_server_is_tried_once() -> None:
    push, oauth = "https://push.test", "https://oauth.test"
    assert addresses(push, oauth) == [push, oauth]
    assert addresses(push, "https://PUSH.test/") == [push]


async def test_several_are_tried_in_order(trusting: Connection) -> None:
    wires = await asyncio.to_thread(wires_for, trusting)
    urls = [f"http://127.0.0.1:{closed_port()}" for _ in range(2)]
    assert [trial.url for trial in await try_all(urls, wires)] == urls


async def test_a_proxy_that_only_the_network_finds_impossible_is_told() -> None:
    trial = await tried("http://push.test", Connection(ProxyUse.OWN, "http://é..x:80"))
    assert "Mend it under Connection" in str(trial.failure)


@pytest.mark.parametrize(("off", "told"), [(-2 * 86400, True), (5, False)])
async def test_a_clock_that_is_wrong_is_seen_in_passing(off: float, told: bool) -> None:
    date = formatdate(time.time() + off, usegmt=True)
    with Port(Service(http_answer(HTML, "404 Not Found", f"Date: {date}"))) as port:
        trial = await tried(f"http://127.0.0.1:{port.number}", Connection())
    assert trial.failure is None
    assert ("2 days ahead" in str(trial.clock)) is told
    assert (trial.clock is None) is not told
