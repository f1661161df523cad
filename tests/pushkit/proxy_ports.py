"""Proxies for a `Port`: they carry every connection to one port of this machine."""

import asyncio
import base64
import contextlib
from dataclasses import dataclass, field

from .services import HTML, http_answer

USER, PASSWORD = "alice", "proxy-Pass:w0rd"


@dataclass
class HttpProxy:
    """A proxy of HTTP that tunnels to `target`, if `login` is empty or was given."""

    target: int
    login: str = ""
    asked: list[str] = field(default_factory=list)

    async def __call__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.asked.append(head)
            wanted = base64.b64encode(self.login.encode()).decode()
            if self.login and f"Basic {wanted}" not in head:
                ask = 'Proxy-Authenticate: Basic realm="corp"'
                status = "407 Proxy Authentication Required"
                writer.write(http_answer(HTML, status, ask))
                await writer.drain()
                return
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            await carry(reader, writer, self.target)


@dataclass
class SocksProxy:
    """A SOCKS5 proxy that carries to `target`; `reply` 0 is success (RFC 1928)."""

    target: int
    user: str = ""
    password: str = ""
    reply: int = 0
    asked: list[str] = field(default_factory=list)

    async def __call__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError):
            if not await self._greet(reader, writer):
                return
            _, _, _, kind = await reader.readexactly(4)
            length = (await reader.readexactly(1))[0] if kind == 3 else 4
            host = await reader.readexactly(length)
            port = int.from_bytes(await reader.readexactly(2), "big")
            self.asked.append(f"{host.decode() if kind == 3 else host.hex()}:{port}")
            writer.write(bytes([5, self.reply, 0, 1, 0, 0, 0, 0, 0, 0]))
            if self.reply == 0:
                await carry(reader, writer, self.target)

    async def _greet(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        _, count = await reader.readexactly(2)
        methods = await reader.readexactly(count)
        method = 2 if self.user else 0
        if method not in methods:
            writer.write(b"\x05\xff")
            return False
        writer.write(bytes([5, method]))
        if not self.user:
            return True
        _, length = await reader.readexactly(2)
        user = await reader.readexactly(length)
        password = await reader.readexactly((await reader.readexactly(1))[0])
        good = (user.decode(), password.decode()) == (self.user, self.password)
        writer.write(b"\x01\x00" if good else b"\x01\x01")
        return good


async def carry(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int
) -> None:
    """Pass bytes on in both directions until one side ends."""
    far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
    ways = {
        asyncio.ensure_future(_pass(reader, far_writer)),
        asyncio.ensure_future(_pass(far_reader, writer)),
    }
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        far_writer.close()
        with contextlib.suppress(OSError):
            await far_writer.wait_closed()


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while part := await reader.read(65536):
            writer.write(part)
            await writer.drain()
