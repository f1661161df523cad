"""Whatever goes wrong around a request, its tokens have the fate that is known."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from socket import create_server

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from hmpush_gui.pushkit import client as client_module
from hmpush_gui.pushkit import oauth as oauth_module
from hmpush_gui.pushkit.campaign import Campaign
from hmpush_gui.pushkit.client import PushClient
from hmpush_gui.pushkit.credential import Credential, ServiceAccount
from hmpush_gui.pushkit.errors import Misconfigured
from hmpush_gui.pushkit.hindrances import CERTIFICATE, PROXY_AWAY
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.retry import retry_class

from .campaigns import Book
from .certificates import make_tls
from .fakes import OAUTH_CLIENT, OAUTH_EXPIRED, SUCCESS, request_for
from .fault_service import reset
from .ports import Handler, Port, project_at
from .services import ACCESS, HTML, Service, Silent, http_answer, json_answer

pytestmark = pytest.mark.usefixtures("no_proxy")

TOKENS = ("token-a", "token-b")
ABROAD = replace(project_at(1), push_host="https://push.test")
EXPIRED = json_answer(OAUTH_EXPIRED, "401 Unauthorized")
BUSY = http_answer(b"", "503 Busy", "Retry-After: 60")


async def _send(
    project: Project, credential: Credential, request: Request | None = None
) -> Exchange:
    async with PushClient(project, credential) as client:
        return await client.send(request or request_for(project, *TOKENS))


def _fate(exchange: Exchange) -> tuple[Verdict, str]:
    assert [each.token for each in exchange.outcomes] == list(TOKENS)
    (fate,) = {(each.verdict, each.reason) for each in exchange.outcomes}
    return fate


# -- TLS


@pytest.fixture
def tls_port(
    tmp_path: Path, private_key: rsa.RSAPrivateKey, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Handler], Port]:
    server, certificate = make_tls(tmp_path, private_key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return lambda handle: Port(handle, tls=server)


async def test_a_send_over_tls_is_accepted(
    account: ServiceAccount, tls_port: Callable[[Handler], Port]
) -> None:
    with tls_port(Service(json_answer(SUCCESS))) as port:
        exchange = await _send(port.project("https"), account)
    assert _fate(exchange) == (Verdict.ACCEPTED, "")
    assert exchange.timing.secured is not None


async def test_tls_that_breaks_in_mid_answer_leaves_the_tokens_unknown(
    account: ServiceAccount, tls_port: Callable[[Handler], Port]
) -> None:
    async def garble(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await reader.readuntil(b"\r\n\r\n")
        # Past TLS, into the bare socket.
        os.write(writer.get_extra_info("socket").fileno(), b"no TLS record at all")
        await asyncio.sleep(0.2)

    with tls_port(garble) as port:
        exchange = await _send(port.project("https"), account)
    assert _fate(exchange) == (Verdict.UNKNOWN, "SSLError")


async def test_a_certificate_that_nobody_vouches_for_is_sent_nothing(
    account: ServiceAccount,
    tls_port: Callable[[Handler], Port],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    service = Service(json_answer(SUCCESS))
    with tls_port(service) as port:
        exchange = await _send(port.project("https"), account)
    assert _fate(exchange) == (Verdict.NOT_SENT, CERTIFICATE)
    assert "no authority trusted here vouches for" in str(exchange.failure)
    assert service.heads == []


async def test_certificates_that_cannot_be_read_are_told(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/at-all.pem")
    with pytest.raises(Misconfigured, match="SSL_CERT_FILE"):
        PushClient(ABROAD, account)


# -- proxies


async def test_the_sandbox_is_reached_whatever_proxy_is_set(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with Port(Service(json_answer(SUCCESS))) as port:
        exchange = await _send(port.project(), account)
    assert _fate(exchange) == (Verdict.ACCEPTED, "")


@pytest.mark.parametrize("proxy", ["socks4://127.0.0.1:9", "ftp://a", "http://a:b"])
async def test_a_proxy_that_cannot_be_used_is_told(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(Misconfigured, match="proxy of this computer") as caught:
        PushClient(ABROAD, account)
    assert "pip" not in str(caught.value)


async def _cuts(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")


@pytest.mark.parametrize("proxy", [_cuts, Silent()], ids=["cuts", "silent"])
async def test_a_proxy_that_fails_to_make_the_tunnel_passed_nothing_on(
    account: ServiceAccount,
    monkeypatch: pytest.MonkeyPatch,
    proxy: Handler,
) -> None:
    monkeypatch.setattr(client_module, "timeout_of", lambda _: httpx.Timeout(0.2))
    with Port(proxy) as port:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port.number}")
        exchange = await _send(ABROAD, account)
    assert _fate(exchange) == (Verdict.NOT_SENT, PROXY_AWAY)
    assert exchange.timing.sent is None
    assert retry_class(exchange) == "limited"


# -- what cannot be written


@pytest.mark.parametrize(
    ("value", "reason"),
    [("六", "UnicodeEncodeError"), ("0\r\nX: 1", "LocalProtocolError")],
)
async def test_a_header_that_http_forbids_is_not_sent(
    account: ServiceAccount, value: str, reason: str
) -> None:
    service = Service(json_answer(SUCCESS))
    with Port(service) as port:
        request = request_for(port.project(), *TOKENS)
        odd = replace(request, headers={**request.headers, "push-type": value})
        exchange = await _send(port.project(), account, odd)
        # The port is still about to take the connection that came to nothing.
        await asyncio.sleep(0.1)
    assert _fate(exchange) == (Verdict.NOT_SENT, reason)
    assert service.heads == []


@pytest.mark.parametrize("token", ["é", "a\nX-Evil: 1", ""])
async def test_a_bearer_that_no_header_can_carry_is_no_bearer(token: str) -> None:
    service = Service(json_answer({"access_token": token, "expires_in": 3600}))
    with Port(service) as port:
        exchange = await _send(port.project(), OAUTH_CLIENT)
    assert _fate(exchange) == (Verdict.NOT_SENT, "HTTP 200")
    assert len(service.heads) == 1


# -- connections that are kept


class Keeping(Service):
    """Hears as many requests of a connection as `answers` has, then does `then`."""

    def __init__(
        self, then: Callable[[asyncio.StreamWriter], object], *answers: bytes
    ) -> None:
        super().__init__(*answers)
        self.connections = 0
        self._then = then

    async def __call__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.connections += 1
        with contextlib.suppress(asyncio.IncompleteReadError, OSError):
            await self.hear(reader)
            writer.write(self.answers.pop(0))
            await writer.drain()
            if self.connections == 1:
                await self.after(reader, writer)

    async def after(
        self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._then(writer)


class Racing(Keeping):
    """Closes a kept connection just when the next request has come over it."""

    async def after(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await self.hear(reader)
        self._then(writer)


@pytest.mark.parametrize("end", [asyncio.StreamWriter.close, reset])
async def test_a_kept_connection_that_was_closed_meanwhile_is_not_used(
    account: ServiceAccount, end: Callable[[asyncio.StreamWriter], object]
) -> None:
    service = Keeping(end, *[json_answer(SUCCESS)] * 2)
    with Port(service) as port:
        async with PushClient(port.project(), account) as client:
            request = request_for(port.project(), *TOKENS)
            assert _fate(await client.send(request))[0] is Verdict.ACCEPTED
            await asyncio.sleep(0.1)
            assert _fate(await client.send(request))[0] is Verdict.ACCEPTED
    assert service.connections == len(service.heads) == 2


@pytest.mark.parametrize("end", [asyncio.StreamWriter.close, reset])
async def test_a_kept_connection_that_closes_as_it_is_used_leaves_the_tokens_unknown(
    account: ServiceAccount, end: Callable[[asyncio.StreamWriter], object]
) -> None:
    service = Racing(end, *[json_answer(SUCCESS)] * 2)
    with Port(service) as port:
        async with PushClient(port.project(), account) as client:
            request = request_for(port.project(), *TOKENS)
            assert _fate(await client.send(request))[0] is Verdict.ACCEPTED
            second = await client.send(request)
    assert _fate(second)[0] is Verdict.UNKNOWN
    assert retry_class(second) == "never"
    assert len(service.heads) == 2


@pytest.mark.parametrize("taken", [0, 1000], ids=["before the body", "in mid-body"])
async def test_a_connection_reset_before_the_body_was_read_leaves_the_tokens_unknown(
    account: ServiceAccount, taken: int
) -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(taken)
        reset(writer)

    with Port(cut) as port:
        request = request_for(port.project(), *TOKENS)
        large = replace(request, body=b" " * 8_000_000)
        exchange = await _send(port.project(), account, large)
    assert _fate(exchange)[0] is Verdict.UNKNOWN


async def test_a_gateway_that_answers_before_it_has_read_all_is_heard(
    account: ServiceAccount,
) -> None:
    async def refuse(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(http_answer(HTML, "413 Too Large", "Connection: close"))
        await writer.drain()
        while await reader.read(65536):
            pass

    with Port(refuse) as port:
        request = request_for(port.project(), *TOKENS)
        large = replace(request, body=b" " * 8_000_000)
        exchange = await _send(port.project(), account, large)
    assert _fate(exchange) == (Verdict.REJECTED, "HTTP 413")


# -- answers without end


class Dripping(Service):
    """Answers for ever, a byte at a time."""

    async def __call__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await self.hear(reader)
        with contextlib.suppress(OSError):
            while not writer.is_closing():
                writer.write(b"HTTP/1.1 200 OK\r\n\r\n" if not self.answers else b" ")
                self.answers.append(b"")
                await writer.drain()
                await asyncio.sleep(0.01)


async def test_an_answer_that_drips_for_ever_is_given_up_as_unknown(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "LONGEST", 0.3)
    with Port(Dripping()) as port:
        exchange = await _send(port.project(), account)
    assert _fate(exchange) == (Verdict.UNKNOWN, "TimeoutError")


async def test_an_oauth_service_that_drips_for_ever_is_unreachable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(oauth_module, "LONGEST", 0.3)
    with Port(Dripping()) as port:
        exchange = await _send(port.project(), OAUTH_CLIENT)
    assert _fate(exchange) == (Verdict.NOT_SENT, "unreachable")


# -- a bearer that had ended


async def test_a_repeat_whose_answer_is_lost_leaves_the_tokens_unknown() -> None:
    service = Service(ACCESS, EXPIRED, ACCESS)
    with Port(service) as port:
        exchange = await _send(port.project(), OAUTH_CLIENT)
    assert len(service.heads) == 4
    assert _fate(exchange)[0] is Verdict.UNKNOWN
    assert retry_class(exchange) == "never"


async def test_a_refused_send_whose_renewal_is_lost_stays_refused() -> None:
    service = Service(ACCESS, EXPIRED)
    with Port(service) as port:
        exchange = await _send(port.project(), OAUTH_CLIENT)
    assert len(service.heads) == 3
    assert _fate(exchange) == (Verdict.REJECTED, "unreachable")


@pytest.mark.parametrize("answer", [EXPIRED, http_answer(HTML, "401 Unauthorized")])
async def test_a_send_refused_twice_is_refused_and_left_alone(
    account: ServiceAccount, answer: bytes
) -> None:
    service = Service(answer, answer, json_answer(SUCCESS))
    with Port(service) as port:
        exchange = await _send(port.project(), account)
    assert _fate(exchange)[0] is Verdict.REJECTED
    assert retry_class(exchange) == "never"
    assert len(service.heads) == 2


# -- a stop, wherever it meets a request


class HalfSilent(Service):
    """Gives its answers, and of the last one only half, and then nothing more."""

    async def __call__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        while True:
            await self.hear(reader)
            if len(self.answers) == 1:
                writer.write(self.answers[0][:-10])
                await asyncio.Event().wait()
            writer.write(self.answers.pop(0))
            await writer.drain()


@contextlib.asynccontextmanager
async def _full_port() -> AsyncIterator[Project]:
    """A port that takes no connection any more: its queue is full."""
    with create_server(("127.0.0.1", 0), backlog=0) as listener:
        number = listener.getsockname()[1]
        fillers = [
            asyncio.ensure_future(asyncio.open_connection("127.0.0.1", number))
            for _ in range(4)
        ]
        await asyncio.sleep(0.2)
        try:
            yield project_at(number)
        finally:
            for each in fillers:
                each.cancel()
            done = await asyncio.gather(*fillers, return_exceptions=True)
            for opened in done:
                if isinstance(opened, tuple):
                    opened[1].close()


async def _stopped(project: Project, credential: Credential, after: float) -> Exchange:
    book = Book()
    campaign = Campaign([request_for(project, *TOKENS)], len(TOKENS), book)
    async with PushClient(project, credential) as client:
        run = asyncio.ensure_future(campaign.run(client.send))
        await asyncio.sleep(after)
        campaign.stop()
        progress = await run
    (exchange,) = book.fates.values()
    assert progress.settled == len(TOKENS)
    return exchange


async def test_a_stop_while_it_connects_sent_nothing(account: ServiceAccount) -> None:
    async with _full_port() as project:
        exchange = await _stopped(project, account, 0.2)
    assert _fate(exchange) == (Verdict.NOT_SENT, "stopped-before")


# httpcore leaves a socket to the collector whose handshake is cancelled.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_stop_while_tls_begins_sent_nothing(account: ServiceAccount) -> None:
    with Port(Silent()) as port:
        exchange = await _stopped(port.project("https"), account, 0.4)
    assert _fate(exchange) == (Verdict.NOT_SENT, "stopped-before")


STOPS = [
    # what the port does, the fate
    ("the bearer is awaited", Silent(), Verdict.NOT_SENT),
    ("the answer is awaited", HalfSilent(ACCESS, b""), Verdict.UNKNOWN),
    (
        "the answer comes",
        HalfSilent(ACCESS, json_answer(SUCCESS)),
        Verdict.UNKNOWN,
    ),
    (
        "a new bearer is awaited",
        HalfSilent(ACCESS, EXPIRED, b""),
        Verdict.NOT_SENT,
    ),
    (
        "the repeat's answer is awaited",
        HalfSilent(ACCESS, EXPIRED, ACCESS, b""),
        Verdict.UNKNOWN,
    ),
    ("it is to be repeated", Service(ACCESS, BUSY), Verdict.REJECTED),
]


@pytest.mark.parametrize(
    ("service", "verdict"),
    [row[1:] for row in STOPS],
    ids=[row[0] for row in STOPS],
)
async def test_a_stop_leaves_what_is_known_at_that_moment(
    service: Service, verdict: Verdict
) -> None:
    with Port(service) as port:
        exchange = await _stopped(port.project(), OAUTH_CLIENT, 0.4)
    assert _fate(exchange)[0] is verdict
