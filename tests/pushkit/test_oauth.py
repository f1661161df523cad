from urllib.parse import parse_qsl

import httpx
import pytest

from hmpush_gui.pushkit.errors import AuthRefused, Unreachable
from hmpush_gui.pushkit.oauth import read_token
from hmpush_gui.pushkit.protocol import Answer

from .bearers import SEND, answers, breaks, oauth_bearer, send
from .fakes import CLIENT_SECRET, OAUTH_CLIENT, Answering, Clock, FakePushKit


async def test_the_token_is_asked_for_as_the_oauth_service_wants_it() -> None:
    fake = FakePushKit()
    async with fake.http() as http:
        await send(http, oauth_bearer(http))
    (request,) = fake.token_requests
    assert request.method == "POST"
    assert str(request.url) == "https://oauth.test/oauth2/v3/token"
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert "Authorization" not in request.headers
    assert dict(parse_qsl(request.content.decode(), strict_parsing=True)) == {
        "grant_type": "client_credentials",
        "client_id": OAUTH_CLIENT.client_id,
        "client_secret": CLIENT_SECRET,
    }
    # Facts A.2: + / = in the secret must be escaped, or + becomes a blank.
    assert b"+" not in request.content
    assert b"%2B" in request.content


async def test_a_token_of_a_short_life_is_used_for_half_of_it() -> None:
    fake, clock = FakePushKit(life=60), Clock()
    async with fake.http() as http:
        bearer = oauth_bearer(http, clock)
        await send(http, bearer)
        clock.now += 29
        await send(http, bearer)
        assert len(fake.token_requests) == 1
        clock.now += 1
        await send(http, bearer)
        assert len(fake.token_requests) == 2


REFUSALS = [
    # name, answer, reason, words
    (
        "wrong secret",
        answers(400, '{"error":1101,"sub_error":12304,"error_description":"x"}'),
        "1101/12304",
        "The client secret does not match client ID 100000001 (OAuth error 1101/12304)",
    ),
    (
        "unknown client",
        answers(400, '{"error":1203,"sub_error":12303}'),
        "1203/12303",
        "Client ID 100000001 is not known",
    ),
    ("HTML", answers(200, "<html>"), "HTTP 200", "answered HTTP 200 without one"),
    ("500", answers(500, ""), "HTTP 500", "answered HTTP 500 without one"),
    ("503", answers(503, "busy"), "HTTP 503", "answered HTTP 503 without one"),
    ("list", answers(200, "[]"), "HTTP 200", "answered HTTP 200 without one"),
    (
        "empty token",
        answers(200, '{"access_token":""}'),
        "HTTP 200",
        "answered HTTP 200 without one",
    ),
    (
        "token that is no text",
        answers(200, '{"access_token":5}'),
        "HTTP 200",
        "answered HTTP 200 without one",
    ),
    ("deep", answers(200, "[" * 100_000), "HTTP 200", "HTTP 200 without one"),
]


@pytest.mark.parametrize(
    ("answer", "reason", "words"),
    [case[1:] for case in REFUSALS],
    ids=[case[0] for case in REFUSALS],
)
async def test_a_refused_client_is_told_and_nothing_is_sent(
    answer: Answering, reason: str, words: str
) -> None:
    fake = FakePushKit(oauth=answer)
    async with fake.http() as http:
        with pytest.raises(AuthRefused) as caught:
            await send(http, oauth_bearer(http))
    assert words in str(caught.value)
    assert caught.value.reason == reason
    assert caught.value.answer.status == answer(httpx.Request("GET", SEND)).status_code
    assert fake.bearers == []
    assert len(fake.token_requests) == 1


@pytest.mark.parametrize(
    ("error", "detail"),
    [
        (httpx.ConnectError("no route"), "no route"),
        (httpx.ConnectTimeout(""), "ConnectTimeout"),
        (httpx.ReadTimeout(""), "ReadTimeout"),
        (httpx.RemoteProtocolError("cut"), "cut"),
        (httpx.ProxyError("407"), "407"),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_an_unreachable_oauth_host_is_told_and_nothing_is_sent(
    error: Exception, detail: str
) -> None:
    fake = FakePushKit(oauth=breaks(error))
    async with fake.http() as http:
        with pytest.raises(Unreachable) as caught:
            await send(http, oauth_bearer(http))
    assert "Nothing was sent" in str(caught.value)
    assert "https://oauth.test/oauth2/v3/token" in str(caught.value)
    assert detail in str(caught.value)
    assert fake.bearers == []


@pytest.mark.parametrize(
    ("content", "life"),
    [
        ('{"access_token":"a\\/b","expires_in":60}', 60),
        ('{"access_token":"a/b","expires_in":0.5}', 0.5),
        ('{"access_token":"a/b"}', 3600),
        ('{"access_token":"a/b","expires_in":"60"}', 3600),
        ('{"access_token":"a/b","expires_in":null}', 3600),
        ('{"access_token":"a/b","expires_in":1' + "0" * 400 + "}", 3600),
    ],
)
def test_a_token_is_read_with_its_life(content: str, life: float) -> None:
    # Facts A.2: the token may hold \/ escapes; life is 3600 where none is said.
    answer = Answer(200, "OK", (), content.encode())
    assert read_token(answer, "1") == ("a/b", life)
