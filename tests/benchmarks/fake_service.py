"""A fake Push Kit for benchmarks: does no more than it must, in a process of its own.

    python -m tests.benchmarks.fake_service

Prints its port. A request waits as many milliseconds as the digits at the end of the
host in its path say: `/20/v1/…`. Every send is a success.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _reply(content: object) -> bytes:
    body = json.dumps(content).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"Content-Type: application/json\r\n\r\n" + body


_TOKEN = _reply({"access_token": "made/up+==", "expires_in": 3600})
_SUCCESS = _reply({"code": "80000000", "msg": "Success", "requestId": "17"})


class _Connection(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._head = b""
        self._missing = 0

    def data_received(self, data: bytes) -> None:
        if self._missing:
            self._missing -= len(data)
        else:
            self._head += data
            head, end, body = self._head.partition(b"\r\n\r\n")
            if not end:
                return
            self._head = head
            length = head.lower().partition(b"content-length:")[2]
            self._missing = int(length.partition(b"\r\n")[0] or 0) - len(body)
        if self._missing <= 0:
            self._answer()

    def _answer(self) -> None:
        path = self._head.split(b" ", 2)[1]
        self._head = b""
        reply = _TOKEN if b"/oauth2/" in path else _SUCCESS
        delay = int(path.split(b"/")[1]) / 1000
        if delay:
            loop = asyncio.get_running_loop()
            loop.call_later(delay, self._transport.write, reply)
        else:
            self._transport.write(reply)


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Connection, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def fake_service() -> Iterator[str]:
    """The base URL of a fake service that lives as long as the block."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.fake_service"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.terminate()


if __name__ == "__main__":
    asyncio.run(_serve())
