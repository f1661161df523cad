"""Receipts reach a backend over a socket, and hold nothing up."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox import poster
from hmpush_gui.sandbox.callback import HEADER, Callback
from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.tokens import TokenState

from .conftest import Asker, put

Json = dict[str, Any]
GOOD = b'{"code":"0","message":"success"}'


@dataclass
class Backend:
    """A backend that takes receipts; `answers` are given in turn, then good ones."""

    url: str = ""
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    posts: list[tuple[str, dict[str, str], Json]] = field(default_factory=list)

    def take(self, handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers["Content-Length"])
        content = json.loads(handler.rfile.read(length))
        status, body = self.answers.pop(0) if self.answers else (200, GOOD)
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
        self.posts.append((handler.path, dict(handler.headers.items()), content))

    @property
    def statuses(self) -> list[Json]:
        return [each for _, _, content in self.posts for each in content["statuses"]]


@pytest.fixture
def backend() -> Iterator[Backend]:
    backend = Backend()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            backend.take(self)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as listener:
        backend.url = f"http://127.0.0.1:{listener.server_port}/receipts?shop=1"
        thread = threading.Thread(target=listener.serve_forever, args=(0.02,))
        thread.start()
        yield backend
        listener.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poster, "PAUSES", (0.01, 0.01))


def _until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


@pytest.mark.usefixtures("server")
def test_receipts_are_posted_signed_and_in_hundreds(
    asker: Asker, alert: Json, backend: Backend
) -> None:
    asker.sandbox.callback = Callback(backend.url, "shop", "a2V5")

    asker.send(put(alert, "target.token", [str(number) for number in range(250)]))
    _until(lambda: len(backend.statuses) == 250)

    assert [len(content["statuses"]) for _, _, content in backend.posts] == [
        *(100, 100, 50)
    ]
    assert [each["token"] for each in backend.statuses] == [
        str(number) for number in range(250)
    ]
    path, headers, _ = backend.posts[0]
    assert path == "/receipts?shop=1"
    assert headers["Content-Type"].startswith("application/json")
    stamp, nonce, value = headers[HEADER].split("; ")
    assert asker.sandbox.callback.header(
        int(stamp.removeprefix("timestamp=")), nonce.removeprefix("nonce=")
    ).endswith(value)
    _until(lambda: len(asker.sandbox.posts) == 3)
    assert {(each.status, each.problem) for each in asker.sandbox.posts} == {(200, "")}


@pytest.mark.usefixtures("server")
def test_a_message_chooses_where_its_receipts_go(
    asker: Asker, alert: Json, legacy: Json, backend: Backend
) -> None:
    asker.sandbox.callback = Callback(f"{backend.url}&id=none")
    asker.sandbox.set_callback("RCP1", Callback(f"{backend.url}&id=1"))
    asker.sandbox.set_callback("RCP2", Callback(f"{backend.url}&id=2"))
    asker.send(put(alert, "pushOptions.receiptId", "RCP1"))
    asker.send(put(legacy, "message.android.receipt_id", "RCP2"), Api.V1)
    asker.send(alert)
    _until(lambda: len(backend.posts) == 3)

    assert sorted(
        (path[-1], "appid" in content["statuses"][0])
        for path, _, content in backend.posts
    ) == [("1", False), ("2", True), ("e", False)]


@pytest.mark.usefixtures("server")
def test_receipts_of_a_message_that_waited_go_where_it_said(
    asker: Asker, alert: Json, backend: Backend
) -> None:
    asker.sandbox.set_callback("RCP1", Callback(backend.url))
    token = alert["target"]["token"][0]
    asker.sandbox.set_state(token, TokenState.OFFLINE)
    asker.send(put(alert, "pushOptions.receiptId", "RCP1"))
    asker.sandbox.set_state(token, TokenState.LIVE)
    _until(lambda: backend.posts)

    assert [each["token"] for each in backend.statuses] == [token]


@pytest.mark.usefixtures("server")
def test_an_unknown_receipt_id_is_accepted_and_told_as_a_failed_post(
    asker: Asker, alert: Json, backend: Backend
) -> None:
    asker.sandbox.callback = Callback(backend.url)

    assert asker.send(put(alert, "pushOptions.receiptId", "RCP9")).code == "80000000"

    (post,) = asker.sandbox.posts
    assert (post.status, post.statuses) == (0, 1)
    assert post.problem == "no callback has the receipt id RCP9"
    assert asker.results() == [0]
    asker.send(alert)
    _until(lambda: backend.posts)
    assert len(backend.statuses) == 1


@pytest.mark.usefixtures("server")
def test_receipts_of_many_requests_share_a_post_versions_apart(
    asker: Asker, alert: Json, legacy: Json, backend: Backend
) -> None:
    asker.sandbox.callback = Callback(backend.url)
    for number in range(10):
        asker.send(put(alert, "target.token", [f"v3-{number}"]))
        asker.send(put(legacy, "message.token", [f"v1-{number}"]), Api.V1)
    _until(lambda: len(backend.statuses) == 20)

    assert len(backend.posts) < 20
    for _, headers, content in backend.posts:
        assert len({"appid" in each for each in content["statuses"]}) == 1
        assert HEADER not in headers


@pytest.mark.usefixtures("server")
def test_a_post_that_fails_is_repeated_a_little(
    asker: Asker, alert: Json, backend: Backend
) -> None:
    backend.answers = [(500, b""), (200, b'{"code":"1"}'), (200, GOOD)]
    asker.sandbox.callback = Callback(backend.url)

    asker.send(alert)
    _until(lambda: len(asker.sandbox.posts) == 3)

    assert [each.problem for each in asker.sandbox.posts] == [
        "HTTP 500",
        'the answer should be {"code":"0","message":"success"}',
        "",
    ]
    backend.answers = [(500, b"")] * 4
    asker.send(alert)
    _until(lambda: len(asker.sandbox.posts) == 6)
    time.sleep(0.1)
    assert len(asker.sandbox.posts) == 6


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://127.0.0.1:1/", "ConnectionRefusedError"),
        ("ftp://x/", "the address has to begin with http:// or https://"),
        ("http://127.0.0.1:port/", "InvalidURL"),
        ("http://[x/", "ValueError"),
        ("nonsense", "the address has to begin with http:// or https://"),
    ],
)
def test_an_address_that_does_not_answer_is_told(
    asker: Asker, alert: Json, url: str, problem: str
) -> None:
    asker.sandbox.callback = Callback(url)

    assert asker.send(alert).code == "80000000"

    _until(lambda: len(asker.sandbox.posts) == 3)
    assert asker.sandbox.posts[0].problem.startswith(problem)


def test_without_a_callback_nothing_is_posted(
    server: SandboxServer, asker: Asker, alert: Json, backend: Backend
) -> None:
    asker.send(alert)
    time.sleep(0.2)

    assert server.url
    assert (backend.posts, list(asker.sandbox.posts)) == ([], [])


def test_stopping_the_server_stops_a_poster_that_waits_for_an_answer(
    server: SandboxServer, asker: Asker, alert: Json
) -> None:
    before = set(threading.enumerate())
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as silent:
        asker.sandbox.callback = Callback(f"http://127.0.0.1:{silent.server_port}/")
        asker.send(alert)
        time.sleep(0.3)
        started = time.monotonic()
        server.stop()
        assert time.monotonic() - started < 1.0

    names = {each.name for each in threading.enumerate()}
    assert "sandbox-receipts" not in names
    assert set(threading.enumerate()) <= before
