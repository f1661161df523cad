import asyncio
from urllib.parse import parse_qsl

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from hmpush_gui.pushkit import auth
from hmpush_gui.pushkit.auth import (
    AUDIENCE,
    MARGIN,
    BearerAuth,
    OAuthBearer,
    ServiceAccountBearer,
    bearer_for,
    load_private_key,
    read_token,
)
from hmpush_gui.pushkit.credential import ServiceAccount
from hmpush_gui.pushkit.errors import (
    AuthRefused,
    CredentialError,
    PushError,
    Unreachable,
)
from hmpush_gui.pushkit.protocol import Answer

from .fakes import (
    CLIENT_SECRET,
    JWT_EXPIRED,
    OAUTH_CLIENT,
    Answering,
    Clock,
    FakePushKit,
)

SEND = "https://push.test/v1/100000001/messages:send"
OAUTH_HOST = "https://oauth.test"


def _oauth(http: httpx.AsyncClient, clock: Clock | None = None) -> OAuthBearer:
    return OAuthBearer(http, OAUTH_CLIENT, OAUTH_HOST, clock or Clock())


async def _send(http: httpx.AsyncClient, bearer: BearerAuth) -> str:
    response = await http.post(SEND, content=b"{}", auth=bearer)
    return str(response.json()["code"])


async def _send_many(
    count: int, http: httpx.AsyncClient, bearer: BearerAuth
) -> set[str]:
    return set(await asyncio.gather(*(_send(http, bearer) for _ in range(count))))


# -- OAuth tokens


async def test_fifty_sends_at_once_ask_for_one_token() -> None:
    fake = FakePushKit()
    async with fake.http() as http:
        assert await _send_many(50, http, _oauth(http)) == {"80000000"}
    assert len(fake.token_requests) == 1
    assert fake.bearers == ["DUMMY/1+=="] * 50


async def test_the_token_is_asked_for_as_the_oauth_service_wants_it() -> None:
    fake = FakePushKit()
    async with fake.http() as http:
        await _send(http, _oauth(http))
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


async def test_a_token_is_kept_until_the_margin_before_its_end() -> None:
    fake, clock = FakePushKit(life=3600), Clock()
    async with fake.http() as http:
        bearer = _oauth(http, clock)
        await _send(http, bearer)
        clock.now += 3600 - MARGIN - 1
        await _send(http, bearer)
        assert len(fake.token_requests) == 1
        clock.now += 1
        await _send(http, bearer)
        assert len(fake.token_requests) == 2
    assert fake.bearers == ["DUMMY/1+==", "DUMMY/1+==", "DUMMY/2+=="]


async def test_a_token_of_a_short_life_is_used_for_half_of_it() -> None:
    fake, clock = FakePushKit(life=60), Clock()
    async with fake.http() as http:
        bearer = _oauth(http, clock)
        await _send(http, bearer)
        clock.now += 29
        await _send(http, bearer)
        assert len(fake.token_requests) == 1
        clock.now += 1
        await _send(http, bearer)
        assert len(fake.token_requests) == 2


async def test_an_ended_token_is_renewed_and_the_send_repeated_once() -> None:
    fake = FakePushKit(ended={"DUMMY/1+=="})
    async with fake.http() as http:
        assert await _send(http, _oauth(http)) == "80000000"
    assert fake.bearers == ["DUMMY/1+==", "DUMMY/2+=="]
    assert len(fake.token_requests) == 2


async def test_fifty_sends_refused_at_once_renew_once() -> None:
    fake = FakePushKit(ended={"DUMMY/1+=="}, crowd=50)
    async with fake.http() as http:
        assert await _send_many(50, http, _oauth(http)) == {"80000000"}
    assert len(fake.token_requests) == 2
    assert fake.bearers == ["DUMMY/1+=="] * 50 + ["DUMMY/2+=="] * 50


async def test_a_send_refused_late_takes_the_token_that_is_already_new() -> None:
    fake = FakePushKit()
    async with fake.http() as http:
        bearer = _oauth(http)
        flow = bearer.async_auth_flow(httpx.Request("POST", SEND))
        late = await anext(flow)
        assert late.headers["Authorization"] == "Bearer DUMMY/1+=="
        fake.ended.add("DUMMY/1+==")
        await _send(http, bearer)
        again = await flow.asend(httpx.Response(401, json=fake.expired))
        assert again.headers["Authorization"] == "Bearer DUMMY/2+=="
        await flow.aclose()
    assert len(fake.token_requests) == 2


