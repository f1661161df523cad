"""Key files and keys, good and bad, made by ourselves."""

import json
from functools import cache

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from hmpush_gui.pushkit.credential import ServiceAccount

NOW = 1_800_000_000.0

_HOST = "https://oauth-login.cloud.huawei.com/oauth2/v3"
BESIDE = {
    "auth_uri": f"{_HOST}/authorize",
    "token_uri": f"{_HOST}/token",
    "auth_provider_cert_uri": f"{_HOST}/certs",
    "client_cert_uri": f"{_HOST}/x509",
}


@cache
def key_of(bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def pem_of(
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey,
    *,
    pkcs1: bool = False,
    phrase: bytes = b"",
) -> str:
    formats = serialization.PrivateFormat
    hide = serialization.BestAvailableEncryption(phrase) if phrase else None
    return key.private_bytes(
        serialization.Encoding.PEM,
        formats.TraditionalOpenSSL if pkcs1 else formats.PKCS8,
        hide or serialization.NoEncryption(),
    ).decode()


@cache
def pem() -> str:
    return pem_of(key_of())


def account(**other: str) -> ServiceAccount:
    values = {"project_id": "101", "key_id": "key-1", "sub_account": "9001"}
    return ServiceAccount(**{**values, "private_key": pem(), **other})


def key_file(**other: object) -> bytes:
    """A good file but for `other`; None takes a field away."""
    fields = {**json.loads(account().to_json()), **BESIDE, **other}
    kept = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(kept).encode()
