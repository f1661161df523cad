import asyncio
import gzip
import json

import httpx
import pytest

from hmpush_gui.pushkit import client as client_module
from hmpush_gui.pushkit.client import PushClient, masked
from hmpush_gui.pushkit.credential import Credential, ServiceAccount
from hmpush_gui.pushkit.fates import stopped
from hmpush_gui.pushkit.hindrances import PROXY, TLS
from hmpush_gui.pushkit.lanes import ROOM
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Exchange, Request, Timing, Verdict

from .fakes import (
    CLIENT_SECRET,
    OAUTH_CLIENT,
    OAUTH_EXPIRED,
    PROJECT,
    SUCCESS,
    request_for,
)
from .fault_service import Fault, FaultService
from .ports import Handler, Port, closed_port, project_at
from .services import (
    ACCESS,
    ACCESS_2,
    HTML,
    Dozing,
    Service,
    Silent,
    answers_anything,
    hangs_up,
    http_answer,
    json_answer,
    never_reads,
)

TOKENS = ("token-a", "token-b")

pytestmark = pytest.mark.usefixtures("no_proxy")


def _patience(monkeypatch: pytest.MonkeyPatch, **seconds: float) -> None:
    timeout = httpx.Timeout(5.0, **seconds)
    monkeypatch.setattr(client_module, "timeout_of", lambda _wires: timeout)


async def _send(
    project: Project, credential: Credential, request: Request | None = None
) -> Exchange:
    async with PushClient(project, credential) as client:
        return await client.send(request or request_for(project, *TOKENS))


def _verdicts(exchange: Exchange) -> set[Verdict]:
    assert [outcome.token for outcome in exchange.outcomes] == list(TOKENS)
    return {outcome.verdict for outcome in exchange.outcomes}


def _reasons(exchange: Exchange) -> set[str]:
    return {outcome.reason for outcome in exchange.outcomes}


# -- a send that arrives


async def test_what_was_encoded_arrives_and_its_answer_comes_back(
    account: ServiceAccount,
) -> None:
    service = Service(json_answer(SUCCESS))
    with Port(service) as port:
        request = request_for(port.project(), *TOKENS, kind_key="v3-alert")
        exchange = await _send(port.project(), account, request)
    assert service.bodies == [request.body]
    head = service.heads[0].lower()
    assert head.startswith("post /v3/388421841222/messages:send http/1.1\r\n")
    assert "\r\ncontent-type: application/json;charset=utf-8\r\n" in head
    assert "\r\npush-type: 0\r\n" in head
    assert service.bearer(0).count(".") == 2
    assert _verdicts(exchange) == {Verdict.ACCEPTED}
    assert exchange.request == request
    assert (exchange.code, exchange.message) == ("80000000", "Success")
    assert exchange.request_id == "1"
    assert exchange.failure is None
    assert exchange.answer
    assert (exchange.answer.status, exchange.answer.phrase) == (200, "OK")
    assert ("x-request", "7") in {
        (name.lower(), value) for name, value in exchange.answer.headers
    }
    assert json.loads(exchange.answer.body) == SUCCESS


async def test_the_headers_that_went_out_are_shown_without_the_bearer() -> None:
    service = Service(ACCESS, json_answer(SUCCESS))
    with Port(service) as port:
        exchange = await _send(port.project(), OAUTH_CLIENT)
    assert service.bearer(1) == "DUMMY/1+=="
    shown = {name.lower(): value for name, value in exchange.sent_headers}
    assert shown["authorization"] == "Bearer ••••••••"
    assert shown["content-type"] == "application/json;charset=UTF-8"
    assert shown["content-length"] == str(len(service.bodies[1]))
    sent = {
        line.partition(":")[0].lower() for line in service.heads[1].split("\r\n")[1:]
    }
    assert set(shown) == sent - {""}
    assert "DUMMY/1" not in repr(exchange.sent_headers) + repr(exchange)


@pytest.mark.parametrize("name", ["Authorization", "authorization", "AUTHORIZATION"])
def test_an_authorisation_is_masked_however_it_is_written(name: str) -> None:
    headers = [("Host", "a"), (name, "Bearer secret"), ("push-type", "0")]
    assert masked(headers) == (
        ("Host", "a"),
        (name, "Bearer ••••••••"),
        ("push-type", "0"),
    )


