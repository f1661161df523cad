"""Bearers for Push Kit as `httpx.Auth` flows: OAuth tokens and signed JWTs.

Both are kept until shortly before they end, made once however many sends wait for
them, and made anew once when Push Kit says that they are no longer good (facts F.5).
"""

import asyncio
import json
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx

from .credential import Credential, OAuthClient, ServiceAccount
from .errors import AuthRefused, CredentialError, Unreachable
from .explain import oauth_sentence
from .project import OAUTH_HOST
from .protocol import RENEWABLE, Answer, read_code
from .reference import limits
from .words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

TOKEN_PATH = "/oauth2/v3/token"
AUDIENCE = OAUTH_HOST + TOKEN_PATH
"""The fixed `aud` of a service-account JWT, whatever host is used (facts B.3)."""

MARGIN = 300.0
"""Seconds before its end at which a bearer is no longer used (advice in facts B.3)."""

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Bearer:
    """A token for the Authorization header; `ends` is Unix seconds."""

    value: str = field(repr=False)
    ends: float


class BearerAuth(httpx.Auth, ABC):
    """Puts a bearer on each request and renews it at most once per request."""

    def __init__(self, clock: Clock = time.time) -> None:
        self._clock = clock
        self._bearer: Bearer | None = None
        self._making: asyncio.Task[Bearer] | None = None

    @abstractmethod
    async def _make(self) -> Bearer:
        """Get or sign a new bearer. Raises PushError or httpx.TransportError."""

    async def async_auth_flow(
        self, request: httpx.Request
    ) -> AsyncGenerator[httpx.Request, httpx.Response]:
        bearer = await self._current(stale=None)
        request.headers["Authorization"] = f"Bearer {bearer.value}"
        response = yield request
        # httpx reads it for a flow only where the flow is written for sync and async.
        await response.aread()
        if _says_renew(response):
            bearer = await self._current(stale=bearer)
            request.headers["Authorization"] = f"Bearer {bearer.value}"
            yield request

    async def aclose(self) -> None:
        """Give up making a bearer, if one is being made."""
        if self._making:
            self._making.cancel()
            await asyncio.gather(self._making, return_exceptions=True)

    async def _current(self, stale: Bearer | None) -> Bearer:
        """A bearer other than `stale`, made by one task for all who wait."""
        bearer = self._bearer
        if bearer and bearer is not stale and self._clock() < bearer.ends:
            return bearer
        if self._making is None:
            self._making = asyncio.ensure_future(self._make())
            self._making.add_done_callback(self._on_made)
        # A send that is stopped must not take the token away from the others.
        return await asyncio.shield(self._making)

    def _on_made(self, task: asyncio.Task[Bearer]) -> None:
        self._making = None
        if not task.cancelled() and task.exception() is None:
            self._bearer = task.result()


class OAuthBearer(BearerAuth):
    """An OAuth 2.0 access token by client credentials (facts A.2)."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        client: OAuthClient,
        host: str = OAUTH_HOST,
        clock: Clock = time.time,
    ) -> None:
        super().__init__(clock)
        self._http = http
        self._client = client
        self._url = host.rstrip("/") + TOKEN_PATH

    async def _make(self) -> Bearer:
        asked = self._clock()
        response = await self._ask()
        value, life = read_token(to_answer(response), self._client.client_id)
        # A short-lived token would never be used if the whole margin were taken off.
        return Bearer(value, asked + life - min(MARGIN, life / 2))

    async def _ask(self) -> httpx.Response:
        form = {
            "grant_type": "client_credentials",
            "client_id": self._client.client_id,
            "client_secret": self._client.client_secret,
        }
        try:
            return await self._http.post(self._url, data=form)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Unreachable(
                QT_TRANSLATE_NOOP(
                    "pushkit",
                    "Nothing was sent: no access token, because {url} could not be "
                    "reached ({detail}). Check the network and the OAuth host.",
                ).format(url=self._url, detail=str(error) or type(error).__name__)
            ) from error


class ServiceAccountBearer(BearerAuth):
    """A JWT signed with the service account's key, used as it is (facts B.3)."""

    def __init__(self, account: ServiceAccount, clock: Clock = time.time) -> None:
        super().__init__(clock)
        self._account = account
        self._key: RSAPrivateKey | None = None

    async def _make(self) -> Bearer:
        # Loading a 4096-bit key takes a third of a second: not on the window's thread.
        if self._key is None:
            self._key = await asyncio.to_thread(load_private_key, self._account)
        now = self._clock()
        life = limits()["jwt_seconds"]
        value = await asyncio.to_thread(sign, self._account, self._key, int(now), life)
        return Bearer(value, now + life - MARGIN)


def bearer_for(
    credential: Credential, http: httpx.AsyncClient, oauth_host: str
) -> BearerAuth:
    """The flow that proves `credential`."""
    if isinstance(credential, OAuthClient):
        return OAuthBearer(http, credential, oauth_host)
    return ServiceAccountBearer(credential)


def load_private_key(account: ServiceAccount) -> "RSAPrivateKey":
    """Parse the account's PEM key. Slow; raises CredentialError."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(account.private_key.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, RSAPrivateKey) or key.key_size < 2048:
        raise CredentialError(
            QT_TRANSLATE_NOOP(
                "pushkit",
                "The private key in the key file cannot be used: it should be an RSA "
                "key of 4096 bits in PKCS#8 form. The file was probably cut or edited; "
                "download it again.",
            )
        )
    return key


def sign(account: ServiceAccount, key: "RSAPrivateKey", now: int, life: int) -> str:
    """The PS256 JWT of facts B.3, good from `now` for `life` seconds."""
    import jwt

    return jwt.encode(
        {"iss": account.sub_account, "aud": AUDIENCE, "iat": now, "exp": now + life},
        key,
        algorithm="PS256",
        headers={"kid": account.key_id, "typ": "JWT"},
    )


def read_token(answer: Answer, client_id: str) -> tuple[str, float]:
    """Token and life in seconds from an OAuth answer. Raises AuthRefused."""
    content = _json_object(answer.body)
    token = content.get("access_token")
    if answer.status == 200 and isinstance(token, str) and token:
        life = content.get("expires_in", 3600)
        usable = isinstance(life, int | float) and 0 <= life < 1e9
        return token, float(life) if usable else 3600.0
    error, sub_error = content.get("error", ""), content.get("sub_error", "")
    sentence = oauth_sentence(str(error), str(sub_error), client_id, answer.status)
    reason = f"{error}/{sub_error}" if error else f"HTTP {answer.status}"
    raise AuthRefused(sentence, reason, answer)


def to_answer(response: httpx.Response) -> Answer:
    """An httpx response, read to its end, as the value the rest works with."""
    return Answer(
        response.status_code,
        response.reason_phrase,
        tuple(response.headers.multi_items()),
        response.content,
    )


def _says_renew(response: httpx.Response) -> bool:
    code = read_code(_json_object(response.content))
    return code in RENEWABLE if code else response.status_code == 401


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
