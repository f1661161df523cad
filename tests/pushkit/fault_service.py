"""A Push Kit that goes wrong in a chosen way, and keeps books of what it did."""

import asyncio
import contextlib
import json
import struct
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from socket import SO_LINGER, SOL_SOCKET


class Fault(StrEnum):
    """What becomes of a send. The second half does not let the sender know it all."""

    NONE = "accepted"
    PARTIAL = "dead tokens refused"
    BUSY = "503"
    BUSY_FOR = "503 with Retry-After"
    BUSY_IN_WORDS = "503 with a code"
    TOO_MANY = "429"
    INNER = "500 and 81000001"
    EXPIRED = "401"
    TOO_LARGE = "413"
    DRIP = "slow drip"
    GATEWAY = "502 after it was accepted"
    GATEWAY_BEFORE = "502 before it was accepted"
    TIMEOUT = "504 after it was accepted"
    CUT_BEFORE = "cut before the body was read"
    CUT_MID = "cut in mid-body"
    CUT_AFTER = "cut after it was accepted"
    HALF = "half an answer"
    RESET = "reset after it was accepted"
    GONE = "accepted, and the connection closed without a word"

    @property
    def refuses_for_now(self) -> bool:
        """Whether its answer says for certain that nothing was accepted, for now."""
        return self in _FOR_NOW


_FOR_NOW = frozenset(
    {
        Fault.BUSY,
        Fault.BUSY_FOR,
        Fault.BUSY_IN_WORDS,
        Fault.TOO_MANY,
        Fault.INNER,
        Fault.EXPIRED,
    }
)
_STATUS = {
    Fault.BUSY: 503,
    Fault.BUSY_FOR: 503,
    Fault.BUSY_IN_WORDS: 503,
    Fault.TOO_MANY: 429,
    Fault.INNER: 500,
    Fault.EXPIRED: 401,
    Fault.TOO_LARGE: 413,
    Fault.GATEWAY: 502,
    Fault.GATEWAY_BEFORE: 502,
    Fault.TIMEOUT: 504,
}
_BODIES = {
    Fault.BUSY_IN_WORDS: b'{"code":"80300008","msg":"","requestId":"1"}',
    Fault.INNER: b'{"code":"81000001","msg":"Inner Error","requestId":"1"}',
    Fault.EXPIRED: b'{"code":"80200003","msg":"expired","requestId":"1"}',
    Fault.GATEWAY: b"<html>502 Bad Gateway</html>",
    Fault.GATEWAY_BEFORE: b"<html>502 Bad Gateway</html>",
    Fault.TOO_LARGE: b"<html>413 Request Entity Too Large</html>",
}
_ACCEPTING = frozenset(
    {
        Fault.NONE,
        Fault.PARTIAL,
        Fault.DRIP,
        Fault.GATEWAY,
        Fault.TIMEOUT,
        Fault.CUT_AFTER,
        Fault.HALF,
        Fault.RESET,
        Fault.GONE,
    }
)
RETRY_AFTER = 7


@dataclass
class FaultService:
    """Serves connections of a `Port`; `choose` says what goes wrong with each send.

    `received`, `accepted` and `refused` count tokens: those that came, those a phone
    gets, those the answer said would not be. `sends` counts requests.
    """

    choose: Callable[[], Fault]
    received: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    sends: int = 0
    bearers: int = 0

    async def __call__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, OSError):
            while not writer.is_closing():
                await self._serve(reader, writer)

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.partition("content-length: ")[2].partition("\r\n")[0])
        if "/oauth2/" in head:
            await reader.readexactly(length)
            self.bearers += 1
            token = {"access_token": f"made/{self.bearers}", "expires_in": 3600}
            writer.write(_http(200, json.dumps(token).encode()))
            return
        self.sends += 1
        fault = self.choose()
        if fault in (Fault.CUT_BEFORE, Fault.CUT_MID):
            await reader.readexactly(length // 2 if fault is Fault.CUT_MID else 0)
            writer.close()
            return
        body = json.loads(await reader.readexactly(length))
        tokens = body.get("target", body.get("message"))["token"]
        await self._answer(fault, tokens, writer)

    async def _answer(
        self, fault: Fault, tokens: list[str], writer: asyncio.StreamWriter
    ) -> None:
        self.received.update(tokens)
        dead = [each for each in tokens if "dead" in each]
        if fault in _ACCEPTING:
            self.accepted.update(each for each in tokens if each not in dead)
        elif fault is not Fault.GATEWAY_BEFORE:
            # That page does not say what happened, so a repeat would be at risk.
            self.refused.update(tokens)
        if fault is Fault.PARTIAL or fault in (Fault.NONE, Fault.DRIP, Fault.GONE):
            self.refused.update(dead)
        answer = _reply(fault, dead)
        if fault is Fault.CUT_AFTER:
            writer.close()
        elif fault is Fault.HALF:
            writer.write(answer[: len(answer) - 20])
            await writer.drain()
            writer.close()
        elif fault is Fault.DRIP:
            for at in range(0, len(answer), 8):
                writer.write(answer[at : at + 8])
                await writer.drain()
                await asyncio.sleep(0.001)
        elif fault is Fault.RESET:
            reset(writer)
        else:
            writer.write(answer)
        await writer.drain()
        if fault is Fault.GONE:
            writer.close()


def reset(writer: asyncio.StreamWriter) -> None:
    """End the connection with an RST, as firewalls and crashed programs do."""
    peer = writer.get_extra_info("socket")
    peer.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def _reply(fault: Fault, dead: list[str]) -> bytes:
    if fault not in _STATUS:
        return _http(200, _success(dead))
    headers = (f"Retry-After: {RETRY_AFTER}",) if fault is Fault.BUSY_FOR else ()
    return _http(_STATUS[fault], _BODIES.get(fault, b""), *headers)


def _success(dead: list[str]) -> bytes:
    if not dead:
        return b'{"code":"80000000","msg":"Success","requestId":"1"}'
    msg = json.dumps({"illegalTokens": {"tokenFormatError": dead}})
    return json.dumps({"code": "80100000", "msg": msg, "requestId": "1"}).encode()


def _http(status: int, body: bytes, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status} .", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body