def test_who_asks_a_proxy_is_masked_as_well() -> None:
    headers = [("Host", "a"), ("Proxy-Authorization", "Basic c2VjcmV0")]
    assert masked(headers) == (("Host", "a"), ("Proxy-Authorization", "••••••••"))


def _is_in_order(timing: Timing) -> bool:
    steps = (
        timing.authorised,
        timing.connected,
        timing.sent,
        timing.first_byte,
        timing.done,
    )
    reached = [step for step in steps if step is not None]
    return reached == sorted(reached) and all(step > 0 for step in reached)


async def test_the_steps_are_timed_in_order(account: ServiceAccount) -> None:
    service = Service(json_answer(SUCCESS), json_answer(SUCCESS))
    with Port(service) as port:
        async with PushClient(port.project(), account) as client:
            first = await client.send(request_for(port.project(), *TOKENS))
            second = await client.send(request_for(port.project(), *TOKENS))
    for timing in (first.timing, second.timing):
        assert _is_in_order(timing)
        assert None not in (
            timing.authorised,
            timing.sent,
            timing.first_byte,
            timing.done,
        )
        assert timing.secured is None
    assert first.timing.connected is not None
    # The connection was kept.
    assert second.timing.connected is None


async def test_the_bearer_is_kept_between_sends() -> None:
    service = Service(ACCESS, json_answer(SUCCESS), json_answer(SUCCESS))
    with Port(service) as port:
        async with PushClient(port.project(), OAUTH_CLIENT) as client:
            for _ in range(2):
                exchange = await client.send(request_for(port.project(), *TOKENS))
                assert _verdicts(exchange) == {Verdict.ACCEPTED}
    assert len(service.heads) == 3


async def test_an_ended_bearer_is_renewed_and_the_send_repeated_once() -> None:
    expired = json_answer(OAUTH_EXPIRED, "401 Unauthorized")
    service = Service(ACCESS, expired, ACCESS_2, json_answer(SUCCESS))
    with Port(service) as port:
        exchange = await _send(port.project(), OAUTH_CLIENT)
    assert _verdicts(exchange) == {Verdict.ACCEPTED}
    assert [service.bearer(1), service.bearer(3)] == ["DUMMY/1+==", "DUMMY/2+=="]
    assert service.bodies[1] == service.bodies[3]
    assert _is_in_order(exchange.timing)


# -- answers that are not a success


@pytest.mark.parametrize(
    ("answer", "verdict", "reason", "words"),
    [
        (
            http_answer(HTML),
            Verdict.UNKNOWN,
            "HTTP 200",
            "(HTTP 200) did not come from",
        ),
        (
            http_answer(HTML, "502 Bad Gateway"),
            Verdict.UNKNOWN,
            "HTTP 502",
            "(HTTP 502) did not come from",
        ),
        (
            http_answer(HTML, "404 Not Found"),
            Verdict.REJECTED,
            "HTTP 404",
            "(HTTP 404) did not come from",
        ),
        (
            http_answer(b"", "302 Found", "Location: http://127.0.0.1:9/login"),
            Verdict.UNKNOWN,
            "HTTP 302",
            "(HTTP 302) did not come from",
        ),
        (
            http_answer(b"", "503 Service Unavailable"),
            Verdict.REJECTED,
            "HTTP 503",
            "Push Kit is busy",
        ),
        (
            http_answer(HTML, "413 Request Entity Too Large"),
            Verdict.REJECTED,
            "HTTP 413",
            "found the request too large",
        ),
        (
            http_answer(b'{"code":"800000'),
            Verdict.UNKNOWN,
            "HTTP 200",
            "did not come from",
        ),
    ],
    ids=["HTML", "502", "404", "redirect", "503", "413", "half JSON"],
)
async def test_an_answer_of_somebody_else_is_told(
    account: ServiceAccount, answer: bytes, verdict: Verdict, reason: str, words: str
) -> None:
    with Port(Service(answer)) as port:
        exchange = await _send(port.project(), account)
    assert _verdicts(exchange) == {verdict}
    assert _reasons(exchange) == {reason}
    assert exchange.code == ""
    assert words in str(exchange.failure)
    assert exchange.answer
    assert exchange.timing.done is not None


