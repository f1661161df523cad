"""What breaks on a real socket breaks there, and the books stay true."""

import http.client
import json
import socket
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.books import Count
from hmpush_gui.sandbox.chance import Chance
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.server import SandboxServer

from .conftest import Asker, put

Json = dict[str, Any]
BROKEN = (http.client.HTTPException, OSError)


class Sender:
    """A plain client that repeats only what was certainly refused for now."""

    def __init__(self, server: SandboxServer, asker: Asker) -> None:
        self._netloc = urlsplit(server.url).netloc
        self._path = f"/v3/{asker.owner(Api.V3)}/messages:send"
        self._headers = {
            "Authorization": f"Bearer {asker.jwt}",
            "Content-Type": "application/json",
            "push-type": "0",
        }

    def post(self, document: Json) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection(self._netloc, timeout=10)
        try:
            connection.request("POST", self._path, json.dumps(document), self._headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def post_safely(self, document: Json) -> str:
        """Accepted, or unknown; certain refusals for now are repeated."""
        while True:
            try:
                status, _ = self.post(document)
            except BROKEN:
                return "unknown"
            if status in (200, 502):
                return "accepted" if status == 200 else "unknown"


@pytest.fixture
def sender(server: SandboxServer, asker: Asker) -> Sender:
    return Sender(server, asker)


def test_half_an_answer_breaks_off(sender: Sender, asker: Asker, alert: Json) -> None:
    asker.sandbox.scenario = Scenario.HALF

    with pytest.raises(http.client.IncompleteRead) as caught:
        sender.post(alert)

    assert caught.value.partial.startswith(b'{"code":"80000000"')
    assert len(asker.delivered) == 1


def test_an_answer_drips_in_whole(sender: Sender, asker: Asker, alert: Json) -> None:
    asker.sandbox.scenario, asker.sandbox.delay = Scenario.DRIP, 0.3
    started = time.monotonic()

    status, body = sender.post(alert)

    assert (status, json.loads(body)["code"]) == (200, "80000000")
    assert 0.25 <= time.monotonic() - started < 5


def test_stopping_does_not_wait_for_an_answer_that_drips(
    server: SandboxServer, sender: Sender, asker: Asker, alert: Json
) -> None:
    asker.sandbox.scenario, asker.sandbox.delay = Scenario.DRIP, 60
    with ThreadPoolExecutor() as pool:
        sent = pool.submit(sender.post, alert)
        while not asker.delivered:
            time.sleep(0.01)
        started = time.monotonic()
        server.stop()
        assert time.monotonic() - started < 1.0
        assert isinstance(sent.exception(5), BROKEN)


def test_a_connection_cut_early_is_cut_before_the_body_is_read(
    server: SandboxServer, sender: Sender, asker: Asker, alert: Json
) -> None:
    asker.sandbox.scenario = Scenario.CUT_EARLY
    parts = urlsplit(server.url)
    with socket.create_connection((str(parts.hostname), parts.port or 0), 5) as peer:
        head = f"POST {sender._path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"
        peer.sendall(head.encode())
        assert peer.recv(1) == b""

    with pytest.raises(BROKEN):
        sender.post(put(alert, "payload.notification.title", "x" * 3000))
    assert asker.delivered == []
    assert asker.sandbox.sends == 2
    assert asker.sandbox.books.totals == Count()


@pytest.mark.parametrize(
    ("scenario", "status"),
    [
        (Scenario.UNAVAILABLE, 503),
        (Scenario.RETRY_AFTER, 503),
        (Scenario.INNER_ERROR, 500),
        (Scenario.TOO_LARGE, 413),
        (Scenario.HTML, 502),
    ],
)
def test_refusals_arrive(
    sender: Sender, asker: Asker, alert: Json, scenario: Scenario, status: int
) -> None:
    asker.sandbox.scenario = scenario

    assert sender.post(alert)[0] == status
    assert asker.delivered == []


def test_ten_thousand_tokens_under_faults_are_neither_lost_nor_doubled(
    sender: Sender, asker: Asker, alert: Json
) -> None:
    asker.sandbox.scenario = Scenario.RANDOM
    asker.sandbox.chance = Chance(
        dict.fromkeys(
            [
                Scenario.UNAVAILABLE,
                Scenario.INNER_ERROR,
                Scenario.EXPIRED_ONCE,
                Scenario.HTML,
                Scenario.CUT_EARLY,
                Scenario.CUT,
                Scenario.HALF,
            ],
            0.1,
        ),
        seed=5,
    )
    batches = [
        [f"t{number}" for number in range(start, start + 100)]
        for start in range(0, 10_000, 100)
    ]

    with ThreadPoolExecutor(8) as pool:
        documents = (put(alert, "target.token", batch) for batch in batches)
        outcomes = list(pool.map(sender.post_safely, documents))

    books = asker.sandbox.books
    at_risk = Counter(books.count(f"t{number}").at_risk for number in range(10_000))
    accepted = {
        t
        for batch, out in zip(batches, outcomes, strict=True)
        if out == "accepted"
        for t in batch
    }
    arrived = [each.token for each in asker.sandbox.deliveries]
    assert set(at_risk) <= {0, 1}
    assert books.repeats == ()
    assert len(arrived) == len(set(arrived)) == books.totals.accepted
    assert accepted <= set(arrived)
    assert set(outcomes) == {"accepted", "unknown"}
    assert [each.token for each in asker.sandbox.receipts] == arrived
