"""What the tests of `pushkit` share."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from hmpush_gui.pushkit.connection import Connection, Trust
from hmpush_gui.pushkit.credential import ServiceAccount

from .authorities import Authority


@pytest.fixture(scope="session")
def private_key() -> rsa.RSAPrivateKey:
    """An RSA key; 2048 bits are made much faster than Huawei's 4096."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture(scope="session")
def account(private_key: rsa.RSAPrivateKey) -> ServiceAccount:
    pem = private_key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return ServiceAccount("388421841222", "dummy-key-id", "dummy-sub", pem.decode())


@pytest.fixture
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections of the test go where they are told, whatever the machine says."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def company(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def trusting(company: Authority) -> Connection:
    """Believes the company's authority and no other."""
    return Connection(trust=Trust.ONLY, ca_file=str(company.path), connect=2, read=2)
