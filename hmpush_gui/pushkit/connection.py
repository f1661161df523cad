"""How a project reaches the network: proxy, certificates, patience. Never a secret."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

CONNECT, READ, WRITE, POOL = 10, 30, 30, 30
"""Seconds for each step of a request, unless the user chose others."""

SHORTEST: Final = 1
LONGEST: Final = 120
"""Seconds within which each step has to be; a request as a whole has 120 (`client`)."""


class ProxyUse(StrEnum):
    """Which proxy is used: that of the environment or system, none, or a named one."""

    SYSTEM = "system"
    NONE = "none"
    OWN = "own"


class Trust(StrEnum):
    """Who vouches for a server: the usual authorities, a file as well, or only it."""

    USUAL = "usual"
    ADD = "add"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Connection:
    """The settings of one project. They stay on this computer, apart from projects.

    `proxy_address` is like `http://proxy:8080` or `socks5://proxy:1080`; `no_proxy` is
    a list such as `*.corp.example, 10.0.0.0/8`. Files are paths of PEM files; the key
    may stand in the certificate's file. `has_login` and `has_key_password` say that the
    secret store keeps the one or the other. Times are whole seconds.
    """

    proxy: ProxyUse = ProxyUse.SYSTEM
    proxy_address: str = ""
    has_login: bool = False
    no_proxy: str = ""
    trust: Trust = Trust.USUAL
    ca_file: str = ""
    verify: bool = True
    client_certificate: str = ""
    client_key: str = ""
    has_key_password: bool = False
    connect: int = CONNECT
    read: int = READ
    write: int = WRITE
    pool: int = POOL


USUAL: Final = Connection()
"""What holds for a project of which nothing was chosen."""


@dataclass(frozen=True, slots=True)
class ConnectionSecrets:
    """What proves somebody to a proxy, and opens the key of a client certificate."""

    proxy_user: str = field(default="", repr=False)
    proxy_password: str = field(default="", repr=False)
    key_password: str = field(default="", repr=False)

    @property
    def login(self) -> str:
        """User and password as one secret to keep; empty without a user."""
        if not self.proxy_user:
            return ""
        return json.dumps({"user": self.proxy_user, "password": self.proxy_password})

    def over(self, kept: "ConnectionSecrets") -> "ConnectionSecrets":
        """These where they were typed, and `kept` where they were not."""
        login = self if self.proxy_user else kept
        key_password = self.key_password or kept.key_password
        return ConnectionSecrets(login.proxy_user, login.proxy_password, key_password)


NO_SECRETS: Final = ConnectionSecrets()


def login_name(project_key: str) -> str:
    """The name under which a project's proxy user lies in the secret store."""
    return f"{project_key}/proxy"


def key_password_name(project_key: str) -> str:
    """The name under which the password of a project's client key lies there."""
    return f"{project_key}/client-key"


def read_secrets(login: str | None, key_password: str | None) -> ConnectionSecrets:
    """What lies under the two names; what cannot be understood counts as not there."""
    user = password = ""
    try:
        content = json.loads(login or "{}")
    except ValueError:
        content = {}
    if isinstance(content, dict):
        user, password = str(content.get("user", "")), str(content.get("password", ""))
    return ConnectionSecrets(user, password, key_password or "")


def kept_secrets(
    get: Callable[[str], str | None], key: str, connection: Connection
) -> ConnectionSecrets:
    """The secrets of the project `key` that `connection` needs; `get` reads one."""
    login = get(login_name(key)) if connection.has_login else None
    password = get(key_password_name(key)) if connection.has_key_password else None
    return read_secrets(login, password)


def bounded(seconds: int) -> int:
    """`seconds` within what is allowed, whoever wrote it into a file."""
    return min(max(seconds, SHORTEST), LONGEST)
