"""One Push Kit client for each project and credential, made when first needed."""

import asyncio
from collections import Counter
from collections.abc import Callable

from hmpush_gui.pushkit.client import PushClient
from hmpush_gui.pushkit.connection import USUAL, Connection
from hmpush_gui.pushkit.credential import (
    Credential,
    credential_kinds,
    read_credential,
)
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.pushkit.wires import Wires
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP
from hmpush_gui.store.secrets import SecretStore
from hmpush_gui.wiring import Wiring


def _usual(_project_key: str) -> Connection:
    return USUAL


class Clients:
    """Keeps a client, and with it the bearer, as long as project and secret stay."""

    def __init__(
        self,
        secrets: SecretStore,
        connection: Callable[[str], Connection] = _usual,
    ) -> None:
        """`connection` tells the settings of the project with a key."""
        self._secrets = secrets
        self.wiring = Wiring(secrets, connection)
        self._clients: dict[tuple[Project, CredentialKind], PushClient] = {}
        self._retired: list[PushClient] = []
        self._forgotten: Counter[str] = Counter()

    async def client_for(self, project: Project, api: Api) -> PushClient:
        """The client that sends `api` messages of `project`.

        Raises CredentialError, Misconfigured or StoreError.
        """
        for kind in credential_kinds(api):
            if known := self._clients.get((project, kind)):
                return known
        wires, credential = await self._latest(project, api)
        place = (project, credential.kind)
        if place not in self._clients:
            self._clients[place] = PushClient(project, credential, wires)
        return self._clients[place]

    async def one_for(self, project: Project, credential: Credential) -> PushClient:
        """A client for a credential that may not be kept; the caller closes it.

        Raises Misconfigured or StoreError.
        """
        wires = await self.wiring.wires(project.key)
        return PushClient(project, credential, wires)

    def bearer_at_hand(self, project: Project, api: Api) -> str | None:
        """The bearer this run sends `api` messages of `project` with, if it has one."""
        for kind in credential_kinds(api):
            if client := self._clients.get((project, kind)):
                return client.bearer
        return None

    def forget(self, project_key: str) -> None:
        """The project's credentials differ now; sends under way keep their client."""
        self._forgotten[project_key] += 1
        for place in [each for each in self._clients if each[0].key == project_key]:
            self._retired.append(self._clients.pop(place))

    def rewire(self, project_key: str) -> None:
        """The project's connection differs now; sends under way keep the old one."""
        self.wiring.forget(project_key)
        self.forget(project_key)

    async def renew_connections(self) -> None:
        """Send through new connections from now on (`PushClient`)."""
        for client in [*self._clients.values()]:
            await client.renew_connections()

    async def aclose(self) -> None:
        for client in [*self._clients.values(), *self._retired]:
            await client.aclose()

    async def _latest(self, project: Project, api: Api) -> tuple[Wires, Credential]:
        """Connection and credential, read again if they were changed meanwhile."""
        while True:
            forgotten = self._forgotten[project.key]
            wires = await self.wiring.wires(project.key)
            # The secret store reads and decrypts a file.
            credential = await asyncio.to_thread(self._credential, project, api)
            if forgotten == self._forgotten[project.key]:
                return wires, credential

    def _credential(self, project: Project, api: Api) -> Credential:
        for kind in credential_kinds(api):
            text = self._secrets.get(secret_name(project.key, kind))
            if text is not None:
                return read_credential(kind, text)
        raise CredentialError(
            QT_TRANSLATE_NOOP(
                "app",
                "The project has no credential for {api} messages. Add one under "
                "Projects.",
            ).format(api=api)
        )
