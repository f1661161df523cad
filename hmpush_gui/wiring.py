"""The wires of each project, read in a thread when first needed."""

import asyncio
from collections.abc import Callable
from importlib import import_module

from hmpush_gui.pushkit.connection import (
    NO_SECRETS,
    Connection,
    ConnectionSecrets,
    kept_secrets,
)
from hmpush_gui.pushkit.wires import Wires, wires_for, without_identity
from hmpush_gui.store.secrets import SecretStore

Place = tuple[str, Connection]
"""The project whose secrets are in the wires, or empty, and the settings."""


def _hear(task: asyncio.Task[Wires]) -> None:
    """Whoever waited for it may be gone: what went wrong is no break of the program."""
    if not task.cancelled():
        task.exception()


class Wiring:
    """Keeps wires as long as settings and secrets stay; equal ones are shared."""

    def __init__(
        self, secrets: SecretStore, connection: Callable[[str], Connection]
    ) -> None:
        self._secrets = secrets
        self._connection = connection
        self._wires: dict[Place, asyncio.Task[Wires]] = {}

    async def wires(self, project_key: str) -> Wires:
        """What the project's requests go over. Raises Misconfigured or StoreError."""
        return await self._at(project_key, self._connection(project_key))

    async def for_anybody(self, project_key: str) -> Wires:
        """What its pictures come over, from servers that no client certificate is for.

        Raises Misconfigured or StoreError.
        """
        connection = without_identity(self._connection(project_key))
        return await self._at(project_key, connection)

    def forget(self, project_key: str) -> None:
        """The project's settings or secrets differ now."""
        for place in [each for each in self._wires if each[0] == project_key]:
            del self._wires[place]

    async def _at(self, key: str, connection: Connection) -> Wires:
        secret = connection.has_login or connection.has_key_password
        place = (key if secret else "", connection)
        if place not in self._wires:
            making = asyncio.to_thread(self._make, *place)
            self._wires[place] = asyncio.create_task(making)
            self._wires[place].add_done_callback(_hear)
        task = self._wires[place]
        try:
            return await asyncio.shield(task)
        finally:
            # Whoever mends the setting or the file need not start the program anew.
            if task.done() and (task.cancelled() or task.exception()):
                self._wires.pop(place, None)

    async def try_with(
        self, key: str, connection: Connection, given: ConnectionSecrets
    ) -> Wires:
        """Wires to be tried out: not kept, and over the secrets `given` before others.

        Raises Misconfigured or StoreError.
        """
        return await asyncio.to_thread(self._make, key, connection, given)

    def _make(
        self, key: str, connection: Connection, given: ConnectionSecrets = NO_SECRETS
    ) -> Wires:
        # Here, in a thread: the first connection would hold the window for it.
        for module in ("httpcore", "anyio._backends._asyncio", "anyio.streams.tls"):
            import_module(module)
        kept = kept_secrets(self._secrets.get, key, connection)
        return wires_for(connection, given.over(kept))