async def test_a_refusal_of_push_kit_is_an_answer_not_a_failure(
    account: ServiceAccount,
) -> None:
    content = {
        "code": "80100000",
        "msg": '{"illegalTokens":{"noRight":["token-b"]}}',
        "requestId": "5",
    }
    with Port(Service(json_answer(content, "400 Bad Request"))) as port:
        exchange = await _send(port.project(), account)
    fates = [(each.verdict, each.reason) for each in exchange.outcomes]
    assert fates == [(Verdict.ACCEPTED, ""), (Verdict.REJECTED, "noRight")]
    assert exchange.failure is None


async def test_a_compressed_answer_is_read(account: ServiceAccount) -> None:
    body = gzip.compress(json.dumps(SUCCESS).encode())
    answer = http_answer(body, "200 OK", "Content-Encoding: gzip")
    with Port(Service(answer)) as port:
        exchange = await _send(port.project(), account)
    assert _verdicts(exchange) == {Verdict.ACCEPTED}


# -- certainly not sent


async def test_a_refused_connection_sent_nothing(account: ServiceAccount) -> None:
    exchange = await _send(project_at(closed_port()), account)
    assert _verdicts(exchange) == {Verdict.NOT_SENT}
    assert _reasons(exchange) == {"ConnectError"}
    assert "Nothing was sent. 127.0.0.1 takes no connection" in str(exchange.failure)
    assert exchange.answer is None
    assert exchange.timing == Timing(
        authorised=exchange.timing.authorised, began=exchange.timing.began
    )
    assert exchange.sent_headers == ()


