"""Which bearer proves which credential."""

import httpx

from .bearer import BearerAuth
from .credential import Credential, OAuthClient
from .oauth import OAuthBearer
from .signing import ServiceAccountBearer


def bearer_for(
    credential: Credential, http: httpx.AsyncClient, oauth_host: str
) -> BearerAuth:
    """The flow that proves `credential`."""
    if isinstance(credential, OAuthClient):
        return OAuthBearer(http, credential, oauth_host)
    return ServiceAccountBearer(credential)
