"""Carries httpx's requests over `Wires`: each through the proxy that is its."""

import asyncio
import logging
from typing import Any

import httpx

from .connection import bounded
from .errors import Misconfigured
from .hindrances import BAD_PROXY
from .proxies import Proxy
from .proxy_faults import NO_BASIC, NO_SOCKS, PAGE
from .wires import Wires
from .words import QT_TRANSLATE_NOOP

_GREETING = "socks.setup_socks5_connection."

# It would write user and password of the proxy.
logging.getLogger("httpcore.socks").setLevel(logging.INFO)


def timeout_of(wires: Wires) -> httpx.Timeout:
    """Seconds for each step of a request."""
    chosen = wires.connection
    return httpx.Timeout(
        connect=bounded(chosen.connect),
        read=bounded(chosen.read),
        write=bounded(chosen.write),
        pool=bounded(chosen.pool),
    )


class WireTransport(httpx.AsyncBaseTransport):
    """Opens one pool for each proxy that is met, and one for what goes straight."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires
        self._pools: dict[Proxy | None, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises Misconfigured beside what every transport raises."""
        proxy = self._wires.proxy(str(request.url))
        pool = self._pool(proxy)
        if proxy is None:
            return await pool.handle_async_request(request)
        if proxy.is_socks:
            return await _Greeting(request).carry(pool)
        return await _Tunnel(request).carry(pool)

    async def aclose(self) -> None:
        for pool in self._pools.values():
            await pool.aclose()

    def _pool(self, proxy: Proxy | None) -> httpx.AsyncHTTPTransport:
        if proxy not in self._pools:
            tls = self._wires.tls
            named = _named(proxy, self._wires) if proxy else None
            self._pools[proxy] = httpx.AsyncHTTPTransport(verify=tls, proxy=named)
        return self._pools[proxy]


def _named(proxy: Proxy, wires: Wires) -> httpx.Proxy:
    auth = (proxy.user, proxy.password) if proxy.user else None
    tls = wires.tls if proxy.address.startswith("https:") else None
    try:
        return httpx.Proxy(proxy.address, auth=auth, ssl_context=tls)
    except (ValueError, httpx.InvalidURL) as error:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "Nothing was sent: the proxy {proxy} cannot be used ({detail}). Mend it "
            "under Connection, or in the system’s settings.",
        )
        detail = str(error).rstrip(".")
        sentence = words.format(proxy=proxy.address, detail=detail)
        raise Misconfigured(sentence, BAD_PROXY) from error


class _Tunnel:
    """Reads what an HTTP proxy answers when it is asked for a tunnel.

    httpcore takes any 2xx for one, and then waits for TLS from behind a page.
    """

    def __init__(self, request: httpx.Request) -> None:
        self._request = request
        self._outer = request.extensions.get("trace")
        self._asking = False

    async def carry(self, pool: httpx.AsyncHTTPTransport) -> httpx.Response:
        self._request.extensions = {**self._request.extensions, "trace": self._note}
        return await pool.handle_async_request(self._request)

    async def _note(self, event: str, details: Any) -> None:
        if self._outer:
            await self._outer(event, details)
        if event == "http11.send_request_headers.started":
            self._asking = details["request"].method == b"CONNECT"
        if event == "http11.receive_response_headers.complete" and self._asking:
            _, status, _, headers, *_ = details["return_value"]
            if why := _no_tunnel(status, httpx.Headers(headers)):
                raise httpx.ProxyError(why, request=self._request)


def _no_tunnel(status: int, headers: httpx.Headers) -> str:
    """What a refusal or a page means that httpcore would not tell; empty if nothing."""
    if status == 407:
        ways = ",".join(headers.get_list("proxy-authenticate")).lower()
        return NO_BASIC if ways and "basic" not in ways else ""
    has_body = headers.get("content-length", "0") != "0"
    has_body = has_body or "transfer-encoding" in headers
    return PAGE if 200 <= status < 300 and has_body else ""


class _Greeting:
    """Watches over the greeting of a SOCKS proxy, which httpcore lets hang and break.

    It waits for ever for a proxy that says nothing, takes an answer that is no SOCKS
    for a bug, and leaves the connection open after either.
    """

    def __init__(self, request: httpx.Request) -> None:
        self._request = request
        self._outer = request.extensions.get("trace")
        self._patience = request.extensions.get("timeout", {}).get("connect")
        self._limit = asyncio.timeout(None)
        self._stream: Any = None
        self._greeting = False

    async def carry(self, pool: httpx.AsyncHTTPTransport) -> httpx.Response:
        request = self._request
        request.extensions = {**request.extensions, "trace": self._note}
        try:
            async with self._limit:
                return await pool.handle_async_request(request)
        except TimeoutError:
            if not self._greeting:
                raise
            raise httpx.ConnectTimeout("", request=request) from None
        except _malformed() as error:
            if not self._greeting:
                raise
            raise httpx.ProxyError(NO_SOCKS, request=request) from error
        finally:
            if self._greeting and self._stream is not None:
                await self._stream.aclose()

    async def _note(self, event: str, details: Any) -> None:
        if event == "socks.connect_tcp.complete":
            self._stream = details["return_value"]
        if event == f"{_GREETING}started" and self._patience is not None:
            now = asyncio.get_running_loop().time()
            self._limit.reschedule(now + self._patience)
        if event == f"{_GREETING}complete":
            self._limit.reschedule(None)
        if event.startswith(_GREETING):
            self._greeting = not event.endswith("complete")
        if self._outer:
            await self._outer(event, details)


def _malformed() -> tuple[type[Exception], ...]:
    # Late, as httpcore does: most people have no such proxy.
    from socksio.exceptions import SOCKSError

    return (SOCKSError, AssertionError, ValueError)
