"""The token endpoint: client id and secret in, access token out (facts A.2)."""

import json
import re
import secrets
from collections import OrderedDict
from collections.abc import Callable
from enum import Enum
from urllib.parse import parse_qsl

from hmpush_gui.pushkit.credential import OAuthClient

from .account import SECRET_MARKS
from .wire import HttpReply, HttpRequest, oauth_refusal

EXPIRES_IN = 3600
"""Seconds an access token lives, as the endpoint tells it (facts A.2)."""

_CLIENT_ID = re.compile(r"[0-9]{1,64}")
_SECRET = re.compile(rf"[A-Za-z0-9{re.escape(SECRET_MARKS)}]+")
_REMEMBERED = 1000


class TokenStanding(Enum):
    """What the sandbox knows of an access token."""

    GOOD = "good"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class TokenOffice:
    """Gives out access tokens for one client and recognises them again.

    `token_life` is how many seconds they really work; the answer promises an hour all
    the same, so that a token can turn out expired before its time.
    """

    def __init__(self, client: OAuthClient, clock: Callable[[], float]) -> None:
        self._client = client
        self._clock = clock
        self._ends = OrderedDict[str, float]()
        self.token_life: float = EXPIRES_IN
        self.requests = 0

    def answer(self, request: HttpRequest) -> HttpReply:
        """The reply to a request for a token."""
        self.requests += 1
        return _refusal(_form(request), self._client) or self._success()

    def standing(self, token: str) -> TokenStanding:
        """Whether `token` was given out here, and still works."""
        if token not in self._ends:
            return TokenStanding.UNKNOWN
        expired = self._ends[token] <= self._clock()
        return TokenStanding.EXPIRED if expired else TokenStanding.GOOD

    def _success(self) -> HttpReply:
        token = _new_token()
        self._ends[token] = self._clock() + self.token_life
        while len(self._ends) > _REMEMBERED:
            self._ends.popitem(last=False)
        answer = {
            "access_token": token,
            "expires_in": EXPIRES_IN,
            "token_type": "Bearer",
        }
        # Facts A.2, Oddity: slashes arrive escaped, so that scraping the text fails.
        body = json.dumps(answer, separators=(",", ":")).replace("/", r"\/")
        return HttpReply(200, {"Content-Type": "application/json"}, body.encode())


def _new_token() -> str:
    """An opaque text that holds each mark which careless encoding would spoil."""
    left, middle, right = (secrets.token_hex(16) for _ in range(3))
    return f"{left}/{middle}+{right}=="


def _form(request: HttpRequest) -> dict[str, str]:
    if request.media_type != "application/x-www-form-urlencoded":
        return {}
    text = request.body.decode("utf-8", "replace")
    return dict(parse_qsl(text, keep_blank_values=True))


def _refusal(form: dict[str, str], client: OAuthClient) -> HttpReply | None:
    """The first thing wrong with a form, in the words of the table in facts A.2."""
    grant, client_id = form.get("grant_type"), form.get("client_id")
    secret = form.get("client_secret")
    checks = (
        (not grant, 1102, 20181, "grant_type is missing"),
        (grant != "client_credentials", 1101, 20182, "wrong grant_type"),
        (not client_id, 1102, 20001, "client_id is missing"),
        (not _matches(_CLIENT_ID, client_id), 1101, 20002, "wrong client_id format"),
        (not secret, 1101, 20085, "client_secret is empty"),
        (not _matches(_SECRET, secret), 1101, 20172, "wrong client_secret format"),
        (client_id != client.client_id, 1203, 12303, "client id does not exist"),
        (secret != client.client_secret, 1101, 12304, "invalid client_secret"),
    )
    for failed, error, sub_error, description in checks:
        if failed:
            return oauth_refusal(error, sub_error, description)
    return None


def _matches(pattern: re.Pattern[str], text: str | None) -> bool:
    return pattern.fullmatch(text or "") is not None
