"""Which proxy stands between this computer and an address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies

from .bypass import entries_of, goes_straight
from .connection import NO_SECRETS, Connection, ConnectionSecrets, ProxyUse
from .errors import Misconfigured
from .hindrances import BAD_PROXY
from .words import QT_TRANSLATE_NOOP

SCHEMES = ("http", "https", "socks5", "socks5h")
PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy; `address` holds no user and no password, so that it can be shown."""

    address: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    of_system: bool = False

    @property
    def is_socks(self) -> bool:
        return self.address.startswith("socks5")


def proxy_for(
    url: str,
    connection: Connection,
    secrets: ConnectionSecrets = NO_SECRETS,
    system: Mapping[str, str] | None = None,
) -> Proxy | None:
    """The proxy that `url` is asked through, or None.

    `system` is what `urllib.request.getproxies` tells: the variables HTTPS_PROXY,
    HTTP_PROXY, ALL_PROXY and NO_PROXY, or else the settings of Windows and macOS.
    This computer itself is never asked through a proxy, nor is what is no address.
    Raises Misconfigured where the proxy is no address.
    """
    try:
        parts = urlsplit(url)
        scheme, host = parts.scheme.lower(), parts.hostname or ""
        port = parts.port or PORTS.get(scheme, 443)
    except ValueError:
        return None
    if connection.proxy is ProxyUse.NONE or goes_straight(host, port, ()):
        return None
    if connection.proxy is ProxyUse.OWN:
        if goes_straight(host, port, entries_of(connection.no_proxy)):
            return None
        return _own(connection, secrets)
    system = getproxies() if system is None else system
    if goes_straight(host, port, entries_of(system.get("no", ""))):
        return None
    named = system.get(scheme) or system.get("all")
    return _of_system(named) if named else None


def _of_system(named: str) -> Proxy:
    address = named if "://" in named else f"http://{named}"
    if address.lower().startswith("socks://"):
        # So GNOME writes it, and means version 5.
        address = f"socks5{address[len('socks') :]}"
    try:
        shown, parts = proxy_address(address), urlsplit(address)
    except ValueError as error:
        raise Misconfigured(_BAD_SYSTEM.format(detail=str(error)), BAD_PROXY) from None
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Proxy(shown, user, password, of_system=True)


def _own(connection: Connection, secrets: ConnectionSecrets) -> Proxy:
    try:
        shown = proxy_address(connection.proxy_address)
    except ValueError as error:
        raise Misconfigured(_BAD_OWN.format(detail=str(error)), BAD_PROXY) from None
    return Proxy(shown, secrets.proxy_user, secrets.proxy_password)


def proxy_address(text: str) -> str:
    """`text` with its port and without user and password.

    Raises ValueError, whose text can be shown, where it is no address of a proxy.
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        # It would repeat all of what it could not read.
        raise ValueError("–") from None
    scheme, host = parts.scheme.lower(), parts.hostname or ""
    if "@" in text and "@" not in parts.netloc:
        # A password with a sign such as / or #, at which the address ends too early.
        raise ValueError(f"{scheme or '–'}://–")
    if scheme not in SCHEMES or not host or any(sign.isspace() for sign in text):
        raise ValueError(f"{scheme or '–'}://{host or '–'}")
    host = f"[{host}]" if ":" in host else host
    # Asked for first: it refuses what is no number.
    port = parts.port
    return f"{scheme}://{host}:{PORTS[scheme] if port is None else port}"


_BAD_SYSTEM = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: the proxy of this computer cannot be used ({detail}). It has to "
    "look like http://host:8080 or socks5://host:1080: check HTTPS_PROXY, ALL_PROXY "
    "and the system’s proxy settings, or name a proxy under Connection.",
)
_BAD_OWN = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: the project’s proxy cannot be used ({detail}). It has to look "
    "like http://host:8080 or socks5://host:1080. Mend it under Connection.",
)