async def test_a_connection_that_is_not_made_in_time_sent_nothing(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    _patience(monkeypatch, connect=0.1)
    # It takes the connection and never begins TLS.
    with Port(never_reads) as port:
        exchange = await _send(port.project("https"), account)
    assert _verdicts(exchange) == {Verdict.NOT_SENT}
    assert _reasons(exchange) == {"ConnectTimeout"}
    assert "127.0.0.1 did not answer in time" in str(exchange.failure)


async def test_a_port_without_tls_is_sent_nothing(account: ServiceAccount) -> None:
    with Port(answers_anything) as port:
        exchange = await _send(port.project("https"), account)
    assert _verdicts(exchange) == {Verdict.NOT_SENT}
    assert _reasons(exchange) == {TLS}


async def test_a_proxy_that_refuses_the_tunnel_passed_nothing_on(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = Service(http_answer(b"", "403 Forbidden"))
    with Port(service) as port:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port.number}")
        exchange = await _send(PROJECT, account)
    assert service.heads[0].startswith("CONNECT push-api.cloud.huawei.com:443 ")
    assert "Bearer" not in service.heads[0]
    assert _verdicts(exchange) == {Verdict.NOT_SENT}
    assert _reasons(exchange) == {PROXY}


@pytest.mark.parametrize(
    "host",
    ["", "push.test", "ftp://push.test", "http://", "http://a:b", "http://\x00", "::"],
)
async def test_an_address_that_is_none_sent_nothing(
    account: ServiceAccount, host: str
) -> None:
    project = Project("k", "n", project_id="1", client_id="1", push_host=host)
    exchange = await _send(project, account)
    assert _verdicts(exchange) == {Verdict.NOT_SENT}
    assert "Nothing was sent: no connection to" in str(exchange.failure)


@pytest.mark.parametrize(
    ("answer", "reason", "words"),
    [
        (
            json_answer({"error": 1101, "sub_error": 12304}, "400 Bad Request"),
            "1101/12304",
            "secret does not match",
        ),
        (http_answer(HTML), "HTTP 200", "answered HTTP 200 without one"),
        (http_answer(b"", "500 Oops"), "HTTP 500", "answered HTTP 500 without one"),
    ],
    ids=["wrong secret", "HTML", "500"],
)
async def test_a_refused_client_sent_nothing(
    answer: bytes, reason: str, words: str
) -> None:
    service = Service(answer)
    with Port(service) as port:
        exchange = await _send(port.project(), OAUTH_CLIENT)
    assert len(service.heads) == 1
    assert _verdicts(exchange) == {Verdict.NOT_SENT}
    assert _reasons(exchange) == {reason}
    assert words in str(exchange.failure)
    assert exchange.answer
    assert CLIENT_SECRET not in repr(exchange)


async def test_an_unreachable_oauth_host_sent_nothing() -> None:
    exchange = await _send(project_at(closed_port()), OAUTH_CLIENT)
    assert _verdicts(exchange) == {Verdict.NOT_SENT}
    assert "no access token" in str(exchange.failure)
    assert exchange.answer is None


async def test_a_key_that_cannot_sign_sent_nothing() -> None:
    account = ServiceAccount("1", "key", "sub", "no key")
    exchange = await _send(project_at(closed_port()), account)
    assert _verdicts(exchange) == {Verdict.NOT_SENT}
    assert _reasons(exchange) == {"credential"}
    assert "private key" in str(exchange.failure)


async def test_a_refused_send_whose_renewal_fails_stays_refused() -> None:
    expired = json_answer(OAUTH_EXPIRED, "401 Unauthorized")
    wrong = json_answer({"error": 1101, "sub_error": 12304}, "400 Bad Request")
    service = Service(ACCESS, expired, wrong)
    with Port(service) as port:
        exchange = await _send(port.project(), OAUTH_CLIENT)
    assert _verdicts(exchange) == {Verdict.REJECTED}
    assert _reasons(exchange) == {"1101/12304"}
    assert "secret does not match" in str(exchange.failure)


# -- nobody knows


async def test_silence_after_the_request_leaves_the_tokens_unknown(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    _patience(monkeypatch, read=0.1)
    service = Silent()
    with Port(service) as port:
        exchange = await _send(port.project(), account)
    assert service.bodies == [exchange.request.body]
    assert _verdicts(exchange) == {Verdict.UNKNOWN}
    assert _reasons(exchange) == {"ReadTimeout"}
    assert "It may have been sent" in str(exchange.failure)
    shown = {name.lower(): value for name, value in exchange.sent_headers}
    assert shown["authorization"] == "Bearer ••••••••"
    assert shown["content-length"] == str(len(exchange.request.body))
    assert exchange.timing.sent is not None
    assert exchange.timing.first_byte is None
    assert exchange.timing.done is None


async def test_a_body_that_does_not_get_through_leaves_the_tokens_unknown(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    _patience(monkeypatch, write=0.1)
    with Port(never_reads) as port:
        request = request_for(port.project(), *TOKENS)
        body = b" " * 32_000_000
        large = Request("POST", request.url, request.headers, body, TOKENS)
        exchange = await _send(port.project(), account, large)
    assert _verdicts(exchange) == {Verdict.UNKNOWN}
    assert _reasons(exchange) == {"WriteTimeout"}
    assert exchange.timing.connected is not None
    assert exchange.timing.sent is None


@pytest.mark.parametrize(
    "handler",
    [
        Service(),
        Service(http_answer(b"{}" * 50)[:-10]),
        Service(b"HTTP/1.1 200 OK\r\nContent-"),
        Service(b"SSH-2.0-OpenSSH\r\n\r\n"),
        hangs_up,
    ],
    ids=["cut", "half answer", "half head", "no HTTP", "hung up"],
)
async def test_a_lost_answer_leaves_the_tokens_unknown(
    account: ServiceAccount, handler: Handler
) -> None:
    async def once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if isinstance(handler, Service) and handler.answers:
            await handler.hear(reader)
            writer.write(handler.answers[0])
        else:
            await handler(reader, writer)

    with Port(once) as port:
        exchange = await _send(port.project(), account)
    assert _verdicts(exchange) == {Verdict.UNKNOWN}
    assert "It may have been sent" in str(exchange.failure)
    assert exchange.answer is None
    assert exchange.code == ""


async def test_a_stopped_send_passes_the_stop_through(account: ServiceAccount) -> None:
    service = Silent()
    with Port(service) as port:
        async with PushClient(port.project(), account) as client:
            send = asyncio.create_task(
                client.send(request_for(port.project(), *TOKENS))
            )
            await asyncio.to_thread(service.heard.wait, 5)
            send.cancel()
            with pytest.raises(asyncio.CancelledError):
                await send


def test_what_was_stopped_is_unknown() -> None:
    exchange = stopped(request_for(PROJECT, *TOKENS))
    assert _verdicts(exchange) == {Verdict.UNKNOWN}
    assert _reasons(exchange) == {"stopped"}
    assert "It may have been sent" in str(exchange.failure)
    assert exchange.answer is None
    assert exchange.sent_headers == ()


# -- what it never does


async def test_a_lost_answer_is_never_asked_for_again(
    account: ServiceAccount,
) -> None:
    service = Service()
    with Port(service) as port:
        await _send(port.project(), account)
    assert len(service.heads) == 1


async def test_a_redirect_does_not_carry_the_bearer_away(
    account: ServiceAccount,
) -> None:
    elsewhere = Service(json_answer(SUCCESS))
    with Port(elsewhere) as other:
        location = f"Location: http://127.0.0.1:{other.number}/"
        service = Service(http_answer(b"", "307 Temporary Redirect", location))
        with Port(service) as port:
            await _send(port.project(), account)
    assert elsewhere.heads == []


# -- many at a time, and whether a byte has left


async def test_fifty_sends_at_once_share_one_bearer_and_go_at_once() -> None:
    service = FaultService(lambda: Fault.NONE)
    with Port(service) as port:
        project = port.project()
        async with PushClient(project, OAUTH_CLIENT) as client:
            fates = await asyncio.gather(
                *(
                    client.send(request_for(project, f"t{number}"))
                    for number in range(50)
                )
            )
            lanes = len(client._lanes.clients)
    assert {each.outcomes[0].verdict for each in fates} == {Verdict.ACCEPTED}
    assert service.bearers == 1
    assert service.sends == 50
    assert lanes * ROOM >= 50


def test_no_lane_has_more_than_eight_requests() -> None:
    assert ROOM <= 8


async def test_a_request_that_waits_for_its_bearer_has_not_left() -> None:
    told: list[bool] = []
    with Port(Silent()) as port:
        async with PushClient(port.project(), OAUTH_CLIENT) as client:
            send = asyncio.create_task(
                client.send(request_for(port.project(), "a"), told.append)
            )
            await asyncio.sleep(0.1)
            send.cancel()
            with pytest.raises(asyncio.CancelledError):
                await send
    assert told == [False]


async def test_a_request_that_waits_for_its_answer_has_left(
    account: ServiceAccount,
) -> None:
    told: list[bool] = []
    service = Silent()
    with Port(service) as port:
        async with PushClient(port.project(), account) as client:
            send = asyncio.create_task(
                client.send(request_for(port.project(), "a"), told.append)
            )
            await asyncio.to_thread(service.heard.wait, 5)
            send.cancel()
            with pytest.raises(asyncio.CancelledError):
                await send
    assert told == [False, True]


async def test_an_unreachable_oauth_host_is_told_apart_from_a_bad_credential() -> None:
    exchange = await _send(project_at(closed_port()), OAUTH_CLIENT)
    assert _reasons(exchange) == {"unreachable"}


# -- after a sleep


async def test_after_a_sleep_a_dead_connection_leaves_what_is_sent_unknown(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    _patience(monkeypatch, read=0.3)
    service = Dozing(json_answer(SUCCESS))
    with Port(service) as port:
        project = port.project()
        async with PushClient(project, account) as client:
            await client.send(request_for(project, *TOKENS))
            service.sleep()
            fate = await client.send(request_for(project, *TOKENS))
    assert _verdicts(fate) == {Verdict.UNKNOWN}
    assert service.connections == 1


async def test_renewed_connections_are_used_from_then_on(
    account: ServiceAccount,
) -> None:
    service = Dozing(json_answer(SUCCESS))
    with Port(service) as port:
        project = port.project()
        async with PushClient(project, account) as client:
            for wanted in range(1, 4):
                for _ in range(2):
                    fate = await client.send(request_for(project, *TOKENS))
                    assert _verdicts(fate) == {Verdict.ACCEPTED}
                assert service.connections == wanted
                service.sleep()
                await client.renew_connections()
            # Of the clients before those in use one generation is left.
            assert len(client._lanes.clients) == 2


async def test_a_request_under_way_keeps_its_connection(
    account: ServiceAccount,
) -> None:
    service = FaultService(lambda: Fault.NONE)
    with Port(service) as port:
        project = port.project()
        async with PushClient(project, OAUTH_CLIENT) as client:
            sends = [
                asyncio.ensure_future(client.send(request_for(project, f"t{number}")))
                for number in range(8)
            ]
            for _ in range(5):
                await client.renew_connections()
                await asyncio.sleep(0.005)
            fates = await asyncio.gather(*sends)
            assert {each.outcomes[0].verdict for each in fates} == {Verdict.ACCEPTED}
            assert service.bearers == 1
