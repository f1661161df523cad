"""Which bearer proves which credential."""

import httpx

from .bearer import BearerAuth
from .credential import Credential, OAuthClient
from .oauth import OAuthBearer
from .signing import ServiceAccountBearer
from .way import Way


def bearer_for(
    credential: Credential,
    http: httpx.AsyncClient,
    oauth_host: str,
    way: Way | None = None,
) -> BearerAuth:
    """The flow that proves `credential`; `way` leads to the OAuth service."""
    if isinstance(credential, OAuthClient):
        return OAuthBearer(http, credential, oauth_host, way=way)
    return ServiceAccountBearer(credential)
