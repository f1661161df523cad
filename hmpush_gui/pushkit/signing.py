"""JWTs signed with a service account's key, which prove a project (facts B.3)."""

import asyncio
import time
from typing import TYPE_CHECKING

from .bearer import MARGIN, Bearer, BearerAuth
from .clocks import Clock, steady
from .credential import ServiceAccount
from .errors import CredentialError
from .oauth import TOKEN_PATH
from .project import OAUTH_HOST
from .reference import limits
from .words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

AUDIENCE = OAUTH_HOST + TOKEN_PATH
"""The fixed `aud` of a service-account JWT, whatever host is used (facts B.3)."""


class ServiceAccountBearer(BearerAuth):
    """A JWT signed with the service account's key, used as it is (facts B.3)."""

    def __init__(
        self,
        account: ServiceAccount,
        clock: Clock = time.time,
        steadily: Clock = steady,
    ) -> None:
        super().__init__(clock, steadily)
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
