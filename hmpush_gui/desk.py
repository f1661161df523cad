"""Everybody at one table: window, stores, sandbox and sender, joined by signals."""

import asyncio
from collections.abc import Callable, Coroutine
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from hmpush_gui.keeper import Keeper
from hmpush_gui.playground import (
    BOTH,
    KEY,
    Playground,
    idle_project,
    phone_item,
    sample_devices,
    sample_message,
)
from hmpush_gui.pushkit.credential import Credential
from hmpush_gui.pushkit.message import Draft
from hmpush_gui.pushkit.project import CredentialKind, secret_name
from hmpush_gui.pushkit.record import SendHistory, SendRecord
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.sandbox.phone import Delivery
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.history import History
from hmpush_gui.store.secrets import SecretStore, open_secrets
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.words import said

if TYPE_CHECKING:
    from hmpush_gui.clients import Clients
    from hmpush_gui.sender import Sender


class Desk(QObject):
    """Owns every part of the running program.

    The window is whole at once; what is slow to open (keyring, database, sandbox,
    HTTP) comes after the first paint, in threads.
    """

    def __init__(
        self,
        folder: DataFolder,
        *,
        on_sandbox: bool,
        secrets: Callable[[DataFolder], SecretStore] = open_secrets,
        parent: QObject | None = None,
    ) -> None:
        """`on_sandbox` puts the sandbox in force, whatever was chosen last.

        `secrets` opens the secret store; it may block and is called in a thread.
        """
        super().__init__(parent)
        self._folder = folder
        self._open_secrets = secrets
        self._tasks: set[asyncio.Task[Any]] = set()
        self._labels: dict[str, str] = {}
        self._history: History | None = None
        self._secrets: SecretStore | None = None
        self._clients: Clients | None = None
        self._sender: Sender | None = None
        self.keeper = Keeper(folder, self)
        self.playground = Playground(self)
        self.window = MainWindow(self.keeper.draft or Draft(sample_message()))
        self._fill(on_sandbox)
        self._join()

    async def open(self) -> None:
        """Open what is slow, and join it as it comes."""
        await asyncio.to_thread(import_module, "jsonschema")
        self.window.start_checking()
        await asyncio.to_thread(import_module, "hmpush_gui.sender")
        await self._open_history()
        self._secrets = await asyncio.to_thread(self._open_secrets, self._folder)
        self.window.set_waiting(KEY, self.tr("The sandbox is starting…"))
        self.window.projects_panel.show_place(said(self._secrets.place))
        self._tell_all(self._secrets.told)
        self._make_sender()
        self._show_credentials()
        await self._open_sandbox()

    async def close(self) -> None:
        """Stop sends, write everything down, let go of everything."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._sender:
            await self._sender.aclose()
        if self._clients:
            await self._clients.aclose()
        await asyncio.to_thread(self.playground.stop)
        if self._history:
            await asyncio.to_thread(self._history.close)
        await asyncio.to_thread(self.keeper.close)

    def tell(self, sentence: Sentence) -> None:
        """Show trouble in the window."""
        self.window.tell(said(sentence), Tone.WARNING)

    # Opening.

    def _fill(self, on_sandbox: bool) -> None:
        window, keeper = self.window, self.keeper
        projects = [idle_project(self.tr("Sandbox")), *keeper.projects]
        devices = keeper.devices
        if not any(device.project == KEY for device in devices):
            devices = [*devices, *self._samples()]
        chosen = KEY if on_sandbox else keeper.settings.get("project", KEY)
        for project in projects:
            window.set_waiting(project.key, self.tr("Opening the system keyring…"))
        window.load_projects(projects, devices, chosen)
        window.apply_settings(keeper.settings)
        self._tell_all(keeper.told)

    def _samples(self) -> list[Any]:
        labels = (
            self.tr("Phone of Li Lei"),
            self.tr("Tablet in the lab"),
            self.tr("My own phone"),
        )
        dead = self.tr("Old phone (app was removed)")
        return sample_devices(labels, dead, self.tr("Phone of another region"))

    def _join(self) -> None:
        window, keeper = self.window, self.keeper
        window.draft_changed.connect(keeper.save_draft)
        window.projects_changed.connect(keeper.save_projects)
        window.devices_changed.connect(keeper.save_devices)
        window.settings_changed.connect(self._on_settings_changed)
        window.credential_given.connect(self._on_credential_given)
        window.project_forgotten.connect(self._on_project_forgotten)
        window.history_searched.connect(self._on_history_searched)
        window.send_opened.connect(self._on_send_opened)
        window.draft_wanted.connect(self._on_draft_wanted)
        window.phone.scenario_chosen.connect(self._on_scenario_chosen)
        keeper.troubled.connect(self.tell)
        self.playground.delivered.connect(self._on_delivered)

    async def _open_history(self) -> None:
        path = self._folder.path / "history.sqlite3"
        self._history = History(path)
        try:
            await asyncio.wrap_future(self._history.opened())
            self._tell_all(self._history.told)
        except StoreError as error:
            self.tell(error.sentence)
            await asyncio.to_thread(self._history.close)
            self._history = History(None)
            self.window.tell(
                self.tr("Sends of this run are kept in memory only."), Tone.WARNING
            )
        await self._search(self._history, "")

    def _make_sender(self) -> None:
        # These two bring httpx, an eighth of a second of imports.
        from hmpush_gui.clients import Clients
        from hmpush_gui.sender import Sender

        assert self._secrets
        assert self._history
        self._clients = Clients(self._secrets)
        self._sender = sender = Sender(self._clients, self._history, self)
        window = self.window
        window.send_requested.connect(self._on_send_requested)
        window.stop_requested.connect(sender.stop)
        sender.started.connect(window.send_started)
        sender.begun.connect(window.outcome.begin)
        sender.settled.connect(window.outcome.settle)
        sender.finished.connect(window.send_finished)
        sender.finished.connect(self._on_send_finished)
        sender.troubled.connect(self.tell)

    def _show_credentials(self) -> None:
        for project in self.keeper.projects:
            kinds = (kind for kind in CredentialKind if self._has(project.key, kind))
            self.window.set_credentials(project.key, frozenset(kinds))
            self.window.set_waiting(project.key, "")

    def _has(self, key: str, kind: CredentialKind) -> bool:
        assert self._secrets
        try:
            return self._secrets.get(secret_name(key, kind)) is not None
        except StoreError as error:
            self.tell(error.sentence)
            return False

    async def _open_sandbox(self) -> None:
        assert self._secrets
        name = self.tr("Sandbox")
        try:
            project = await asyncio.to_thread(
                self.playground.start, self._secrets, name
            )
        except OSError as error:
            words = self.tr("The sandbox could not open a port ({detail}).")
            self.window.set_waiting(KEY, words.format(detail=error.strerror or error))
            return
        self.window.replace_project(project)
        self.window.set_credentials(KEY, BOTH)
        self.window.set_waiting(KEY, "")
        labels = {str(each): said(each.label) for each in Scenario}
        self.window.phone.load_scenarios(labels)

    def _tell_all(self, sentences: list[Sentence] | tuple[Sentence, ...]) -> None:
        for sentence in sentences:
            self.tell(sentence)

    # What the window asks.

    def _on_send_requested(self, record: SendRecord) -> None:
        assert self._sender
        self._labels.update((each.token, each.label) for each in record.devices)
        self._sender.send(record)

    def _on_settings_changed(self) -> None:
        settings = {**self.keeper.settings, **self.window.settings()}
        self.keeper.settings = settings
        self.keeper.save_settings(settings)

    def _on_credential_given(self, key: str, credential: Credential) -> None:
        if self._secrets is None or self._clients is None:
            self.window.tell(
                self.tr("The keyring is still opening. Save the project once more."),
                Tone.WARNING,
            )
            return
        self._clients.forget(key)
        self._start(self._keep_secret(secret_name(key, credential.kind), credential))

    def _on_project_forgotten(self, key: str) -> None:
        if self._clients:
            self._clients.forget(key)
        for kind in CredentialKind:
            self._start(self._drop_secret(secret_name(key, kind)))

    def _on_history_searched(self, text: str) -> None:
        if self._history:
            self._start(self._search(self._history, text))

    def _on_send_opened(self, key: str) -> None:
        if self._history:
            self._start(self._show_send(self._history, key))

    def _on_draft_wanted(self, key: str) -> None:
        if self._history:
            self._start(self._write_on(self._history, key))

    def _on_scenario_chosen(self, key: str) -> None:
        if self.playground.sandbox:
            self.playground.sandbox.scenario = Scenario(key)

    def _on_send_finished(self) -> None:
        if self.playground.sandbox:
            self.window.phone.show_scenario(self.playground.sandbox.scenario)
        self.window.outcome.history.search_again()

    def _on_delivered(self, deliveries: tuple[Delivery, ...]) -> None:
        for delivery in deliveries:
            label = self._labels.get(delivery.token, delivery.token)
            self.window.phone.add(phone_item(delivery, label))

    # Done in threads.

    async def _keep_secret(self, name: str, credential: Credential) -> None:
        assert self._secrets
        try:
            await asyncio.to_thread(self._secrets.put, name, credential.to_json())
        except StoreError as error:
            self.tell(error.sentence)

    async def _drop_secret(self, name: str) -> None:
        assert self._secrets
        try:
            await asyncio.to_thread(self._secrets.drop, name)
        except StoreError as error:
            self.tell(error.sentence)

    async def _search(self, history: History, text: str) -> None:
        try:
            found = await asyncio.wrap_future(history.search(text))
        except StoreError as error:
            self.tell(error.sentence)
            return
        if text == self.window.outcome.history.search.text():
            self.window.outcome.show_sends(found)

    async def _show_send(self, history: History, key: str) -> None:
        if send := await self._load(history, key):
            self.window.outcome.show_send(send)

    async def _write_on(self, history: History, key: str) -> None:
        if send := await self._load(history, key):
            self.window.write_on(send.record.message)

    async def _load(self, history: History, key: str) -> SendHistory | None:
        try:
            return await asyncio.wrap_future(history.load(key))
        except StoreError as error:
            self.tell(error.sentence)
            return None

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)

    def _on_task_done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()
