"""Names what keeps a request on this computer: the reason of its tokens."""

from typing import Final

from .connection import Connection, ProxyUse, Trust
from .outcome import Verdict
from .protocol import Exchange

CERTIFICATE: Final = "certificate"
"""The server's certificate is not believed."""

OWN_CERTIFICATE: Final = "client-certificate"
"""The server wants a client certificate, or another one."""

TLS: Final = "tls"
"""No TLS that both sides speak, or none that is safe."""

PROXY_LOGIN: Final = "proxy-login"
"""The proxy wants a user and a password, or other ones."""

PROXY_SIGN_IN: Final = "proxy-sign-in"
"""The proxy wants a sign-in that we do not have, such as NTLM."""

PROXY: Final = "proxy"
"""The proxy answers, but makes no way, or is none."""

PROXY_AWAY: Final = "proxy-away"
"""The proxy is not there, or not in time. It may pass by itself."""

UNKNOWN_HOST: Final = "unknown-host"
"""Nobody knows the server's name, perhaps for want of a network. It may pass, too."""

SETTINGS: Final = "connection"
"""What this computer itself trusts cannot be read."""

BAD_PROXY: Final = "proxy-address"
BAD_CA: Final = "ca-file"
BAD_OWN: Final = "client-certificate-file"
BAD_PASSWORD: Final = "client-key-password"
"""Which of the connection's own settings cannot be used."""

_SETTINGS = frozenset({SETTINGS, BAD_PROXY, BAD_CA, BAD_OWN, BAD_PASSWORD})

HINDRANCES: Final = _SETTINGS | {
    CERTIFICATE,
    OWN_CERTIFICATE,
    TLS,
    PROXY_LOGIN,
    PROXY,
    PROXY_AWAY,
    PROXY_SIGN_IN,
    UNKNOWN_HOST,
}

MAY_PASS: Final = frozenset({PROXY_AWAY, UNKNOWN_HOST})

FOR_ALL: Final = _SETTINGS | {
    CERTIFICATE,
    OWN_CERTIFICATE,
    PROXY_LOGIN,
    PROXY_SIGN_IN,
}
"""What no other request to the same host would escape.

A proxy that is given a wrong password for each of a thousand requests locks the user
out.
"""


_OTHER = frozenset({"credential", "stopped", "stopped-before", "unwritten", ""})


def hindrance_of(exchange: Exchange) -> str:
    """Why a request did not get to Push Kit, for `place_of`; empty if it did, or may.

    That is one of `HINDRANCES`, or the name of a network's error.
    """
    if exchange.answer is not None:
        is_login = exchange.answer.status == 407 and not exchange.code
        return PROXY_LOGIN if is_login else ""
    first = exchange.outcomes[0] if exchange.outcomes else None
    if first is None or first.verdict is not Verdict.NOT_SENT:
        return ""
    return "" if first.reason in _OTHER or "/" in first.reason else first.reason


def is_of_address(reason: str) -> bool:
    """Whether the project's addresses may be to blame for `hindrance_of` a request."""
    at_the_end = reason in {CERTIFICATE, TLS, PROXY, UNKNOWN_HOST}
    return at_the_end or bool(reason and reason not in HINDRANCES)


def place_of(reason: str, connection: Connection) -> str:
    """The field of `connection` at which to mend what `reason` names.

    Where the network is not reached at all, it is that of the proxy.
    """
    if reason == SETTINGS:
        # A file of authorities can do without those of the computer.
        return "trust"
    own = connection.proxy is ProxyUse.OWN
    if reason in (CERTIFICATE, BAD_CA):
        return "trust" if connection.trust is Trust.USUAL else "ca_file"
    if reason in (OWN_CERTIFICATE, TLS, BAD_OWN):
        return "client_certificate"
    if reason == BAD_PASSWORD:
        return "key_password"
    if reason == PROXY_LOGIN and own:
        return "proxy_user"
    return "proxy_address" if own else "proxy"
