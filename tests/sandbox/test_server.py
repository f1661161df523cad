"""Real sockets: keep-alive, odd requests, hanging up, and stopping in time."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.conversation import LARGEST_BODY
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.service import Sandbox

from .conftest import Asker, put

Json = dict[str, Any]


@pytest.fixture
def connection(server: SandboxServer) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=5)
    yield connection
    connection.close()


def _post(connection: http.client.HTTPConnection, asker: Asker, document: Json) -> Json:
    headers = {
        "Authorization": f"Bearer {asker.jwt}",
        "Content-Type": "application/json",
        "push-type": "0",
    }
    path = f"/v3/{asker.owner(Api.V3)}/messages:send"
    connection.request("POST", path, json.dumps(document), headers)
    content: Json = json.loads(connection.getresponse().read())
    return content


def _dial(server: SandboxServer) -> socket.socket:
    parts = urlsplit(server.url)
    return socket.create_connection((str(parts.hostname), parts.port or 0), timeout=5)


def _speak(server: SandboxServer, text: bytes) -> bytes:
    """Everything the server says to `text` until it hangs up."""
    with _dial(server) as peer:
        peer.sendall(text)
        return b"".join(iter(lambda: peer.recv(65536), b""))


def _leave(before: set[threading.Thread]) -> bool:
    """Whether all threads that were not there before end within two seconds."""
    deadline = time.monotonic() + 2
    while set(threading.enumerate()) - before and time.monotonic() < deadline:
        time.sleep(0.01)
    return set(threading.enumerate()) <= before


def test_it_listens_on_the_loopback_address_only(server: SandboxServer) -> None:
    assert urlsplit(server.url).hostname == "127.0.0.1"
    with pytest.raises(OSError, match=r"refused|timed out|assign"):
        socket.create_connection(("127.0.0.2", urlsplit(server.url).port or 0), 1)


def test_a_push_arrives_over_a_socket(
    connection: http.client.HTTPConnection, asker: Asker, alert: Json
) -> None:
    answer = _post(connection, asker, alert)

    assert answer["code"] == "80000000"
    assert [each.token for each in asker.delivered] == ["SANDBOX-live-000001"]


def test_one_connection_carries_many_requests(
    connection: http.client.HTTPConnection, asker: Asker, alert: Json
) -> None:
    _post(connection, asker, alert)
    first = connection.sock
    _post(connection, asker, alert)

    assert first is not None
    assert connection.sock is first
    assert len(asker.delivered) == 2


def test_httpx_can_ask_for_a_token_and_use_it(
    server: SandboxServer, asker: Asker, legacy: Json
) -> None:
    client_id = asker.account.client.client_id
    form = {
        "grant_type": "client_credentials",
        "client_id": client_id,
        "client_secret": asker.account.client.client_secret,
    }
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        token = client.post("/oauth2/v3/token", data=form).json()["access_token"]
        reply = client.post(
            f"/v1/{client_id}/messages:send",
            json=legacy,
            headers={"Authorization": f"Bearer {token}"},
        )

    assert (reply.status_code, reply.json()["code"]) == (200, "80000000")
    assert reply.headers["Server"] == "hmpush-gui-sandbox"


def test_a_thousand_tokens_of_real_length_arrive(
    connection: http.client.HTTPConnection, asker: Asker, alert: Json
) -> None:
    tokens = [f"{number:0130d}" for number in range(1000)]

    answer = _post(connection, asker, put(alert, "target.token", tokens))

    assert answer["code"] == "80000000"
    assert [each.token for each in asker.delivered] == tokens


def test_many_clients_are_served_at_once(
    server: SandboxServer, asker: Asker, alert: Json
) -> None:
    def send(token: str) -> None:
        client = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=10)
        for _ in range(5):
            _post(client, asker, put(alert, "target.token", [token]))
        client.close()

    threads = [threading.Thread(target=send, args=(f"t{each}",)) for each in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    tokens = [each.token for each in asker.sandbox.deliveries]
    assert len(tokens) == 160
    assert all(tokens.count(f"t{each}") == 5 for each in range(32))


def test_slow_answers_do_not_queue_behind_each_other(
    server: SandboxServer, asker: Asker, alert: Json
) -> None:
    asker.sandbox.scenario, asker.sandbox.delay = Scenario.SLOW, 0.3
    started = time.monotonic()

    def send() -> None:
        client = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=10)
        _post(client, asker, alert)
        client.close()

    threads = [threading.Thread(target=send) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 0.3 <= time.monotonic() - started < 2.0


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "GET"])
def test_a_wrong_method_is_answered_and_the_connection_lives(
    connection: http.client.HTTPConnection, method: str
) -> None:
    for _ in range(2):
        connection.request(method, "/v3/1/messages:send")
        reply = connection.getresponse()
        reply.read()

        assert reply.status == 405
        assert reply.getheader("Allow") == "POST"
    assert connection.sock is not None


def test_an_answer_to_head_has_no_body(server: SandboxServer) -> None:
    said = _speak(server, b"HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")

    assert said.startswith(b"HTTP/1.1 405 ")
    assert said.endswith(b"\r\n\r\n")


def test_a_body_that_is_too_large_is_refused_and_not_read_as_a_push(
    connection: http.client.HTTPConnection, sandbox: Sandbox
) -> None:
    # More than the buffers of a socket hold: the client must be let to write it all.
    for size in (LARGEST_BODY + 1, 6 * LARGEST_BODY):
        connection.request("POST", "/v3/1/messages:send", b"x" * size)
        assert connection.getresponse().status == 413
        connection.close()
    assert sandbox.sends == 0


def test_a_body_of_the_largest_size_is_read(
    connection: http.client.HTTPConnection, sandbox: Sandbox
) -> None:
    connection.request("POST", "/v3/1/messages:send", b"x" * LARGEST_BODY)

    assert connection.getresponse().status == 401
    assert len(sandbox.received[-1].request.body) == LARGEST_BODY


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (b"Content-Length: ten", b"400"),
        (b"Content-Length: -1", b"400"),
        (b"Content-Length: \xb2", b"400"),
        (b"Transfer-Encoding: chunked", b"411"),
    ],
)
def test_a_length_that_cannot_be_read_is_refused_and_the_line_closed(
    server: SandboxServer, headers: bytes, status: bytes
) -> None:
    request = (
        b"POST /v3/1/messages:send HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n\r\n"
    )

    assert _speak(server, request).split()[1] == status


def test_a_monstrous_length_is_refused(server: SandboxServer, sandbox: Sandbox) -> None:
    with _dial(server) as peer:
        peer.sendall(b"POST / HTTP/1.1\r\nContent-Length: " + b"9" * 5000)
        peer.sendall(b"\r\n\r\nbytes")
        peer.shutdown(socket.SHUT_WR)

        assert peer.recv(65536).split()[1] == b"413"
    assert sandbox.received == ()


def test_what_is_no_http_is_answered_with_400(server: SandboxServer) -> None:
    assert b"400" in _speak(server, b"\x16\x03\x01\x02\r\n\r\n")


def test_a_client_that_waits_for_permission_to_send_gets_it(
    server: SandboxServer,
) -> None:
    with _dial(server) as peer:
        peer.sendall(
            b"POST /v3/1/messages:send HTTP/1.1\r\nHost: x\r\n"
            b"Expect: 100-continue\r\nContent-Length: 2\r\n\r\n"
        )
        assert peer.recv(65536).startswith(b"HTTP/1.1 100 ")
        peer.sendall(b"{}")
        assert peer.recv(65536).startswith(b"HTTP/1.1 401 ")


def test_a_cut_connection_gives_no_answer_but_the_push_is_delivered(
    connection: http.client.HTTPConnection, asker: Asker, alert: Json
) -> None:
    asker.sandbox.scenario = Scenario.CUT

    with pytest.raises(http.client.RemoteDisconnected):
        _post(connection, asker, alert)

    assert len(asker.delivered) == 1


def test_an_empty_503_reaches_the_client_and_the_connection_lives(
    connection: http.client.HTTPConnection, asker: Asker, alert: Json
) -> None:
    asker.sandbox.scenario = Scenario.UNAVAILABLE
    connection.request("POST", "/v3/1/messages:send", b"{}")
    reply = connection.getresponse()
    assert (reply.status, reply.read()) == (503, b"")

    asker.sandbox.scenario = Scenario.NORMAL
    assert _post(connection, asker, alert)["code"] == "80000000"


def test_a_slow_answer_takes_its_time(
    connection: http.client.HTTPConnection, asker: Asker, alert: Json
) -> None:
    asker.sandbox.scenario, asker.sandbox.delay = Scenario.SLOW, 0.2
    started = time.monotonic()

    assert _post(connection, asker, alert)["code"] == "80000000"
    assert time.monotonic() - started >= 0.2


def test_clients_that_go_away_leave_no_trace(
    server: SandboxServer,
    asker: Asker,
    alert: Json,
    capfd: pytest.CaptureFixture[str],
) -> None:
    asker.sandbox.scenario, asker.sandbox.delay = Scenario.SLOW, 0.1
    for text in (
        b"",
        b"POST /v3",
        b"POST /v3/1/messages:send HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf",
        b"POST /v3/1/messages:send HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
    ):
        for linger in (False, True):
            peer = _dial(server)
            peer.sendall(text)
            if linger:
                # Closing with a linger of zero resets the connection.
                reset = b"\x01\x00\x00\x00\x00\x00\x00\x00"
                peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
            peer.close()
    time.sleep(0.4)
    server.stop()

    assert capfd.readouterr() == ("", "")
    assert {each.request.body for each in asker.sandbox.received} == {b"{}"}


def test_requests_are_not_logged(
    connection: http.client.HTTPConnection, capfd: pytest.CaptureFixture[str]
) -> None:
    connection.request("GET", "/nowhere")
    connection.getresponse().read()
    _ = connection.sock

    assert capfd.readouterr() == ("", "")


def test_a_bug_is_not_hidden(
    connection: http.client.HTTPConnection,
    asker: Asker,
    alert: Json,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError("a listener’s bug")

    asker.sandbox.on_delivery(fail)

    with pytest.raises(http.client.RemoteDisconnected):
        _post(connection, asker, alert)
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_stopping_does_not_wait_for_a_slow_answer(
    server: SandboxServer, asker: Asker, alert: Json
) -> None:
    asker.sandbox.scenario, asker.sandbox.delay = Scenario.SLOW, 60
    arrived, failures = threading.Event(), list[BaseException]()
    asker.sandbox.on_delivery(lambda _: arrived.set())
    client = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=10)

    def send() -> None:
        try:
            _post(client, asker, alert)
        except (http.client.HTTPException, OSError) as error:
            failures.append(error)

    before = set(threading.enumerate())
    sender = threading.Thread(target=send)
    sender.start()
    assert arrived.wait(5)
    started = time.monotonic()
    server.stop()
    took = time.monotonic() - started
    sender.join(5)
    client.close()

    assert took < 1.0
    assert len(failures) == 1
    assert _leave(before)


def test_stopping_hangs_up_on_idle_clients_and_closes_the_port(
    server: SandboxServer,
) -> None:
    parts = urlsplit(server.url)
    client = http.client.HTTPConnection(parts.netloc, timeout=5)
    client.request("GET", "/")
    client.getresponse().read()
    assert client.sock is not None

    server.stop()

    assert client.sock.recv(1) == b""
    client.close()
    assert server.url == ""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", parts.port or 0), 1)


def test_no_thread_is_left_behind(sandbox: Sandbox) -> None:
    before = set(threading.enumerate())
    with SandboxServer(sandbox) as server, _dial(server) as peer:
        peer.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert peer.recv(10)

    assert _leave(before)


def test_it_can_be_started_again_and_starting_twice_changes_nothing(
    sandbox: Sandbox,
) -> None:
    server = SandboxServer(sandbox)
    assert server.url == ""
    first = server.start()
    assert server.start() == first == server.url
    server.stop()
    server.stop()

    second = server.start()
    assert httpx.get(second, trust_env=False).status_code == 200
    server.stop()


def test_a_port_can_be_chosen_and_a_taken_one_is_an_error(
    server: SandboxServer, sandbox: Sandbox
) -> None:
    port = urlsplit(server.url).port or 0

    with pytest.raises(OSError, match="in use"):
        SandboxServer(sandbox, port).start()
    server.stop()
    with SandboxServer(sandbox, port) as again:
        assert again.url == f"http://127.0.0.1:{port}"
