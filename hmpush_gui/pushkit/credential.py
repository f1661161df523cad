"""Credentials: what they are, and never what they hide."""

import json
from dataclasses import dataclass, field
from typing import Any

from .errors import CredentialError
from .message import Api
from .project import CredentialKind
from .words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class OAuthClient:
    """Client id and secret of an app (facts A.2)."""

    client_id: str
    client_secret: str = field(repr=False)

    kind = CredentialKind.OAUTH

    def to_json(self) -> str:
        return json.dumps(
            {"client_id": self.client_id, "client_secret": self.client_secret}
        )

    @classmethod
    def from_json(cls, text: str) -> "OAuthClient":
        """Read back what `to_json` wrote. Raises CredentialError."""
        fields = _fields(text, "client_id", "client_secret")
        return cls(fields["client_id"], fields["client_secret"])


@dataclass(frozen=True, slots=True)
class ServiceAccount:
    """The parts of a service-account key file that signing needs (facts B.3)."""

    project_id: str
    key_id: str
    sub_account: str
    private_key: str = field(repr=False)

    kind = CredentialKind.SERVICE_ACCOUNT

    def to_json(self) -> str:
        return json.dumps(
            {
                "project_id": self.project_id,
                "key_id": self.key_id,
                "sub_account": self.sub_account,
                "private_key": self.private_key,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> "ServiceAccount":
        """Read a key file as downloaded from the Developer API Console.

        Raises CredentialError that names what is missing. The key itself is checked
        when it is first loaded, off the window's thread (`auth.load_private_key`).
        """
        fields = _fields(text, "project_id", "key_id", "sub_account", "private_key")
        if "-----BEGIN" not in fields["private_key"]:
            raise CredentialError(
                QT_TRANSLATE_NOOP(
                    "pushkit",
                    "The private_key in this file is not a PEM key: it should start "
                    "with “-----BEGIN PRIVATE KEY-----”. Download the key file again.",
                )
            )
        return cls(**fields)


Credential = OAuthClient | ServiceAccount


def read_credential(kind: CredentialKind, text: str) -> Credential:
    """The credential that `to_json` of its kind wrote. Raises CredentialError."""
    if kind is CredentialKind.OAUTH:
        return OAuthClient.from_json(text)
    return ServiceAccount.from_json(text)


def credential_kinds(api: Api) -> tuple[CredentialKind, ...]:
    """What `api` accepts, the usual one first (facts 0.1, Authentication)."""
    if api is Api.V3:
        return (CredentialKind.SERVICE_ACCOUNT,)
    return (CredentialKind.OAUTH, CredentialKind.SERVICE_ACCOUNT)


def _fields(text: str, *names: str) -> dict[str, str]:
    content = _object(text)
    missing = [name for name in names if not isinstance(content.get(name), str)]
    if missing:
        raise CredentialError(
            QT_TRANSLATE_NOOP(
                "pushkit",
                "This is not a service-account key file: it has no {names}. "
                "Download it from the Developer API Console, “Service account key”.",
            ).format(names=", ".join(missing))
        )
    return {name: content[name] for name in names}


def _object(text: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise CredentialError(
            QT_TRANSLATE_NOOP(
                "pushkit",
                "This is not a service-account key file: it holds no JSON object. "
                "Choose the .json file from the Developer API Console.",
            )
        )
    return content
