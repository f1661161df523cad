"""The sandbox's loopback port, in threads of its own."""

import contextlib
import os
import socket
import sys
from http.server import ThreadingHTTPServer
from socketserver import TCPServer
from threading import Condition, Event, Thread
from types import TracebackType
from typing import Any, Self

from .conversation import Conversation, Host
from .poster import Poster
from .service import Sandbox

HOST = "127.0.0.1"
_POLL_SECONDS = 0.05
_GOODBYE_SECONDS = 0.5


class SandboxServer:
    """Serves `sandbox` over HTTP on this machine only.

    `port` 0 lets the system choose one. Starting and stopping may alternate; what was
    chosen stays the same as long as nobody else takes it.
    """

    def __init__(self, sandbox: Sandbox, port: int = 0) -> None:
        self._sandbox = sandbox
        self._port = port
        self._last = port
        self._listener: _Listener | None = None
        self._thread: Thread | None = None
        self._poster: Poster | None = None

    @property
    def url(self) -> str:
        """The base URL; empty while nobody listens."""
        return self._listener.url if self._listener else ""

    def start(self) -> str:
        """Listen; the result is the base URL. Raises OSError if the port is taken."""
        if self._listener is None:
            self._listener = self._listen()
            self._thread = Thread(
                target=self._listener.serve_forever,
                args=(_POLL_SECONDS,),
                name="sandbox",
                daemon=True,
            )
            self._thread.start()
            self._poster = Poster(self._sandbox)
        return self.url

    def _listen(self) -> "_Listener":
        try:
            listener = _Listener(self._sandbox, self._last)
        except OSError:
            if self._last == self._port:
                raise
            listener = _Listener(self._sandbox, self._port)
        self._last = listener.server_port
        return listener

    def stop(self) -> None:
        """Hang up on everybody and close the port, within a second."""
        if self._listener is None or self._thread is None:
            return
        if self._poster is not None:
            self._poster.stop()
            self._poster = None
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


class _Listener(ThreadingHTTPServer, Host):
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
        super().__init__((HOST, port), Conversation)

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
