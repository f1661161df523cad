"""Push Kit over httpx: each request's fate as a value."""

import asyncio
import ssl
from collections.abc import Callable
from types import TracebackType

import httpx

from .answers import read_answer
from .auth import bearer_for
from .bearer import to_answer
from .credential import Credential
from .errors import Misconfigured, PushError
from .fates import NETWORK_ERRORS, failed, not_push_kit, refused_before
from .lanes import Lanes
from .project import Project
from .protocol import Exchange, Request
from .steps import Steps
from .words import QT_TRANSLATE_NOOP

TIMEOUT = httpx.Timeout(30.0, connect=10.0)
"""Seconds for each step: a connection, a write, the next bytes of an answer."""

LONGEST = 120.0
"""Seconds for a request as a whole: an answer that drips in would never time out."""

_STRAIGHT = dict.fromkeys(("all://127.0.0.1", "all://localhost", "all://[::1]"))
"""The sandbox is on this machine, where no proxy finds it."""


def _unheard(_left: bool) -> None:
    """Hears whether a request has left, and forgets it."""


class PushClient:
    """Sends requests of one project with one credential, any number at a time.

    It keeps the credential's bearer between sends, one for all lanes; make a new client
    when either changes. Use it as an async context manager. Reading the certificates
    for `tls` takes tens of milliseconds, so a window makes them in a thread.
    """

    def __init__(
        self,
        project: Project,
        credential: Credential,
        tls: ssl.SSLContext | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._tls = tls
        self._transport = transport
        self._lanes = Lanes(self._open_lane)
        with self._lanes.take() as http:
            self._auth = bearer_for(credential, http, project.oauth_host)

    async def __aenter__(self) -> "PushClient":
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        await self._auth.aclose()
        for http in self._lanes.clients:
            await http.aclose()

    @property
    def bearer(self) -> str | None:
        """The bearer in force, for eyes that ask for it; None if there is none yet."""
        return self._auth.at_hand

    async def send(
        self, request: Request, tell_left: Callable[[bool], object] = _unheard
    ) -> Exchange:
        """Post `request` once (twice if its bearer had ended) and tell its fate.

        Never raises for what the network or Push Kit does. A stop (cancellation) passes
        through: then the tokens are Unknown if `tell_left` was last told True, which is
        when the first byte may be out, and else were not sent.
        """
        steps = Steps(tell_left)
        try:
            async with asyncio.timeout(LONGEST):
                response = await self._post(request, steps)
        except PushError as error:
            return refused_before(request, error, steps)
        except NETWORK_ERRORS as error:
            return failed(request, error, steps, masked(steps.headers))
        answer = to_answer(response)
        reading = read_answer(answer, request.tokens)
        return Exchange(
            request,
            reading.outcomes,
            answer,
            reading.code,
            reading.message,
            reading.request_id,
            None if reading.code else not_push_kit(answer.status),
            steps.timing(done=True),
            masked(response.request.headers.multi_items()),
        )

    async def _post(self, request: Request, steps: Steps) -> httpx.Response:
        with self._lanes.take() as http:
            http_request = http.build_request(
                request.method,
                request.url,
                content=request.body,
                headers=request.headers,
                extensions={"trace": steps.note},
            )
            return await http.send(http_request, auth=self._auth)

    def _open_lane(self) -> httpx.AsyncClient:
        # Read once: the certificates take longer than everything else together.
        self._tls = self._tls or trusted_certificates()
        try:
            return httpx.AsyncClient(
                timeout=TIMEOUT,
                verify=self._tls,
                transport=self._transport,
                mounts=_STRAIGHT,
                # Answers are small, and a broken gzip stream leaves generators behind.
                headers={"Accept-Encoding": "identity", "User-Agent": "hmpush-gui"},
            )
        except (ImportError, ValueError, httpx.InvalidURL) as error:
            # httpx takes it from the environment or from the system's settings.
            raise Misconfigured(
                QT_TRANSLATE_NOOP(
                    "pushkit",
                    "Nothing was sent: the proxy of this computer cannot be used "
                    "({detail}). Only HTTP proxies can: check HTTPS_PROXY, ALL_PROXY "
                    "and the system’s proxy settings.",
                ).format(detail=_detail(error))
            ) from error


def _detail(error: Exception) -> str:
    # What httpx says of the package it lacks is for programmers.
    return "SOCKS" if isinstance(error, ImportError) else str(error)


def masked(headers: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Headers without what they prove: no exchange ever holds a bearer."""
    return tuple(
        (name, "Bearer ••••••••" if name.lower() == "authorization" else value)
        for name, value in headers
    )


def trusted_certificates() -> ssl.SSLContext:
    """The certificates that servers are checked against. Slow: read in a thread.

    Raises Misconfigured where the environment names others that cannot be read.
    """
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        raise Misconfigured(
            QT_TRANSLATE_NOOP(
                "pushkit",
                "Nothing was sent: the certificates of this computer cannot be read "
                "({detail}). Check SSL_CERT_FILE and SSL_CERT_DIR.",
            ).format(detail=str(error))
        ) from error
