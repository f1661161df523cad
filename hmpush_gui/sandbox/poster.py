"""Posts receipts to a backend, from a thread of its own (facts I.1)."""

import contextlib
import http.client
import json
import socket
import time
import uuid
from collections.abc import Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from urllib.parse import urlsplit

from hmpush_gui.pushkit.message import Json

from .callback import HEADER, Callback, Post
from .receipts import Sheet
from .service import Sandbox

BATCH = 100
"""Receipts of one post."""

PAUSES = (0.5, 2.0)
"""Seconds before each further try."""

_WAITING = 1000
_BREATH = 0.05
"""Seconds for the answer to go out first, and for receipts to gather."""

_TIMEOUT = 5.0
_GOODBYE = 0.5
_CONNECTIONS = {
    "http": http.client.HTTPConnection,
    "https": http.client.HTTPSConnection,
}


class Poster:
    """Sends each receipt to its callback of the sandbox; nothing waits for it."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._waiting = Queue[tuple[Callback, tuple[Sheet, ...]]](_WAITING)
        self._stopping = Event()
        self._connection: http.client.HTTPConnection | None = None
        self._leave = sandbox.on_receipts(self._on_receipts)
        self._thread = Thread(target=self._run, name="sandbox-receipts", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Send nothing any more, and hang up."""
        self._leave()
        self._stopping.set()
        connection = self._connection
        if connection is not None and connection.sock is not None:
            with contextlib.suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(_GOODBYE)

    def _on_receipts(self, sheets: tuple[Sheet, ...]) -> None:
        """Facts A.5, B.4: a message may name one of several receipt configurations.

        What becomes of an unknown one is not documented. Our reading: the message goes
        out, its receipts are posted nowhere, and a failed post says so.
        """
        callbacks = self._sandbox.callbacks
        for receipt_id, group in _by_receipt_id(sheets).items():
            callback = callbacks.get(receipt_id)
            if callback is not None:
                with contextlib.suppress(Full):
                    self._waiting.put_nowait((callback, group))
            elif receipt_id:
                count = sum(len(sheet.tokens) for sheet in group)
                problem = f"no callback has the receipt id {receipt_id}"
                self._sandbox.posts.append(Post(time.time(), count, 0, problem))

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                callback, sheets = self._waiting.get(timeout=_BREATH)
            except Empty:
                continue
            if self._stopping.wait(_BREATH):
                return
            gathered = [*sheets, *self._gather(callback)]
            for statuses in batches(gathered):
                self._deliver(callback, statuses)

    def _gather(self, callback: Callback) -> Iterator[Sheet]:
        """What else waits for the same backend; order is kept."""
        while self._waiting.qsize() and self._waiting.queue[0][0] == callback:
            yield from self._waiting.get()[1]

    def _deliver(self, callback: Callback, statuses: list[Json]) -> None:
        for pause in (0.0, *PAUSES):
            if self._stopping.wait(pause):
                return
            status, problem = self._post(callback, statuses)
            post = Post(time.time(), len(statuses), status, problem)
            self._sandbox.posts.append(post)
            if not problem:
                return

    def _post(self, callback: Callback, statuses: list[Json]) -> tuple[int, str]:
        """Status of the answer, and what went wrong."""
        try:
            parts = urlsplit(callback.url)
            connect = _CONNECTIONS[parts.scheme]
            self._connection = connect(parts.netloc, timeout=_TIMEOUT)
            target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
            self._connection.request(
                "POST",
                target,
                json.dumps({"statuses": statuses}).encode(),
                _headers(callback),
            )
            answer = self._connection.getresponse()
            return answer.status, _complaint(answer.status, answer.read(65536))
        except KeyError:
            return 0, "the address has to begin with http:// or https://"
        except (OSError, http.client.HTTPException, ValueError) as error:
            return 0, f"{type(error).__name__}: {error}"
        finally:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def _by_receipt_id(sheets: tuple[Sheet, ...]) -> dict[str, tuple[Sheet, ...]]:
    groups: dict[str, tuple[Sheet, ...]] = {}
    for sheet in sheets:
        groups[sheet.receipt_id] = (*groups.get(sheet.receipt_id, ()), sheet)
    return groups


def batches(sheets: list[Sheet]) -> Iterator[list[Json]]:
    """All receipts as statuses, a hundred at most, versions 1 and 2 apart."""
    for first_version in (False, True):
        found = [
            receipt.to_json()
            for sheet in sheets
            if bool(sheet.app_id) is first_version
            for receipt in sheet
        ]
        for start in range(0, len(found), BATCH):
            yield found[start : start + BATCH]


def _headers(callback: Callback) -> dict[str, str]:
    headers = {"Content-Type": "application/json;charset=UTF-8"}
    signed = callback.header(int(time.time() * 1000), str(uuid.uuid4()))
    return headers | {HEADER: signed} if signed else headers


def _complaint(status: int, body: bytes) -> str:
    """What is wrong with a backend's answer: it should be code 0 (facts I.1)."""
    if not 200 <= status < 300:
        return f"HTTP {status}"
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or str(content.get("code")) != "0":
        return 'the answer should be {"code":"0","message":"success"}'
    return ""
