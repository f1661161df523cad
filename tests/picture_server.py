"""A web server on this machine that answers as badly as the web does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 32
"""The beginning of a picture: enough for whoever does not decode it."""


class PictureServer:
    """Knows one path for each kind of answer, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.pictures: dict[str, bytes] = {}
        self.base = ""
        self._connections: set[asyncio.Task[None]] = set()

    async def serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            request = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.asked.append(request)
            await self._answer(request.split()[1], writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            # Clients give up: that is what some tests are about.
            pass
        finally:
            self._connections.discard(task)
            writer.close()

    async def _answer(self, path: str, writer: asyncio.StreamWriter) -> None:
        name, _, rest = path.partition("?")[0].strip("/").partition("/")
        if name in self.pictures:
            writer.write(_reply("200 OK", self.pictures[name]))
        elif name == "slow":
            await asyncio.sleep(60)
        elif name == "drip":
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n" + PNG)
            while True:
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(0.02)
        elif name == "large":
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            for _ in range(700):
                writer.write(b"x" * 10_000)
                await writer.drain()
        elif name == "cut":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + PNG)
        elif name == "hop":
            left = int(rest)
            place = f"/hop/{left - 1}" if left else "/ok"
            writer.write(_reply(f"302 Found\r\nLocation: {place}", b""))
        elif name == "to":
            writer.write(_reply(f"301 Moved\r\nLocation: {rest}", b""))
        else:
            writer.write(ANSWERS.get(name, ANSWERS["missing"]))
        await writer.drain()

    async def close(self) -> None:
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)


def _reply(head: str, body: bytes) -> bytes:
    return f"HTTP/1.1 {head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


ANSWERS = {
    "ok": _reply("200 OK\r\nContent-Type: image/png", PNG),
    "html": _reply("200 OK\r\nContent-Type: image/png", b" <!DOCTYPE html><p>Hi"),
    "missing": _reply("404 Not Found", b"nothing here"),
    "empty": _reply("200 OK", b""),
    "claim": b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n" + PNG,
    "packed": _reply("200 OK\r\nContent-Encoding: gzip", b"\x1f\x8b"),
    "nonsense": b"220 smtp.example.com ready\r\n",
}


@asynccontextmanager
async def picture_server() -> AsyncIterator[PictureServer]:
    """A server on a free loopback port; `base` is its address."""
    served = PictureServer()
    server = await asyncio.start_server(served.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    served.base = f"http://127.0.0.1:{port}"
    try:
        yield served
    finally:
        server.close()
        await served.close()
        await server.wait_closed()