async def test_a_second_refusal_is_passed_on() -> None:
    fake = FakePushKit(ended={f"DUMMY/{number}+==" for number in range(1, 9)})
    async with fake.http() as http:
        assert await _send(http, _oauth(http)) == "80200003"
    assert fake.bearers == ["DUMMY/1+==", "DUMMY/2+=="]


# Facts F.5: what a fresh bearer may cure, whatever the HTTP status.
@pytest.mark.parametrize(
    ("status", "body", "tries"),
    [
        (200, b'{"code":"80000000"}', 1),
        (401, b'{"code":"80200003"}', 2),
        (200, b'{"code":"80200003"}', 2),
        (400, b'{"code":"80200001"}', 2),
        (401, b'{"code":"80200005"}', 2),
        (401, b'{"code":"80300036"}', 2),
        (401, b"", 2),
        (401, b"<html>", 2),
        (401, b'{"code":null}', 2),
        (401, b'{"code":"80300007"}', 1),
        (400, b'{"code":"80300002"}', 1),
        (403, b"", 1),
        (503, b"", 1),
        (200, b"<html>", 1),
    ],
)
async def test_only_what_a_fresh_token_may_cure_is_tried_again(
    status: int, body: bytes, tries: int
) -> None:
    fake = FakePushKit()

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host == "push.test":
            fake.bearers.append(request.headers["Authorization"])
            return httpx.Response(status, content=body)
        return await fake(request)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        response = await http.post(SEND, auth=_oauth(http))
    assert (response.status_code, response.content) == (status, body)
    assert len(fake.bearers) == tries


async def test_a_stopped_send_does_not_take_the_token_from_the_others() -> None:
    fake = FakePushKit(token_gate=asyncio.Event())
    assert fake.token_gate
    async with fake.http() as http:
        bearer = _oauth(http)
        sends = [asyncio.create_task(_send(http, bearer)) for _ in range(3)]
        await fake.asked.wait()
        sends[0].cancel()
        await asyncio.sleep(0)
        fake.token_gate.set()
        results = await asyncio.gather(*sends, return_exceptions=True)
    assert isinstance(results[0], asyncio.CancelledError)
    assert results[1:] == ["80000000", "80000000"]
    assert len(fake.token_requests) == 1


async def test_a_token_made_for_stopped_sends_is_kept_for_the_next() -> None:
    fake = FakePushKit(token_gate=asyncio.Event())
    assert fake.token_gate
    async with fake.http() as http:
        bearer = _oauth(http)
        send = asyncio.create_task(_send(http, bearer))
        await fake.asked.wait()
        send.cancel()
        fake.token_gate.set()
        await asyncio.gather(send, return_exceptions=True)
        assert await _send(http, bearer) == "80000000"
    assert len(fake.token_requests) == 1


async def test_closing_gives_up_a_token_that_is_being_made() -> None:
    fake = FakePushKit(token_gate=asyncio.Event())
    async with fake.http() as http:
        bearer = _oauth(http)
        send = asyncio.create_task(_send(http, bearer))
        await fake.asked.wait()
        await bearer.aclose()
        (result,) = await asyncio.gather(send, return_exceptions=True)
    assert isinstance(result, asyncio.CancelledError)
    assert fake.bearers == []


