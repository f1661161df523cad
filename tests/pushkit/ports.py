"""Ports of this machine that behave as told."""

import asyncio
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Coroutine
from types import TracebackType

from hmpush_gui.pushkit.project import Project

from .fakes import OAUTH_CLIENT

Handler = Callable[
    [asyncio.StreamReader, asyncio.StreamWriter], Coroutine[None, None, None]
]


class Port:
    """A port of 127.0.0.1 that does `handle` to each connection, in its own thread.

    `number` 0 takes any that is free; afterwards it is the one that was taken. With
    `tls` it is a port of HTTPS.
    """

    def __init__(
        self, handle: Handler, number: int = 0, tls: ssl.SSLContext | None = None
    ) -> None:
        self._tls = tls
        self.number = number
        self._handle = handle
        self._handling: set[asyncio.Future[None]] = set()
        self._serving: set[asyncio.Task[None] | None] = set()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))

    def __enter__(self) -> "Port":
        self._thread.start()
        assert self._ready.wait(5)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(5)
        assert not self._thread.is_alive()

    def project(self, scheme: str = "http") -> Project:
        return project_at(self.number, scheme)

    async def _run(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(
            self._serve, "127.0.0.1", self.number, ssl=self._tls
        )
        self.number = int(server.sockets[0].getsockname()[1])
        self._ready.set()
        await self._over.wait()
        server.close()
        # A connection that was only just taken gets its task first.
        for _ in range(50):
            await asyncio.sleep(0)
        for task in self._handling:
            task.cancel()
        # Not cancelled: asyncio's streams log the end of a cancelled one as an error.
        await asyncio.gather(*(task for task in self._serving if task))
        await server.wait_closed()

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._serving.add(asyncio.current_task())
        handling = asyncio.ensure_future(self._handle(reader, writer))
        self._handling.add(handling)
        await asyncio.wait({handling})
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


def project_at(port: int, scheme: str = "http") -> Project:
    host = f"{scheme}://127.0.0.1:{port}"
    return Project(
        "shop",
        "Shop",
        project_id="388421841222",
        client_id=OAUTH_CLIENT.client_id,
        push_host=host,
        oauth_host=host,
    )


def closed_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
