"""Push Kit over httpx: each request's fate as a value."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

import httpx

from .answers import read_answer
from .auth import bearer_for
from .bearer import to_answer
from .credential import Credential
from .errors import PushError
from .fates import NETWORK_ERRORS, failed, not_push_kit, refused_before
from .lanes import Lanes
from .project import Project
from .protocol import Exchange, Request
from .steps import Steps
from .transport import WireTransport, timeout_of
from .wires import Wires, usual_wires

LONGEST = 120.0
"""Seconds for a request as a whole: an answer that drips in would never time out."""


def _unheard(_left: bool) -> None:
    """Hears whether a request has left, and forgets it."""


class PushClient:
    """Sends requests of one project with one credential, any number at a time.

    It keeps the credential's bearer between sends, one for all lanes; make a new client
    when either changes. Use it as an async context manager. Without `wires` it goes
    over the usual ones; making them takes tens of milliseconds, so a window makes them
    in a thread. Raises Misconfigured where they lead to no proxy that can be used.
    """

    def __init__(
        self,
        project: Project,
        credential: Credential,
        wires: Wires | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._wires = wires or usual_wires()
        self._transport = transport
        self._lanes = Lanes(self._open_lane)
        # Whoever names an impossible proxy hears of it before the first send.
        self._wires.proxy(project.push_host)
        way = self._wires.way(project.oauth_host)
        with self._lanes.take() as http:
            self._auth = bearer_for(credential, http, project.oauth_host, way)

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

    async def renew_connections(self) -> None:
        """Send through new connections from now on: the old ones may be dead.

        A computer that slept does not hear that the other end is gone; what is sent
        into such a connection is never answered, and would read Unknown.
        """
        over = self._lanes.renew()
        # What keeps a connection from being made is told by the next send.
        with suppress(PushError), self._lanes.take() as http:
            self._auth.use(http)
        for each in over:
            await each.aclose()

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
            way = self._wires.way(request.url)
            return failed(request, error, steps, way, masked(steps.headers))
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
        return httpx.AsyncClient(
            timeout=timeout_of(self._wires),
            transport=self._transport or WireTransport(self._wires),
            # Answers are small, and a broken gzip stream leaves generators behind.
            headers={"Accept-Encoding": "identity", "User-Agent": "hmpush-gui"},
        )


def masked(headers: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Headers without what they prove: no exchange ever holds a bearer."""
    masks = {
        "authorization": "Bearer ••••••••",
        "proxy-authorization": "••••••••",
    }
    return tuple((name, masks.get(name.lower(), value)) for name, value in headers)
