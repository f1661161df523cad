"""One Push Kit client for each project and credential, made when first needed."""

import asyncio
from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING

from hmpush_gui.pushkit.client import PushClient, trusted_certificates
from hmpush_gui.pushkit.credential import (
    Credential,
    credential_kinds,
    read_credential,
)
from hmpush_gui.pushkit.errors import CredentialError, Misconfigured
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP
from hmpush_gui.store.secrets import SecretStore

if TYPE_CHECKING:
    import ssl


class Clients:
    """Keeps a client, and with it the bearer, as long as project and secret stay."""

    def __init__(self, secrets: SecretStore) -> None:
        self._secrets = secrets
        self._clients: dict[tuple[Project, CredentialKind], PushClient] = {}
        self._retired: list[PushClient] = []
        self._forgotten: Counter[str] = Counter()
        self._tls: asyncio.Task[ssl.SSLContext] | None = None

    async def client_for(self, project: Project, api: Api) -> PushClient:
        """The client that sends `api` messages of `project`.

        Raises CredentialError, Misconfigured or StoreError.
        """
        for kind in credential_kinds(api):
            if known := self._clients.get((project, kind)):
                return known
        tls = await self.trust()
        credential = await self._latest(project, api)
        place = (project, credential.kind)
        if place not in self._clients:
            self._clients[place] = PushClient(project, credential, tls)
        return self._clients[place]

    def bearer_at_hand(self, project: Project, api: Api) -> str | None:
        """The bearer this run sends `api` messages of `project` with, if it has one."""
        for kind in credential_kinds(api):
            if client := self._clients.get((project, kind)):
                return client.bearer
        return None

    async def trust(self) -> "ssl.SSLContext":
        """The certificates that servers are checked against, read once in a thread.

        Raises Misconfigured.
        """
        if self._tls is None:
            self._tls = asyncio.create_task(asyncio.to_thread(_trusted))
        try:
            return await asyncio.shield(self._tls)
        except Misconfigured:
            # Whoever mends the setting need not start the program anew.
            self._tls = None
            raise

    def forget(self, project_key: str) -> None:
        """The project's credentials differ now; sends under way keep their client."""
        self._forgotten[project_key] += 1
        for place in [each for each in self._clients if each[0].key == project_key]:
            self._retired.append(self._clients.pop(place))

    async def aclose(self) -> None:
        for client in [*self._clients.values(), *self._retired]:
            await client.aclose()

    async def _latest(self, project: Project, api: Api) -> Credential:
        """The credential, read again if it was changed meanwhile."""
        while True:
            forgotten = self._forgotten[project.key]
            # The secret store reads and decrypts a file.
            credential = await asyncio.to_thread(self._credential, project, api)
            if forgotten == self._forgotten[project.key]:
                return credential

    def _credential(self, project: Project, api: Api) -> Credential:
        for kind in credential_kinds(api):
            text = self._secrets.get(secret_name(project.key, kind))
            if text is not None:
                return read_credential(kind, text)
        raise CredentialError(
            QT_TRANSLATE_NOOP(
                "app",
                "{name} has no credential for {api} messages. Add it under Projects.",
            ).format(name=project.name, api=api)
        )


def _trusted() -> "ssl.SSLContext":
    """Once: also imports what the first connection would hold the window for."""
    for module in ("httpcore", "anyio._backends._asyncio", "anyio.streams.tls"):
        import_module(module)
    return trusted_certificates()
