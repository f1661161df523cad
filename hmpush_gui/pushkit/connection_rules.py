"""What keeps connection settings from being saved: pure rules on their values."""

from collections.abc import Iterator

from .bypass import entries_of, is_entry
from .connection import (
    LONGEST,
    SHORTEST,
    Connection,
    ConnectionSecrets,
    ProxyUse,
    Trust,
)
from .proxies import proxy_address
from .words import QT_TRANSLATE_NOOP, Sentence

Wrong = tuple[str, Sentence]
"""The name of a field of `Connection`, and what is wrong with it."""


def wrong_with_connection(
    connection: Connection, before: Connection, given: ConnectionSecrets
) -> Wrong | None:
    """The first thing wrong with `connection`, which takes the place of `before`.

    `given` are the secrets that were typed anew.
    """
    rules = (_proxy(connection), _login(connection, before, given))
    for rule in (*rules, _files(connection), _seconds(connection)):
        for wrong in rule:
            return wrong
    return None


def _proxy(connection: Connection) -> Iterator[Wrong]:
    if connection.proxy is not ProxyUse.OWN:
        return
    address = connection.proxy_address
    if "@" in address:
        # First, so that what stands there is not repeated.
        yield "proxy_address", _SECRET_IN_ADDRESS
    try:
        proxy_address(address)
    except ValueError:
        yield "proxy_address", _NO_PROXY.format(text=address or "–")
    for entry in entries_of(connection.no_proxy):
        if not is_entry(entry):
            yield "no_proxy", _NO_ENTRY.format(text=entry)


def _login(
    connection: Connection, before: Connection, given: ConnectionSecrets
) -> Iterator[Wrong]:
    if connection.proxy is not ProxyUse.OWN or not connection.has_login:
        return
    if given.proxy_password and not given.proxy_user:
        yield "proxy_user", _NO_USER
    if given.proxy_user:
        # RFC 7617 and RFC 1929.
        if ":" in given.proxy_user and connection.proxy_address.startswith("http"):
            yield "proxy_user", _COLON
        return
    if not before.has_login:
        yield "proxy_user", _NO_USER
    elif before.proxy_address != connection.proxy_address:
        # A proxy is told only what was typed for it.
        yield "proxy_user", _OTHER_PROXY.format(proxy=before.proxy_address)


def _files(connection: Connection) -> Iterator[Wrong]:
    if connection.trust is not Trust.USUAL and not connection.ca_file:
        yield "ca_file", _NO_CA
    if connection.client_key and not connection.client_certificate:
        yield "client_certificate", _NO_CERTIFICATE


def _seconds(connection: Connection) -> Iterator[Wrong]:
    for name in ("connect", "read", "write", "pool"):
        if not SHORTEST <= getattr(connection, name) <= LONGEST:
            yield name, _NO_SECONDS.format(least=SHORTEST, most=LONGEST)


_NO_PROXY = QT_TRANSLATE_NOOP(
    "pushkit",
    "“{text}” is no address of a proxy. It looks like http://proxy.example:8080 or "
    "socks5://proxy.example:1080.",
)
_SECRET_IN_ADDRESS = QT_TRANSLATE_NOOP(
    "pushkit",
    "Take user and password out of the proxy’s address: type them in the fields below, "
    "so that they are kept as secrets.",
)
_NO_ENTRY = QT_TRANSLATE_NOOP(
    "pushkit",
    "“{text}” is no host that could be left out. It looks like corp.example, "
    "*.corp.example or 10.0.0.0/8.",
)
_NO_USER = QT_TRANSLATE_NOOP(
    "pushkit", "Type the user of the proxy, or untick that it asks for one."
)
_COLON = QT_TRANSLATE_NOOP(
    "pushkit", "The user of an HTTP proxy cannot hold a colon. Type only the name."
)
_OTHER_PROXY = QT_TRANSLATE_NOOP(
    "pushkit",
    "The kept user and password belong to {proxy}. Type those of the new proxy.",
)
_NO_CA = QT_TRANSLATE_NOOP("pushkit", "Choose the CA file, or trust the usual ones.")
_NO_CERTIFICATE = QT_TRANSLATE_NOOP(
    "pushkit", "The key needs its client certificate. Choose its file, too."
)
_NO_SECONDS = QT_TRANSLATE_NOOP(
    "pushkit", "Seconds are whole numbers from {least} to {most}."
)
