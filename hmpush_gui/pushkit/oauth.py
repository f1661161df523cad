"""OAuth 2.0 access tokens, which prove an app (facts A.2)."""

import asyncio
import time

import httpx

from .answers import json_object
from .bearer import MARGIN, Bearer, BearerAuth, to_answer
from .clocks import Clock, steady
from .credential import OAuthClient
from .errors import AuthRefused, Unreachable
from .explain import oauth_sentence
from .network_faults import hindrance, why_not_project
from .project import OAUTH_HOST
from .protocol import Answer
from .way import Way
from .wires import host_of
from .words import QT_TRANSLATE_NOOP, Sentence

TOKEN_PATH = "/oauth2/v3/token"

LONGEST = 60.0
"""Seconds for the whole answer of the OAuth service, should it drip in."""

_NO_TOKEN = QT_TRANSLATE_NOOP(
    "pushkit", "Nothing was sent: there is no access token. {why}"
)


class OAuthBearer(BearerAuth):
    """An OAuth 2.0 access token by client credentials (facts A.2)."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        client: OAuthClient,
        host: str = OAUTH_HOST,
        clock: Clock = time.time,
        way: Way | None = None,
        steadily: Clock = steady,
    ) -> None:
        super().__init__(clock, steadily)
        self._way = way or Way(host_of(host))
        self._http = http
        self._client = client
        self._url = host.rstrip("/") + TOKEN_PATH

    def use(self, http: httpx.AsyncClient) -> None:
        self._http = http

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
            async with asyncio.timeout(LONGEST):
                return await self._http.post(self._url, data=form)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            reason = hindrance(error, self._way) or "unreachable"
            raise Unreachable(self._sentence(error), reason) from error

    def _sentence(self, error: Exception) -> Sentence:
        if why := why_not_project(error, self._way):
            return _NO_TOKEN.format(why=why)
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "Nothing was sent: no access token, because {url} could not be "
            "reached ({detail}). Check the network and the OAuth host.",
        ).format(url=self._url, detail=str(error) or type(error).__name__)


def read_token(answer: Answer, client_id: str) -> tuple[str, float]:
    """Token and life in seconds from an OAuth answer. Raises AuthRefused."""
    content = json_object(answer.body)
    token = content.get("access_token")
    if answer.status == 200 and isinstance(token, str) and _is_header(token):
        life = content.get("expires_in", 3600)
        usable = isinstance(life, int | float) and 0 <= life < 1e9
        return token, float(life) if usable else 3600.0
    error, sub_error = content.get("error", ""), content.get("sub_error", "")
    sentence = oauth_sentence(str(error), str(sub_error), client_id, answer.status)
    reason = f"{error}/{sub_error}" if error else f"HTTP {answer.status}"
    raise AuthRefused(sentence, reason, answer)


def _is_header(token: str) -> bool:
    """Whether a header can carry it."""
    return bool(token) and token.isascii() and token.isprintable()
