"""When each step of a request was reached, and whether it has left."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .protocol import Timing

REFUSED = "bearer.refused"
"""The event by which a bearer's flow tells that the answer certainly refused all."""

_LEAVING = "http11.send_request_headers.started"
_STEPS = {
    "connection.connect_tcp.complete": "connected",
    "socks.connect_tcp.complete": "connected",
    "connection.start_tls.complete": "secured",
    "socks.start_tls.complete": "secured",
    "proxy.start_tls.complete": "secured",
    _LEAVING: "leaving",
    "http11.send_request_body.complete": "sent",
    "http11.receive_response_headers.complete": "first_byte",
}


class Steps:
    """Notes when each step of a request was reached, in seconds from its start."""

    def __init__(self, tell_left: Callable[[bool], object]) -> None:
        self._start = time.perf_counter()
        self._began = time.time()
        self._reached: dict[str, float] = {}
        self._tell_left = tell_left
        self._tunnelling = False
        self.refused = False
        """Whether an answer said that all of it was refused, so that it is repeated."""
        self.headers: list[tuple[str, str]] = []
        """The headers that left last, the authorisation among them."""
        tell_left(False)

    async def note(self, event: str, details: Any) -> None:
        """Hear an event of httpcore's trace, or REFUSED."""
        now = time.perf_counter() - self._start
        self._reached.setdefault("authorised", now)
        if event == REFUSED:
            self._begin_again()
        if event == _LEAVING:
            # A proxy is asked for a tunnel first, which carries nothing of the request.
            request = details["request"]
            self._tunnelling = request.method == b"CONNECT"
            if not self._tunnelling:
                self.headers = [
                    (name.decode("latin-1"), value.decode("latin-1"))
                    for name, value in request.headers
                ]
        if self._tunnelling and event.startswith("http11."):
            return
        if step := _STEPS.get(event):
            self._reached[step] = now
            if step == "leaving":
                self._tell_left(True)

    @property
    def left(self) -> bool:
        """Whether any byte of the request may be out, and not refused."""
        return "leaving" in self._reached

    @property
    def is_first(self) -> bool:
        """Whether the request is the first one over its TLS connection."""
        return "secured" in self._reached

    def timing(self, *, done: bool) -> Timing:
        reached = {name: at for name, at in self._reached.items() if name != "leaving"}
        now = time.perf_counter() - self._start
        timing = Timing(**reached, began=self._began)
        return replace(timing, done=now if done else None)

    def _begin_again(self) -> None:
        self.refused = True
        for step in ("leaving", "sent", "first_byte"):
            self._reached.pop(step, None)
        self._tell_left(False)
