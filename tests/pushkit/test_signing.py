import httpx
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from hmpush_gui.pushkit import signing
from hmpush_gui.pushkit.bearer import MARGIN
from hmpush_gui.pushkit.credential import ServiceAccount
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.pushkit.signing import AUDIENCE, ServiceAccountBearer, load_private_key

from .bearers import send, send_many
from .fakes import JWT_EXPIRED, Clock, FakePushKit


class Signings:
    """Signs as `signing.sign` does, and counts."""

    def __init__(self) -> None:
        self.count = 0
        self._sign = signing.sign

    def __call__(
        self, account: ServiceAccount, key: rsa.RSAPrivateKey, now: int, life: int
    ) -> str:
        self.count += 1
        return self._sign(account, key, now, life)


@pytest.fixture
def signings(monkeypatch: pytest.MonkeyPatch) -> Signings:
    signings = Signings()
    monkeypatch.setattr(signing, "sign", signings)
    return signings


# Facts B.3.
async def test_the_jwt_holds_what_push_kit_wants_and_proves_it(
    account: ServiceAccount, private_key: rsa.RSAPrivateKey
) -> None:
    fake, clock = FakePushKit(), Clock(1_900_000_000.75)
    async with fake.http() as http:
        assert await send(http, ServiceAccountBearer(account, clock)) == "80000000"
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
    token = signing.sign(account, load_private_key(account), 1_900_000_000, 3600)
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
        assert await send_many(50, http, bearer) == {"80000000"}
    assert signings.count == 1
    assert len(fake.bearers) == 50
    assert len(set(fake.bearers)) == 1


async def test_a_jwt_is_kept_until_the_margin_before_its_end(
    account: ServiceAccount, signings: Signings
) -> None:
    fake, clock = FakePushKit(), Clock()
    async with fake.http() as http:
        bearer = ServiceAccountBearer(account, clock)
        await send(http, bearer)
        clock.now += 3600 - MARGIN - 1
        await send(http, bearer)
        assert signings.count == 1
        clock.now += 1
        await send(http, bearer)
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
        assert await send(http, bearer) == "80000000"
        assert await send(http, bearer) == "80000000"
    assert signings.count == 2
    first, second, third = fake.bearers
    assert first != second == third


async def test_a_jwt_refused_twice_is_passed_on(
    account: ServiceAccount, signings: Signings
) -> None:
    def refuse(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(401, json=JWT_EXPIRED)

    async with httpx.AsyncClient(transport=httpx.MockTransport(refuse)) as http:
        assert await send(http, ServiceAccountBearer(account, Clock())) == "80200005"
    assert signings.count == 2


async def test_the_key_is_loaded_once(
    account: ServiceAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[ServiceAccount] = []

    def load(each: ServiceAccount) -> rsa.RSAPrivateKey:
        loaded.append(each)
        return load_private_key(each)

    monkeypatch.setattr(signing, "load_private_key", load)
    fake, clock = FakePushKit(), Clock()
    async with fake.http() as http:
        bearer = ServiceAccountBearer(account, clock)
        for _ in range(3):
            await send(http, bearer)
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
            await send(http, bearer)
    assert fake.bearers == []


async def test_after_the_clock_was_set_back_no_jwt_is_from_the_future(
    account: ServiceAccount,
) -> None:
    fake, clock = FakePushKit(), Clock(1_900_000_000.0)
    async with fake.http() as http:
        bearer = ServiceAccountBearer(account, clock, Clock(0.0))
        await send(http, bearer)
        clock.now -= 7200
        await send(http, bearer)
    times = [
        jwt.decode(each, options={"verify_signature": False})["iat"]
        for each in fake.bearers
    ]
    assert times == [1_900_000_000, 1_900_000_000 - 7200]
