"""All that requests of a project go out over: certificates, proxies, patience."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit
from urllib.request import getproxies

from .connection import NO_SECRETS, USUAL, Connection, ConnectionSecrets
from .proxies import Proxy, proxy_for
from .trust import tls_for, trusted_certificates
from .way import Way


@dataclass(frozen=True, slots=True)
class Wires:
    """What was read of a `Connection`: files, secrets and the system's proxies."""

    tls: ssl.SSLContext
    connection: Connection = USUAL
    secrets: ConnectionSecrets = NO_SECRETS
    system: Mapping[str, str] = field(default_factory=getproxies, repr=False)

    def proxy(self, url: str) -> Proxy | None:
        """The proxy `url` is asked through, or None. Raises Misconfigured."""
        return proxy_for(url, self.connection, self.secrets, self.system)

    def way(self, url: str) -> Way:
        """The way to `url`, to be told. Raises Misconfigured."""
        proxy = self.proxy(url)
        has_certificate = bool(self.connection.client_certificate)
        address, user = (proxy.address, proxy.user) if proxy else ("", "")
        return Way(host_of(url), address, bool(user), has_certificate)


def wires_for(
    connection: Connection = USUAL, secrets: ConnectionSecrets = NO_SECRETS
) -> Wires:
    """Read everything. Slow: make it in a thread. Raises Misconfigured."""
    return Wires(tls_for(connection, secrets), connection, secrets)


def usual_wires() -> Wires:
    """Those of a project with no settings. Slow: make them in a thread."""
    return Wires(trusted_certificates())


def without_identity(connection: Connection) -> Connection:
    """The settings for servers of anybody, whom the client certificate is no business
    of."""
    return replace(connection, client_certificate="", client_key="")


def host_of(url: str) -> str:
    """The host in `url`; all of it where there is none."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
