"""The demo credentials with which the sandbox can be used without any account."""

import secrets
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hmpush_gui.pushkit.credential import OAuthClient, ServiceAccount
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

KEY_BITS = 4096
"""Length of a service account's RSA key (facts B.3)."""

SECRET_MARKS = "=/\\+"
"""What a client secret may hold beside letters and digits (facts A.2)."""


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """A made-up app: the credentials the user sends with, and the key to check them.

    The public key is PEM text (SubjectPublicKeyInfo).
    """

    client: OAuthClient
    service: ServiceAccount
    public_key_pem: str

    @classmethod
    def create(cls, key_bits: int = KEY_BITS) -> "DemoAccount":
        """Fresh random credentials. Takes seconds: not for the window's thread."""
        from cryptography.hazmat.primitives.asymmetric import rsa

        key = rsa.generate_private_key(public_exponent=65537, key_size=key_bits)
        service = ServiceAccount(
            project_id=_fake_number(),
            key_id=secrets.token_hex(16),
            sub_account=_fake_number(),
            private_key=_private_pem(key),
        )
        client = OAuthClient(_fake_number(), _secret())
        return cls(client, service, _public_pem(key))

    @classmethod
    def of(cls, client: OAuthClient, service: ServiceAccount) -> "DemoAccount":
        """The account whose credentials were kept. Raises CredentialError."""
        return cls(client, service, _public_pem(_load(service.private_key)))


def _fake_number() -> str:
    """18 digits that are nobody's: Huawei's own numbers do not start with 9000."""
    return "9000" + "".join(secrets.choice(string.digits) for _ in range(14))


def _secret() -> str:
    """64 characters, each of the marks among them, so that URL-encoding matters."""
    alphabet = string.ascii_letters + string.digits + SECRET_MARKS
    letters = [secrets.choice(alphabet) for _ in range(64 - len(SECRET_MARKS))]
    letters += SECRET_MARKS
    secrets.SystemRandom().shuffle(letters)
    return "".join(letters)


def _load(pem: str) -> "RSAPrivateKey":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

    try:
        key = serialization.load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise CredentialError(_UNREADABLE) from None
    if not isinstance(key, RSAPrivateKey):
        raise CredentialError(_UNREADABLE)
    return key


def _private_pem(key: "RSAPrivateKey") -> str:
    from cryptography.hazmat.primitives import serialization

    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()


def _public_pem(key: "RSAPrivateKey") -> str:
    from cryptography.hazmat.primitives import serialization

    return (
        key.public_key()
        .public_bytes(
            serialization.Encoding.PEM,
            serialization.PublicFormat.SubjectPublicKeyInfo,
        )
        .decode()
    )


_UNREADABLE = QT_TRANSLATE_NOOP(
    "sandbox",
    "The key of the sandbox’s demo account cannot be read. "
    "Reset the sandbox to make a new one.",
)
