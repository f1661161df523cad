"""Services that answer as told, byte by byte, for tests of single requests."""

import asyncio
import contextlib
import json
import socket
import struct
import threading


class Service:
    """Answers each request with the next of `answers`, and remembers the requests."""

    def __init__(self, *answers: bytes) -> None:
        self.answers = list(answers)
        self.heads: list[str] = []
        self.bodies: list[bytes] = []
        self.heard = threading.Event()

    async def __call__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError):
            while True:
                await self.hear(reader)
                if not self.answers:
                    return
                writer.write(self.answers.pop(0))
                await writer.drain()
                if writer.is_closing():
                    return

    async def hear(self, reader: asyncio.StreamReader) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = head.lower().partition("content-length: ")[2].partition("\r\n")[0]
        body = await reader.readexactly(int(length or 0))
        self.heads.append(head)
        self.bodies.append(body)
        self.heard.set()

    def bearer(self, index: int) -> str:
        return self.heads[index].partition("Bearer ")[2].partition("\r\n")[0]


class Silent(Service):
    """Hears a request and never answers."""

    async def __call__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await self.hear(reader)
        await asyncio.Event().wait()


class Dozing(Service):
    """Answers; but after a `sleep` the connections there were take all and are dead."""

    def __init__(self, answer: bytes) -> None:
        super().__init__()
        self._answer = answer
        self._sleeps = 0
        self.connections = 0

    def sleep(self) -> None:
        self._sleeps += 1

    async def __call__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.connections += 1
        opened = self._sleeps
        with contextlib.suppress(asyncio.IncompleteReadError):
            while True:
                await self.hear(reader)
                if opened != self._sleeps:
                    await asyncio.Event().wait()
                writer.write(self._answer)
                await writer.drain()


async def never_reads(
    _reader: asyncio.StreamReader, _writer: asyncio.StreamWriter
) -> None:
    await asyncio.Event().wait()


async def hangs_up(
    _reader: asyncio.StreamReader, _writer: asyncio.StreamWriter
) -> None:
    """Close the connection at once."""


async def resets(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Cut the connection with a reset, as a firewall does."""
    at_once = struct.pack("ii", 1, 0)
    ours = writer.get_extra_info("socket")
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
    writer.transport.abort()


async def answers_anything(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    await reader.read(1)
    writer.write(http_answer(HTML, "400 Bad Request"))
    await writer.drain()


def http_answer(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def json_answer(content: object, status: str = "200 OK") -> bytes:
    return http_answer(json.dumps(content).encode(), status, "X-Request: 7")


ACCESS = json_answer({"access_token": "DUMMY/1+==", "expires_in": 3600})
ACCESS_2 = json_answer({"access_token": "DUMMY/2+==", "expires_in": 3600})
HTML = b"<html><body>Sign in to the guest network</body></html>"