async def test_a_failure_is_told_to_all_who_wait_and_not_remembered() -> None:
    def refuse(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(500, text="<html>")

    fake = FakePushKit(oauth=refuse)
    async with fake.http() as http:
        bearer = _oauth(http)
        results = await asyncio.gather(
            *(_send(http, bearer) for _ in range(5)), return_exceptions=True
        )
        assert {type(result) for result in results} == {AuthRefused}
        assert len(fake.token_requests) == 1
        fake.oauth = None
        assert await _send(http, bearer) == "80000000"
    assert fake.bearers == ["DUMMY/2+=="]


def _answers(status: int, content: str) -> Answering:
    return lambda _request: httpx.Response(status, text=content)


def _breaks(error: Exception) -> Answering:
    def answer(_request: httpx.Request) -> httpx.Response:
        raise error

    return answer


REFUSALS = [
    # name, answer, reason, words
    (
        "wrong secret",
        _answers(400, '{"error":1101,"sub_error":12304,"error_description":"x"}'),
        "1101/12304",
        "The client secret does not match client ID 100000001 (OAuth error 1101/12304)",
    ),
    (
        "unknown client",
        _answers(400, '{"error":1203,"sub_error":12303}'),
        "1203/12303",
        "Client ID 100000001 is not known",
    ),
    ("HTML", _answers(200, "<html>"), "HTTP 200", "answered HTTP 200 without one"),
    ("500", _answers(500, ""), "HTTP 500", "answered HTTP 500 without one"),
    ("503", _answers(503, "busy"), "HTTP 503", "answered HTTP 503 without one"),
    ("list", _answers(200, "[]"), "HTTP 200", "answered HTTP 200 without one"),
    (
        "empty token",
        _answers(200, '{"access_token":""}'),
        "HTTP 200",
        "answered HTTP 200 without one",
    ),
    (
        "token that is no text",
        _answers(200, '{"access_token":5}'),
        "HTTP 200",
        "answered HTTP 200 without one",
    ),
    ("deep", _answers(200, "[" * 100_000), "HTTP 200", "HTTP 200 without one"),
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
            await _send(http, _oauth(http))
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
    fake = FakePushKit(oauth=_breaks(error))
    async with fake.http() as http:
        with pytest.raises(Unreachable) as caught:
            await _send(http, _oauth(http))
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


# -- service accounts


class Signings:
    """Signs as `auth.sign` does, and counts."""

    def __init__(self) -> None:
        self.count = 0
        self._sign = auth.sign

    def __call__(
        self, account: ServiceAccount, key: rsa.RSAPrivateKey, now: int, life: int
    ) -> str:
        self.count += 1
        return self._sign(account, key, now, life)


@pytest.fixture
def signings(monkeypatch: pytest.MonkeyPatch) -> Signings:
    signings = Signings()
    monkeypatch.setattr(auth, "sign", signings)
    return signings


# Facts B.3.
async def test_the_jwt_holds_what_push_kit_wants_and_proves_it(
    account: ServiceAccount, private_key: rsa.RSAPrivateKey
) -> None:
    fake, clock = FakePushKit(), Clock(1_900_000_000.75)
    async with fake.http() as http:
        assert await _send(http, ServiceAccountBearer(account, clock)) == "80000000"
    (token,) = fake.bearers
    assert jwt.get_unverified_header(token) == {
        "alg": "PS256",
        "kid": "dummy-key-id",
        "typ": "JWT",
    }
    claims = jwt.decode(
        token,
        private_key.public_key(),
        algorithms=["PS256"],
        audience="https://oauth-login.cloud.huawei.com/oauth2/v3/token",
        options={"verify_iat": False},
    )
    assert claims == {
        "iss": "dummy-sub",
        "aud": AUDIENCE,
        "iat": 1_900_000_000,
        "exp": 1_900_003_600,
    }
    assert fake.token_requests == []


async def test_a_jwt_does_not_verify_with_another_key(account: ServiceAccount) -> None:
    stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    token = auth.sign(account, load_private_key(account), 1_900_000_000, 3600)
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(
            token, stranger.public_key(), algorithms=["PS256"], audience=AUDIENCE
        )


async def test_fifty_sends_at_once_sign_once(
    account: ServiceAccount, signings: Signings
) -> None:
    fake = FakePushKit()
    async with fake.http() as http:
        bearer = ServiceAccountBearer(account, Clock())
        assert await _send_many(50, http, bearer) == {"80000000"}
    assert signings.count == 1
    assert len(fake.bearers) == 50
    assert len(set(fake.bearers)) == 1


async def test_a_jwt_is_kept_until_the_margin_before_its_end(
    account: ServiceAccount, signings: Signings
) -> None:
    fake, clock = FakePushKit(), Clock()
    async with fake.http() as http:
        bearer = ServiceAccountBearer(account, clock)
        await _send(http, bearer)
        clock.now += 3600 - MARGIN - 1
        await _send(http, bearer)
        assert signings.count == 1
        clock.now += 1
        await _send(http, bearer)
    assert signings.count == 2
    first, second, third = fake.bearers
    assert first == second != third


async def test_an_expired_jwt_is_signed_anew_once(
    account: ServiceAccount, signings: Signings
) -> None:
    fake = FakePushKit(expired=JWT_EXPIRED)

    async def answer(request: httpx.Request) -> httpx.Response:
        if not fake.bearers:
            fake.ended.add(request.headers["Authorization"].removeprefix("Bearer "))
        return await fake(request)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        bearer = ServiceAccountBearer(account, Clock())
        assert await _send(http, bearer) == "80000000"
        assert await _send(http, bearer) == "80000000"
    assert signings.count == 2
    first, second, third = fake.bearers
    assert first != second == third


async def test_a_jwt_refused_twice_is_passed_on(
    account: ServiceAccount, signings: Signings
) -> None:
    def refuse(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(401, json=JWT_EXPIRED)

    async with httpx.AsyncClient(transport=httpx.MockTransport(refuse)) as http:
        assert await _send(http, ServiceAccountBearer(account, Clock())) == "80200005"
    assert signings.count == 2


async def test_the_key_is_loaded_once(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[ServiceAccount] = []

    def load(each: ServiceAccount) -> rsa.RSAPrivateKey:
        loaded.append(each)
        return load_private_key(each)

    monkeypatch.setattr(auth, "load_private_key", load)
    fake, clock = FakePushKit(), Clock()
    async with fake.http() as http:
        bearer = ServiceAccountBearer(account, clock)
        for _ in range(3):
            await _send(http, bearer)
            clock.now += 3600
    assert len(loaded) == 1
    assert len(set(fake.bearers)) == 3


def _pem(
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, password: str = ""
) -> str:
    encryption: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if password:
        encryption = serialization.BestAvailableEncryption(password.encode())
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption
    ).decode()


def _bad_keys() -> dict[str, str]:
    good = _pem(rsa.generate_private_key(public_exponent=65537, key_size=2048))
    return {
        "cut": good[: len(good) // 2],
        "edited": good.replace("M", "N", 3),
        "no key": "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
        "not ASCII": "-----BEGIN PRIVATE KEY-----\n花\ud83c",
        "short": _pem(rsa.generate_private_key(public_exponent=65537, key_size=1024)),
        "another kind": _pem(ec.generate_private_key(ec.SECP256R1())),
        "encrypted": _pem(ec.generate_private_key(ec.SECP256R1()), "secret"),
        "empty": "",
    }


def test_a_key_that_cannot_sign_is_refused_without_showing_it() -> None:
    for name, pem in _bad_keys().items():
        with pytest.raises(CredentialError) as caught:
            load_private_key(ServiceAccount("1", "key", "sub", pem))
        assert "download it again" in str(caught.value), name
        body = "".join(pem.splitlines()[1:2])
        assert not body or body not in f"{caught.value!r}{caught.value}", name


async def test_a_key_that_cannot_sign_sends_nothing() -> None:
    fake = FakePushKit()
    async with fake.http() as http:
        bearer = ServiceAccountBearer(ServiceAccount("1", "key", "sub", "no key"))
        with pytest.raises(CredentialError):
            await _send(http, bearer)
    assert fake.bearers == []


# -- both


async def test_each_credential_has_its_bearer(account: ServiceAccount) -> None:
    async with FakePushKit().http() as http:
        assert isinstance(bearer_for(OAUTH_CLIENT, http, OAUTH_HOST), OAuthBearer)
        assert isinstance(bearer_for(account, http, OAUTH_HOST), ServiceAccountBearer)


async def test_nothing_shows_a_bearer_a_secret_or_a_key(
    account: ServiceAccount,
) -> None:
    fake = FakePushKit()
    secrets = [CLIENT_SECRET, *account.private_key.splitlines()[1:3], "PRIVATE KEY"]
    async with fake.http() as http:
        bearers: list[BearerAuth] = [_oauth(http), ServiceAccountBearer(account)]
        things: list[object] = [OAUTH_CLIENT, account, *bearers]
        for bearer in bearers:
            await _send(http, bearer)
            things += [bearer._bearer, vars(bearer)]
        secrets += fake.bearers
        response = await http.post(SEND, auth=bearers[0])
        things += [response, response.request, auth.to_answer(response)]
        fake.oauth = _answers(400, '{"error":1101,"sub_error":12304}')
        error = await _failure(http, _oauth(http))
        things += [error, error.__dict__, error.__cause__]
        fake.oauth = _breaks(httpx.ConnectError("no route"))
        error = await _failure(http, _oauth(http))
        things += [error, error.__dict__, error.__cause__]
    assert len(secrets) == 6
    for thing in things:
        for shown in (repr(thing), str(thing)):
            assert not [secret for secret in secrets if secret in shown]


async def _failure(http: httpx.AsyncClient, bearer: BearerAuth) -> PushError:
    with pytest.raises(PushError) as caught:
        await _send(http, bearer)
    return caught.value
