"""Who may send: the Authorization header against the address it is used on."""

from collections.abc import Callable

from hmpush_gui.pushkit.message import Api

from .account import DemoAccount
from .oauth import TokenOffice, TokenStanding
from .refusal import Refusal, unauthorised
from .signature import SignatureCheck

_SCHEME = "Bearer "


class Doorkeeper:
    """Lets in the demo account, and nobody else."""

    def __init__(
        self, account: DemoAccount, office: TokenOffice, clock: Callable[[], float]
    ) -> None:
        self._account = account
        self._office = office
        self._signature = SignatureCheck(account, clock)

    def check(self, api: Api, owner: str, authorization: str) -> None:
        """Raises Refusal unless `authorization` may send through `owner`'s address."""
        token = bearer_token(authorization)
        if not token:
            raise unauthorised()
        if api is Api.V3 or looks_like_jwt(token):
            # Facts B.1: v3 takes nothing but a JWT, so anything else fails as one.
            self._signature.check(token)
        else:
            self._check_access_token(token)
        self._check_owner(api, owner)

    def _check_access_token(self, token: str) -> None:
        standing = self._office.standing(token)
        if standing is TokenStanding.EXPIRED:
            raise expired(token)
        if standing is TokenStanding.UNKNOWN:
            raise unauthorised()

    def _check_owner(self, api: Api, owner: str) -> None:
        """Facts B.1 and F.2: a foreign project spoils the bearer, a foreign app not."""
        if api is Api.V1:
            if owner != self._account.client.client_id:
                raise Refusal(
                    "80300002", "No permission to send message to these tmIDs"
                )
        elif owner != self._account.service.project_id:
            raise unauthorised()


def bearer_token(authorization: str) -> str:
    """What follows `Bearer ` in the header; empty if the header is anything else."""
    if not authorization.startswith(_SCHEME):
        return ""
    return authorization.removeprefix(_SCHEME).strip()


def looks_like_jwt(token: str) -> bool:
    """Whether `token` has a JWT's three parts; access tokens hold no dot."""
    return token.count(".") == 2


def expired(token: str) -> Refusal:
    """What an outdated token of either sort is answered (facts F.2)."""
    if looks_like_jwt(token):
        return unauthorised("80200005", "Jwt token expired.")
    return unauthorised("80200003", "Access token expired.")
