"""No website can steer the sandbox through its user's browser."""

import http.client
import json
from urllib.parse import urlsplit

import pytest

from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.service import Sandbox
from hmpush_gui.sandbox.wire import HttpRequest

from .conftest import Asker

JSON = {"Content-Type": "application/json"}


def _status(sandbox: Sandbox, method: str = "POST", **headers: str) -> int:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    path = "/sandbox/reset" if method == "POST" else "/sandbox/state"
    return sandbox.answer(HttpRequest(method, path, sent, b"")).status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8080", 200),
        ("LOCALHOST:8080", 200),
        ("127.0.0.1:8080", 200),
        ("[::1]:8080", 200),
        ("", 403),
        ("example.com", 403),
        ("localhost.example.com", 403),
        ("127.0.0.1.example.com:8080", 403),
        ("127.0.0.2", 403),
        ("localhost:", 403),
        ("localhost:80:80", 403),
        ("user@localhost", 403),
    ],
)
def test_only_a_name_of_this_machine_is_answered(
    sandbox: Sandbox, host: str, status: int
) -> None:
    json_ = JSON["Content-Type"]

    assert _status(sandbox, Host=host, Content_Type=json_) == status
    assert _status(sandbox, "GET", Host=host) == status


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Origin", "https://example.com"),
        ("Origin", "null"),
        ("Origin", "http://localhost:8080"),
        ("origin", "https://example.com"),
        ("Referer", "https://example.com/page"),
        ("Sec_Fetch_Site", "cross-site"),
    ],
)
def test_a_web_pages_request_is_refused(
    sandbox: Sandbox, name: str, value: str
) -> None:
    headers = {"Host": "localhost", name: value}

    assert _status(sandbox, Content_Type="application/json", **headers) == 403
    assert _status(sandbox, "GET", **headers) == 403


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "application/x-www-form-urlencoded"]
)
def test_a_type_that_pages_may_post_unasked_is_refused(
    sandbox: Sandbox, kind: str
) -> None:
    assert _status(sandbox, Host="localhost", Content_Type=kind) == 415


def test_a_refusal_changes_nothing_and_says_why(asker: Asker) -> None:
    answer = asker.steer("scenario", {"scenario": "html"}, Origin="https://x")

    assert answer["status"] == 403
    assert "web page" in answer["problem"]
    assert asker.sandbox.scenario == "normal"


@pytest.mark.parametrize("name", ["state", "nowhere"])
def test_an_answer_ends_its_line(asker: Asker, name: str) -> None:
    request = HttpRequest("GET", f"/sandbox/{name}", {"Host": "localhost"}, b"")
    assert asker.sandbox.answer(request).body.endswith(b"}\n")


def test_it_is_so_over_a_socket_too(server: SandboxServer) -> None:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=5)
    statuses = []
    for headers in ({}, {"Host": "evil.example"}, {"Origin": "http://evil.example"}):
        connection.request("GET", "/sandbox/state", headers=headers)
        reply = connection.getresponse()
        json.loads(reply.read())
        statuses.append(reply.status)
    connection.close()

    assert statuses == [200, 403, 403]
