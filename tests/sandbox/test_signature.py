"""Only a JWT signed by the account, for this service, and in force, passes."""

import base64
import hashlib
import hmac
import json
from typing import Any

import pytest

from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.refusal import Refusal
from hmpush_gui.sandbox.signature import SignatureCheck

from .conftest import AUDIENCE, NOW, Clock, Signer


@pytest.fixture
def check(account: DemoAccount, clock: Clock) -> SignatureCheck:
    return SignatureCheck(account, clock)


def _code(check: SignatureCheck, token: str) -> str:
    """The code a token is refused with; empty if it passes."""
    try:
        check.check(token)
    except Refusal as refusal:
        return refusal.code if refusal.status == 401 else f"HTTP {refusal.status}"
    return ""


def _part(content: Any) -> str:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(text).rstrip(b"=").decode()


def _head(account: DemoAccount, algorithm: str) -> dict[str, str]:
    return {"alg": algorithm, "typ": "JWT", "kid": account.service.key_id}


def _claims(account: DemoAccount) -> dict[str, Any]:
    return {
        "iss": account.service.sub_account,
        "aud": AUDIENCE,
        "iat": NOW,
        "exp": NOW + 3600,
    }


def test_the_jwt_that_the_facts_describe_passes(
    check: SignatureCheck, sign: Signer
) -> None:
    assert _code(check, sign()) == ""


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"iat": NOW - 3600, "exp": NOW}, "80200005"),
        ({"iat": NOW - 3599, "exp": NOW + 1}, ""),
        ({"iat": NOW - 90_000, "exp": NOW - 1}, "80200005"),
        ({"iat": NOW, "exp": NOW + 86_400}, ""),
        ({"iat": NOW, "exp": NOW + 86_401}, "80300036"),
        ({"iat": NOW - 100_000, "exp": NOW + 100}, "80300036"),
        ({"iat": NOW + 300, "exp": NOW + 3900}, ""),
        ({"iat": NOW + 301, "exp": NOW + 3901}, "80200001"),
        ({"iss": "somebody-else"}, "80200001"),
        ({"iss": None}, "80200001"),
        ({"aud": "https://oauth-login.cloud.huawei.com"}, "80200001"),
        ({"aud": [AUDIENCE, "https://example.com"]}, "80200001"),
        ({"aud": None}, "80200001"),
        ({"iat": None}, "80200001"),
        ({"exp": None}, "80200001"),
        ({"iat": str(NOW)}, "80200001"),
        ({"exp": "soon"}, "80200001"),
        ({"iat": NOW + 0.5}, "80200001"),
        ({"exp": NOW + 3600.5}, "80200001"),
        ({"exp": True}, "80200001"),
    ],
)
def test_claims_are_judged(
    check: SignatureCheck, sign: Signer, claims: dict[str, Any], code: str
) -> None:
    assert _code(check, sign(**claims)) == code


@pytest.mark.parametrize(
    "header", [{"kid": "another-key"}, {"kid": None}, {"typ": "at+jwt"}, {"typ": None}]
)
def test_a_header_that_is_not_the_documented_one_is_refused(
    check: SignatureCheck, sign: Signer, header: dict[str, Any]
) -> None:
    assert _code(check, sign(header=header)) == "80200001"


@pytest.mark.parametrize("algorithm", ["RS256", "PS384", "PS512"])
def test_another_algorithm_with_the_right_key_is_refused(
    check: SignatureCheck, sign: Signer, algorithm: str
) -> None:
    assert _code(check, sign(algorithm=algorithm)) == "80200001"


def test_another_key_under_the_right_name_is_refused(
    check: SignatureCheck, sign: Signer, foreign_account: DemoAccount
) -> None:
    forged = sign(key=foreign_account.service.private_key)

    assert _code(check, forged) == "80200001"


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "PS256"])
def test_a_jwt_without_a_signature_is_refused(
    check: SignatureCheck, account: DemoAccount, algorithm: str
) -> None:
    head, claims = _head(account, algorithm), _claims(account)

    assert _code(check, f"{_part(head)}.{_part(claims)}.") == "80200001"


@pytest.mark.parametrize("named", ["HS256", "PS256"])
def test_the_public_key_is_no_shared_secret(
    check: SignatureCheck, account: DemoAccount, named: str
) -> None:
    signed = f"{_part(_head(account, named))}.{_part(_claims(account))}"
    secret = account.public_key_pem.encode()
    forged = hmac.new(secret, signed.encode(), hashlib.sha256).digest()

    assert _code(check, f"{signed}.{_part(forged)}") == "80200001"


def test_a_changed_claim_breaks_the_signature(
    check: SignatureCheck, account: DemoAccount, sign: Signer
) -> None:
    head, _, signature = sign().split(".")
    longer = _claims(account) | {"exp": NOW + 7200}

    assert _code(check, f"{head}.{_part(longer)}.{signature}") == "80200001"


@pytest.mark.parametrize(
    "token",
    [
        "",
        "a.b.c",
        "..",
        "not a jwt",
        "ключ.ключ.ключ",
        "\ud83d.x.y",
        f"{_part([])}.{_part({})}.x",
        f"{_part(b'[' * 20_000)}.{_part({})}.x",
    ],
)
def test_rubbish_is_refused(check: SignatureCheck, token: str) -> None:
    assert _code(check, token) == "80200001"
