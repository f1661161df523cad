"""Joins what the user gives as credentials to the store that keeps them."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hmpush_gui.clients import Clients
from hmpush_gui.key_imports import KeyImports
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.project_secrets import ProjectSecrets
from hmpush_gui.tasks import Start
from hmpush_gui.ui.main_window import MainWindow

if TYPE_CHECKING:
    from hmpush_gui.pushkit.credential import Credential


class CredentialJoins(QObject):
    """Keeps, moves and drops the secrets of projects, as the window asks."""

    def __init__(
        self,
        window: MainWindow,
        clients: Clients,
        secrets: ProjectSecrets,
        start: Start,
        tell: Callable[[Sentence], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._clients = clients
        self._secrets = secrets
        self._start = start
        self._tell = tell
        self._imports = KeyImports(window, secrets, start, self)
        window.editing.credential_given.connect(self._on_credential_given)
        window.editing.project_forgotten.connect(self._on_project_forgotten)
        window.editing.projects_changed.connect(self._on_projects_changed)
        self._volatile = _volatile(window.projects.projects())
        for key in self._volatile:
            secrets.set_memory_only(key, True)
            # What the disk did not let go of in an earlier run.
            start(self._settle(key))

    def show(self, projects: Sequence[str]) -> None:
        """Tell the window what each of the projects with these keys can send with."""
        for key in projects:
            kinds = frozenset(kind for kind in CredentialKind if self._has(key, kind))
            self._window.choice.set_credentials(key, kinds)
            self._window.choice.set_waiting(key, "")

    def _has(self, key: str, kind: CredentialKind) -> bool:
        try:
            return self._secrets.get(secret_name(key, kind)) is not None
        except StoreError as error:
            self._tell(error.sentence)
            return False

    def _on_credential_given(self, key: str, credential: "Credential") -> None:
        self._clients.forget(key)
        if not self._secrets.kept:
            self._tell(self._secrets.place)
        self._start(self._keep_secret(key, credential))

    def _on_projects_changed(self, projects: Sequence[Project]) -> None:
        """What they keep in memory only may be others now."""
        volatile = _volatile(projects)
        # What is forgotten goes nowhere any more.
        still = {each.key for each in projects}
        for key in still & (volatile ^ self._volatile):
            self._secrets.set_memory_only(key, key in volatile)
            self._start(self._settle(key))
        self._volatile = volatile

    def _on_project_forgotten(self, key: str) -> None:
        self._clients.forget(key)
        for kind in CredentialKind:
            self._start(self._drop_secret(secret_name(key, kind)))

    # Done in threads.

    async def _keep_secret(self, key: str, credential: "Credential") -> None:
        name = secret_name(key, credential.kind)
        try:
            await asyncio.to_thread(self._secrets.put, name, credential.to_json())
        except StoreError as error:
            self._tell(error.sentence)
        else:
            await self._imports.kept(key, credential)
        # A send that began meanwhile may have read the old one.
        self._clients.forget(key)

    async def _settle(self, key: str) -> None:
        try:
            await asyncio.to_thread(self._secrets.settle, key)
        except StoreError as error:
            self._tell(error.sentence)

    async def _drop_secret(self, name: str) -> None:
        try:
            await asyncio.to_thread(self._secrets.drop, name)
        except StoreError as error:
            self._tell(error.sentence)


def _volatile(projects: Sequence[Project]) -> frozenset[str]:
    return frozenset(each.key for each in projects if each.memory_only)
