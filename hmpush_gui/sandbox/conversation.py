"""One connection to the sandbox's port."""

from http.server import BaseHTTPRequestHandler
from socketserver import BaseServer
from threading import Event
from typing import Any

from .scenario import Scenario
from .service import Sandbox
from .wire import HttpReply, HttpRequest

LARGEST_BODY = 2 * 1024 * 1024
"""Bytes; a thousand tokens make about 0.2 MB."""

_DRAINED = 8 * LARGEST_BODY


class Host(BaseServer):
    """What a conversation needs of its server; `stopping` ends waiting."""

    sandbox: Sandbox
    stopping: Event


class Conversation(BaseHTTPRequestHandler):
    """One connection: reads requests and writes what the sandbox replies."""

    server: Host
    protocol_version = "HTTP/1.1"
    server_version = "hmpush-gui-sandbox"
    sys_version = ""
    timeout = 120
    disable_nagle_algorithm = True
    # Head and body of a reply leave in one packet.
    wbufsize = -1

    def _serve(self) -> None:
        scenario = self.server.sandbox.draw(self.command, self.path)
        # This one hangs up on a request whose body is still to be read.
        body = b"" if scenario is Scenario.CUT_EARLY else self._read_body()
        if body is None:
            return
        headers = dict(self.headers.items())
        request = HttpRequest(self.command, self.path, headers, body)
        reply = self.server.sandbox.answer(request, scenario)
        gone = reply.delay > 0 and self.server.stopping.wait(reply.delay)
        if gone or reply.cut:
            self.close_connection = True
        else:
            self._write(reply)

    do_GET = do_HEAD = do_POST = _serve  # noqa: N815 (http.server calls them)
    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _serve  # noqa: N815

    def _read_body(self) -> bytes | None:
        """The body; None if it was refused here, or the client went away."""
        length, refusal = self._body_length()
        if refusal is not None:
            self._drain(length)
            self.send_error(refusal)
            return None
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return None
        return body

    def _body_length(self) -> tuple[int, int | None]:
        """Bytes to read, and the status if they are not welcome."""
        text = self.headers.get("Content-Length", "0").strip()
        if "Transfer-Encoding" in self.headers:
            return 0, 411
        if not (text.isascii() and text.isdecimal()):
            return 0, 400
        # Python refuses to read numbers of thousands of digits.
        length = int(text[:18])
        return length, 413 if length > LARGEST_BODY else None

    def _drain(self, length: int) -> None:
        """Read a body away: a client that is cut off while it writes sees no answer."""
        left = min(length, _DRAINED)
        while left > 0 and (chunk := self.rfile.read(min(left, 65536))):
            left -= len(chunk)

    def _write(self, reply: HttpReply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        if reply.half:
            self.close_connection = True
            self.wfile.write(reply.body[: len(reply.body) // 2])
        elif reply.drip:
            self._drip(reply.body, reply.drip)
        else:
            self.wfile.write(reply.body)

    def _drip(self, body: bytes, seconds: float) -> None:
        """Write byte by byte, so slowly that it takes `seconds`."""
        for place in range(len(body)):
            self.wfile.write(body[place : place + 1])
            self.wfile.flush()
            if self.server.stopping.wait(seconds / len(body)):
                self.close_connection = True
                return

    def handle_expect_100(self) -> bool:
        """Overrides the base's, which does not know that our writing is buffered."""
        result = super().handle_expect_100()
        self.wfile.flush()
        return result

    def log_message(self, format: str, *args: Any) -> None:
        """Overrides the base's, which writes to stderr."""
