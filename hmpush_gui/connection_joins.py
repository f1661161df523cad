"""Keeps the secrets of connections, and tests connections for the page that asks."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hmpush_gui.clients import Clients
from hmpush_gui.pushkit.connection import (
    Connection,
    ConnectionSecrets,
    key_password_name,
    login_name,
)
from hmpush_gui.pushkit.errors import PushError
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.trial import addresses, try_all
from hmpush_gui.pushkit.trial_report import Trial
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.project_secrets import ProjectSecrets
from hmpush_gui.tasks import Start, Tasks
from hmpush_gui.ui.kept_secrets import KeptSecrets
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.words import said

if TYPE_CHECKING:
    from hmpush_gui.ui.connection_dialog import ConnectionDialog


class ConnectionJoins(QObject):
    """Stands between the connection page and what is slow."""

    def __init__(
        self,
        window: MainWindow,
        clients: Clients,
        secrets: ProjectSecrets,
        start: Start,
        tell: Callable[[Sentence], None],
    ) -> None:
        """`start` has work done in a task; `tell` shows trouble."""
        super().__init__(window)
        self._clients = clients
        self._secrets = secrets
        self._start = start
        self._tell = tell
        self._connections = window.connections
        self._trials = Tasks()
        window.connections.changed.connect(clients.rewire)
        window.connecting.secrets_given.connect(self._on_secrets_given)
        window.connecting.opened.connect(self._on_opened)
        window.editing.project_forgotten.connect(self._on_project_forgotten)

    async def aclose(self) -> None:
        """Give up the tests under way."""
        await self._trials.aclose()

    # What the page asks.

    def _on_secrets_given(
        self, key: str, connection: Connection, given: ConnectionSecrets
    ) -> None:
        if (given.login or given.key_password) and not self._secrets.kept:
            self._tell(self._secrets.place)
        self._start(self._keep(key, connection, given))

    def _on_project_forgotten(self, key: str) -> None:
        self._connections.forget(key)
        self._start(self._keep(key, Connection(), ConnectionSecrets()))

    def _on_opened(self, dialog: "ConnectionDialog") -> None:
        def test(connection: Connection, given: ConnectionSecrets) -> None:
            if task := self._trials.start(self._test(dialog, connection, given)):
                dialog.trial_dropped.connect(task.cancel)

        dialog.trial_wanted.connect(test)
        if looking := self._trials.start(self._look_up(dialog)):
            dialog.finished.connect(looking.cancel)

    # Done in threads.

    async def _look_up(self, dialog: "ConnectionDialog") -> None:
        """Tell the page which secrets there are, and where."""
        key = dialog.project.key
        try:
            names = await asyncio.to_thread(self._secrets.names)
        except StoreError as error:
            self._tell(error.sentence)
            return
        login, password = login_name(key), key_password_name(key)
        keeps = self._secrets.keeps(login)
        place = said(self._secrets.place)
        if self._secrets.kept and not keeps:
            place = self.tr(
                "Kept in memory only: what is typed here is gone when the program ends."
            )
        dialog.show_kept(
            KeptSecrets(login in names, password in names, place, not keeps)
        )

    async def _test(
        self,
        dialog: "ConnectionDialog",
        connection: Connection,
        given: ConnectionSecrets,
    ) -> None:
        project = dialog.project
        try:
            wires = await self._clients.wiring.try_with(project.key, connection, given)
        except (PushError, StoreError) as error:
            dialog.show_trials([_untried(project, error.sentence)])
            return
        urls = addresses(project.push_host, project.oauth_host)
        dialog.show_trials(await try_all(urls, wires))

    async def _keep(
        self, key: str, connection: Connection, given: ConnectionSecrets
    ) -> None:
        try:
            await asyncio.to_thread(self._put, key, connection, given)
        except StoreError as error:
            self._tell(error.sentence)
        # A send that began meanwhile may have read the old ones.
        self._clients.rewire(key)

    def _put(self, key: str, connection: Connection, given: ConnectionSecrets) -> None:
        """Keep what was given, drop what is not wanted any more. Raises StoreError."""
        for name, wanted, secret in (
            (login_name(key), connection.has_login, given.login),
            (
                key_password_name(key),
                connection.has_key_password,
                given.key_password,
            ),
        ):
            if not wanted:
                self._secrets.drop(name)
            elif secret:
                self._secrets.put(name, secret)


def _untried(project: Project, why: Sentence) -> Trial:
    return Trial(project.push_host, failure=why)
