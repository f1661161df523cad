"""Checks a JWT as Push Kit must: signature, header, claims, life (facts B.3)."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .account import DemoAccount
from .refusal import unauthorised

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

AUDIENCE = "https://oauth-login.cloud.huawei.com/oauth2/v3/token"
LONGEST_LIFE = 86400
"""Seconds between `iat` and `exp` above which Push Kit refuses (facts B.3, Life)."""

CLOCK_SLACK = 300
"""Seconds by which the sender's clock may be ahead of ours."""

_ALGORITHM = "PS256"


class SignatureCheck:
    """Knows the public key of one service account. `clock` gives Unix seconds."""

    def __init__(self, account: DemoAccount, clock: Callable[[], float]) -> None:
        self._account = account
        self._clock = clock

    def check(self, token: str) -> None:
        """Raises Refusal unless `token` is a JWT of this account that is in force."""
        claims = self._claims(token)
        issued, ends = claims["iat"], claims["exp"]
        # A bool is an int to Python, and text or fractions are no Unix seconds.
        if type(issued) is not int or type(ends) is not int:
            raise unauthorised()
        now = self._clock()
        if ends <= now:
            raise unauthorised("80200005", "Jwt token expired.")
        if ends - issued > LONGEST_LIFE:
            raise unauthorised("80300036", "JWT expire period over threshold")
        if issued > now + CLOCK_SLACK:
            raise unauthorised()

    def _claims(self, token: str) -> dict[str, Any]:
        """The claims of a token signed by the account's key, times not judged yet."""
        import jwt

        # Only ASCII can be base64url; jwt would stumble over the rest.
        if not token.isascii():
            raise unauthorised()
        try:
            self._check_header(jwt.get_unverified_header(token))
            claims = jwt.decode(
                token,
                self._public_key,
                algorithms=[_ALGORITHM],
                audience=AUDIENCE,
                issuer=self._account.service.sub_account,
                options={
                    "require": ["iss", "aud", "iat", "exp"],
                    "strict_aud": True,
                    # jwt would ask the system clock; ours can be set.
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
        # Not every PyJWT that we allow catches nesting without end itself.
        except (jwt.PyJWTError, RecursionError):
            raise unauthorised() from None
        return claims

    def _check_header(self, header: dict[str, Any]) -> None:
        expected = {
            "alg": _ALGORITHM,
            "typ": "JWT",
            "kid": self._account.service.key_id,
        }
        if {name: header.get(name) for name in expected} != expected:
            raise unauthorised()

    @cached_property
    def _public_key(self) -> "RSAPublicKey":
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

        key = serialization.load_pem_public_key(self._account.public_key_pem.encode())
        if not isinstance(key, RSAPublicKey):
            raise TypeError("The demo account's key is not an RSA key.")
        return key
