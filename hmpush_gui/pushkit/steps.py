"""When each step of a request was reached, and whether it has left."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .protocol import Timing

_STEPS = {
    "connection.connect_tcp.complete": "connected",
    "connection.start_tls.complete": "secured",
    "http11.send_request_headers.started": "leaving",
    "http11.send_request_body.complete": "sent",
    "http11.receive_response_headers.complete": "first_byte",
}


class Steps:
    """Notes when each step of a request was reached, in seconds from its start."""

    def __init__(
        self, tell_left: Callable[[bool], object] = lambda _left: None
    ) -> None:
        self._start = time.perf_counter()
        self._reached: dict[str, float] = {}
        self._tell_left = tell_left
        tell_left(False)

    async def note(self, event: str, _details: Any) -> None:
        self._reached.setdefault("authorised", time.perf_counter() - self._start)
        if step := _STEPS.get(event):
            self._reached[step] = time.perf_counter() - self._start
            if step == "leaving":
                self._tell_left(True)

    @property
    def left(self) -> bool:
        """Whether any byte of the request may be out."""
        return "leaving" in self._reached

    def timing(self, *, done: bool) -> Timing:
        reached = {name: at for name, at in self._reached.items() if name != "leaving"}
        now = time.perf_counter() - self._start
        return replace(Timing(**reached), done=now if done else None)
