"""Push Kit over httpx: each request's fate as a value."""

import ssl
import time
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import Any

import httpx

from .auth import bearer_for, to_answer
from .credential import Credential
from .errors import AuthRefused, PushError, Unreachable
from .lanes import Lanes
from .outcome import Outcomes, Verdict
from .project import Project
from .protocol import Exchange, Request, Timing, read_answer
from .words import QT_TRANSLATE_NOOP, Sentence

TIMEOUT = httpx.Timeout(30.0, connect=10.0)

_STEPS = {
    "connection.connect_tcp.complete": "connected",
    "connection.start_tls.complete": "secured",
    "http11.send_request_headers.started": "leaving",
    "http11.send_request_body.complete": "sent",
    "http11.receive_response_headers.complete": "first_byte",
}

_CERTAINLY_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    # Raised only before the tunnel stands; the proxy's own request counts as a step.
    httpx.ProxyError,
)


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

    async def send(
        self, request: Request, tell_left: Callable[[bool], object] = _unheard
    ) -> Exchange:
        """Post `request` once (twice if its bearer had ended) and tell its fate.

        Never raises for what the network or Push Kit does. A stop (cancellation) passes
        through: then the tokens are Unknown if `tell_left` was last told True, which is
        when the first byte may be out, and else were not sent.
        """
        steps = _Steps(tell_left)
        try:
            with self._lanes.take() as http:
                http_request = http.build_request(
                    request.method,
                    request.url,
                    content=request.body,
                    headers=request.headers,
                    extensions={"trace": steps.note},
                )
                response = await http.send(http_request, auth=self._auth)
        except PushError as error:
            return _refused_before(request, error, steps)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return _failed(request, error, steps)
        answer = to_answer(response)
        reading = read_answer(answer, request.tokens)
        return Exchange(
            request,
            reading.outcomes,
            answer,
            reading.code,
            reading.message,
            reading.request_id,
            None if reading.code else _not_push_kit(answer.status),
            steps.timing(done=True),
            masked(http_request.headers.multi_items()),
        )

    def _open_lane(self) -> httpx.AsyncClient:
        # Read once: the certificates take longer than everything else together.
        self._tls = self._tls or trusted_certificates()
        return httpx.AsyncClient(
            timeout=TIMEOUT,
            verify=self._tls,
            transport=self._transport,
            # Answers are small, and a broken gzip stream leaves generators behind.
            headers={
                "Accept-Encoding": "identity",
                "User-Agent": "hmpush-gui",
            },
        )


class _Steps:
    """Notes when each step of a request was reached, in seconds from its start."""

    def __init__(self, tell_left: Callable[[bool], object] = _unheard) -> None:
        self._start = time.perf_counter()
        self._reached: dict[str, float] = {}
        self._tell_left = tell_left
        tell_left(False)

    async def note(self, event: str, _details: Any) -> None:
        self._reached.setdefault("authorised", time.perf_counter() - self._start)
        if step := _STEPS.get(event):
            self._reached[step] = time.perf_counter() - self._start
            if step == "leaving":
                self._tell_left(True)

    @property
    def left(self) -> bool:
        """Whether any byte of the request may be out."""
        return "leaving" in self._reached

    def timing(self, *, done: bool) -> Timing:
        reached = {name: at for name, at in self._reached.items() if name != "leaving"}
        now = time.perf_counter() - self._start
        return replace(Timing(**reached), done=now if done else None)


def masked(headers: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Headers without what they prove: the bearer never leaves this module."""
    return tuple(
        (name, "Bearer ••••••••" if name.lower() == "authorization" else value)
        for name, value in headers
    )


def _refused_before(request: Request, error: PushError, steps: _Steps) -> Exchange:
    """No bearer, so nothing was sent; or its renewal failed after a refusal."""
    refused = isinstance(error, AuthRefused)
    reason = "unreachable" if isinstance(error, Unreachable) else "credential"
    if isinstance(error, AuthRefused):
        reason = error.reason
    verdict = Verdict.REJECTED if steps.left else Verdict.NOT_SENT
    return Exchange(
        request,
        _all(request, verdict, reason),
        error.answer if isinstance(error, AuthRefused) else None,
        failure=error.sentence,
        timing=steps.timing(done=refused),
    )


def _failed(request: Request, error: Exception, steps: _Steps) -> Exchange:
    never_left = isinstance(error, _CERTAINLY_NOT_SENT) or not steps.left
    verdict = Verdict.NOT_SENT if never_left else Verdict.UNKNOWN
    return Exchange(
        request,
        _all(request, verdict, type(error).__name__),
        failure=_unreachable(request, error) if never_left else _lost(error),
        timing=steps.timing(done=False),
    )


def _all(request: Request, verdict: Verdict, reason: str) -> Outcomes:
    return Outcomes(request.tokens, verdict, "", reason)


def _unreachable(request: Request, error: Exception) -> Sentence:
    host = httpx.URL(request.url).host if _is_url(request.url) else request.url
    if isinstance(error, httpx.TimeoutException):
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "Nothing was sent: {host} did not answer in time. "
            "Check the network, proxy and firewall, then send again.",
        ).format(host=host)
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "Nothing was sent: no connection to {host} ({detail}). "
        "Check the network and the project’s addresses, then send again.",
    ).format(host=host, detail=str(error) or type(error).__name__)


def _lost(error: Exception) -> Sentence:
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "The request went out, but its answer was lost ({detail}). It may have been "
        "sent: look at a device before you send it again.",
    ).format(detail=str(error) or type(error).__name__)


def _not_push_kit(status: int) -> Sentence:
    if status == 503:
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "Push Kit is busy (HTTP 503): too many devices a second, or the whole "
            "service is slowed down. Nothing was accepted. Wait, then send again.",
        )
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "This answer (HTTP {status}) did not come from Push Kit: it holds no code. "
        "A proxy, a firewall or a wrong address probably answered instead.",
    ).format(status=status)


def _is_url(text: str) -> bool:
    try:
        return bool(httpx.URL(text).host)
    except httpx.InvalidURL:
        return False


def trusted_certificates() -> ssl.SSLContext:
    """The certificates that servers are checked against. Slow: read in a thread."""
    return httpx.create_ssl_context()


def not_sent(request: Request, why: Sentence, reason: str) -> Exchange:
    """The fate of a request that never left; `reason` is for each token."""
    return Exchange(request, _all(request, Verdict.NOT_SENT, reason), failure=why)


def stopped(request: Request) -> Exchange:
    """What is known of a request whose waiting was stopped by the user."""
    return Exchange(
        request,
        _all(request, Verdict.UNKNOWN, "stopped"),
        failure=QT_TRANSLATE_NOOP(
            "pushkit",
            "Stopped while waiting for the answer. It may have been sent: look at a "
            "device before you send it again.",
        ),
    )
