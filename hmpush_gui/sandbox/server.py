"""The sandbox's loopback port, in threads of its own."""

import contextlib
import os
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Condition, Event, Thread
from types import TracebackType
from typing import Any, Self

from .service import Sandbox
from .wire import HttpReply, HttpRequest

HOST = "127.0.0.1"
LARGEST_BODY = 2 * 1024 * 1024
"""Bytes; a thousand tokens make about 0.2 MB."""

_DRAINED = 8 * LARGEST_BODY
_POLL_SECONDS = 0.05
_GOODBYE_SECONDS = 0.5


class SandboxServer:
    """Serves `sandbox` over HTTP on this machine only.

    `port` 0 lets the system choose one. Starting and stopping may alternate.
    """

    def __init__(self, sandbox: Sandbox, port: int = 0) -> None:
        self._sandbox = sandbox
        self._port = port
        self._listener: _Listener | None = None
        self._thread: Thread | None = None

    @property
    def url(self) -> str:
        """The base URL; empty while nobody listens."""
        return self._listener.url if self._listener else ""

    def start(self) -> str:
        """Listen; the result is the base URL. Raises OSError if the port is taken."""
        if self._listener is None:
            self._listener = _Listener(self._sandbox, self._port)
            self._thread = Thread(
                target=self._listener.serve_forever,
                args=(_POLL_SECONDS,),
                name="sandbox",
                daemon=True,
            )
            self._thread.start()
        return self.url

    def stop(self) -> None:
        """Hang up on everybody and close the port, within a second."""
        if self._listener is None or self._thread is None:
            return
        self._listener.stopping.set()
        self._listener.shutdown()
        self._thread.join()
        self._listener.hang_up()
        self._listener.server_close()
        self._listener = self._thread = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class _Listener(ThreadingHTTPServer):
    """Accepts connections, and knows which are open so that it can end them."""

    daemon_threads = True
    request_queue_size = 256
    # Elsewhere the option would let two servers share one port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, sandbox: Sandbox, port: int) -> None:
        self.sandbox = sandbox
        self.stopping = Event()
        self._open: set[Any] = set()
        self._change = Condition()
        super().__init__((HOST, port), _Conversation)

    def server_bind(self) -> None:
        """Overrides HTTPServer's, which asks the name server who 127.0.0.1 is."""
        TCPServer.server_bind(self)
        self.server_name = HOST
        self.server_port = self.socket.getsockname()[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._change:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        with self._change:
            self._open.discard(request)
            self._change.notify_all()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_port}"

    def hang_up(self) -> None:
        """End every connection and give its thread a moment to leave."""
        with self._change:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            self._change.wait_for(lambda: not self._open, _GOODBYE_SECONDS)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no error; anything else is a bug and is told."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Conversation(BaseHTTPRequestHandler):
    """One connection: reads requests and writes what the sandbox replies."""

    server: _Listener
    protocol_version = "HTTP/1.1"
    server_version = "hmpush-gui-sandbox"
    sys_version = ""
    timeout = 120
    disable_nagle_algorithm = True
    # Head and body of a reply leave in one packet.
    wbufsize = -1

    def _serve(self) -> None:
        body = self._read_body()
        if body is None:
            return
        headers = dict(self.headers.items())
        request = HttpRequest(self.command, self.path, headers, body)
        reply = self.server.sandbox.answer(request)
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
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def handle_expect_100(self) -> bool:
        """Overrides the base's, which does not know that our writing is buffered."""
        result = super().handle_expect_100()
        self.wfile.flush()
        return result

    def log_message(self, format: str, *args: Any) -> None:
        """Overrides the base's, which writes to stderr."""
