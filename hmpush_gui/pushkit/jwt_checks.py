"""Our own JWT, signed, taken apart again and held against facts B.3."""

import base64
import json
from typing import TYPE_CHECKING

from .credential import ServiceAccount
from .finding import Finding, Part, fine, shown, wrong
from .reference import limits
from .signing import AUDIENCE, sign
from .words import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import (
        RSAPrivateKey,
        RSAPublicKey,
    )

    from .message import Json


def check_own_jwt(
    account: ServiceAccount, key: "RSAPrivateKey", now: float
) -> list[Finding]:
    """Sign as a send does, and look at what came out."""
    token = sign(account, key, int(now), limits()["jwt_seconds"])
    return check_jwt(token, account, key.public_key())


def check_jwt(
    token: str, account: ServiceAccount, public: "RSAPublicKey"
) -> list[Finding]:
    """Header, claims, life and signature of `token`."""
    header, claims = (_part(part) for part in token.split(".")[:2])
    return [
        _header(header, account),
        _claims(claims, account),
        _life(claims),
        _signature(token, public),
    ]


def _part(text: str) -> "Json":
    content = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return dict(content)


def _header(header: "Json", account: ServiceAccount) -> Finding:
    expected = {"alg": "PS256", "typ": "JWT", "kid": account.key_id}
    return _judged(
        "header",
        {name: header.get(name) for name in expected} == expected,
        QT_TRANSLATE_NOOP(
            "pushkit", "Header of our JWT: alg PS256, typ JWT, kid {key_id}."
        ).format(key_id=shown(account.key_id)),
        QT_TRANSLATE_NOOP(
            "pushkit", "The header of our JWT is not what Push Kit wants."
        ),
    )


def _claims(claims: "Json", account: ServiceAccount) -> Finding:
    expected = {"iss": account.sub_account, "aud": AUDIENCE}
    return _judged(
        "claims",
        {name: claims.get(name) for name in expected} == expected,
        QT_TRANSLATE_NOOP(
            "pushkit", "Claims of our JWT: iss {sub_account}, aud {audience}."
        ).format(sub_account=shown(account.sub_account), audience=AUDIENCE),
        QT_TRANSLATE_NOOP(
            "pushkit", "The claims of our JWT are not what Push Kit wants."
        ),
    )


def _life(claims: "Json") -> Finding:
    life, most = claims["exp"] - claims["iat"], limits()["jwt_max_seconds"]
    words = QT_TRANSLATE_NOOP(
        "pushkit", "Our JWT lives {life} s; Push Kit refuses more than {most} s."
    ).format(life=life, most=most)
    return _judged("life", 0 < life <= most, words, words)


def _signature(token: str, public: "RSAPublicKey") -> Finding:
    import jwt

    try:
        jwt.decode(
            token,
            public,
            algorithms=["PS256"],
            audience=AUDIENCE,
            # Only the signature is asked about; the clock has a finding of its own.
            options={"verify_exp": False, "verify_iat": False, "verify_nbf": False},
        )
        holds = True
    except jwt.PyJWTError:
        holds = False
    return _judged(
        "signature",
        holds,
        QT_TRANSLATE_NOOP(
            "pushkit", "Its signature holds against the public half of the key."
        ),
        QT_TRANSLATE_NOOP(
            "pushkit", "Its signature does not hold: the key is damaged inside."
        ),
    )


def _judged(name: str, good: bool, if_good: Sentence, if_not: Sentence) -> Finding:
    if good:
        return fine(Part.JWT, name, if_good)
    return wrong(Part.JWT, name, if_not, _REPORT)


_REPORT = QT_TRANSLATE_NOOP(
    "pushkit",
    "Make a new key in the Developer API Console. If it stays, copy this report into "
    "an issue of this program.",
)
