"""What works behind the window: history, sandbox and sends.

Imported after the first paint: it brings httpx, the database and an HTTP server.
"""

import asyncio
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from hmpush_gui.clients import Clients
from hmpush_gui.connection_joins import ConnectionJoins
from hmpush_gui.credential_joins import CredentialJoins
from hmpush_gui.cut_off import CutOff
from hmpush_gui.deliveries import Deliveries
from hmpush_gui.doctor_work import DoctorWork
from hmpush_gui.past import Past
from hmpush_gui.phone_joins import PhoneJoins
from hmpush_gui.pictures import Pictures
from hmpush_gui.playground import Playground
from hmpush_gui.pushkit.record import SendHistory, SendRecord
from hmpush_gui.pushkit.wires import Wires
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence
from hmpush_gui.quota_joins import QuotaJoins
from hmpush_gui.receiving import Receiving
from hmpush_gui.runs import Runs
from hmpush_gui.samples import BOTH, KEY
from hmpush_gui.scenario_joins import ScenarioJoins
from hmpush_gui.send_joins import SendJoins
from hmpush_gui.sender import Sender
from hmpush_gui.setup_joins import SetupJoins
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.history import History
from hmpush_gui.store.project_secrets import ProjectSecrets
from hmpush_gui.store.secrets import SecretStore, open_secrets
from hmpush_gui.tasks import Tasks
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.message_checks import RECENT
from hmpush_gui.ui.secret_place import Place
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.words import said
from hmpush_gui.waking import Waking

OpenSecrets = Callable[[DataFolder], SecretStore]


class Engine(QObject):
    """Opens and closes everything slow, and does what the window asks of it.

    Signals:
        troubled: something about what is kept was told in the window; a Sentence.
    """

    troubled = Signal(object)

    def __init__(
        self, window: MainWindow, secrets: SecretStore, history: History, runs: Runs
    ) -> None:
        """Use `open_engine`: opening is slow."""
        super().__init__(window)
        self.told: tuple[Sentence, ...] = ()
        self._window = window
        self._secrets = secrets = ProjectSecrets(secrets)
        self._history = history
        self._tasks = Tasks()
        start = self._tasks.start
        self._clients = Clients(secrets, window.connections.of)
        self.sends = Sender(self._clients, history, self)
        self._runs = runs
        self._joins = SendJoins(window, self.sends, self)
        self._waking = Waking(self)
        self.connections = ConnectionJoins(
            window, self._clients, secrets, start, self.tell
        )
        self.credentials = CredentialJoins(
            window, self._clients, secrets, start, self.tell, self
        )
        self._quota = QuotaJoins(window.checks.quota, self.sends, self)
        self._setup = SetupJoins(window, self.sends, history, start, self)
        self.past = Past(window, self.sends, history, start, self)
        self._cut_off = CutOff(window, self.sends, history, start, self)
        self.playground = Playground(self)
        self.receiving = Receiving(
            window, self.sends, history, start, self.playground, self
        )
        self._deliveries = Deliveries(self.playground, window, self)
        self._phones = PhoneJoins(window, self.playground, self)
        self._scenarios = ScenarioJoins(window, self.playground, start, self)
        self.doctor = DoctorWork(window.doctoring, secrets, self._clients, start, self)
        self.pictures = Pictures(self._picture_wires, self)
        self._join()
        self._waking.start()

    async def close(self) -> None:
        """Stop sends, write everything down, let go of everything."""
        self._waking.stop()
        await self._tasks.aclose()
        await self.connections.aclose()
        await self.sends.aclose()
        await self.past.aclose()
        await self.pictures.aclose()
        await self._clients.aclose()
        await asyncio.to_thread(self.playground.stop)
        await asyncio.to_thread(self._history.close)
        self._runs.close()

    def _join(self) -> None:
        window, sends = self._window, self.sends
        window.gate.opened.connect(sends.send)
        window.stop_requested.connect(sends.stop)
        window.outcome.send_opened.connect(self._on_send_opened)
        window.outcome.reveal_wanted.connect(self._on_reveal_wanted)
        self._waking.woke.connect(self._on_woke)
        # Perhaps the first thing that is done after the computer woke.
        sends.started.connect(lambda _record: self._waking.look())
        sends.started.connect(window.send_started)
        sends.begun.connect(window.outcome.begin)
        sends.repeating.connect(window.outcome.repeat)
        sends.settled.connect(window.outcome.settle)
        sends.finished.connect(window.send_finished)
        sends.finished.connect(self._on_send_finished)
        sends.troubled.connect(self.tell)
        window.preview.source.wanted.connect(self.pictures.want)
        self.pictures.came.connect(window.preview.source.picture_came)
        window.preview.source.ask_again()

    async def remember_last(self) -> None:
        """Have the window know what went out last and today, also in other runs."""
        since = self._quota.since
        try:
            found = await asyncio.wrap_future(self._history.recent(RECENT))
            used = await asyncio.wrap_future(self._history.used_since(since))
        except StoreError as error:
            self.tell(error.sentence)
            return
        for send in reversed(found.sends):
            self._window.checks.remember(send.title, send.body)
        self._quota.remember(used)

    async def offer_cut_off(self) -> None:
        """Offer to go on with what an earlier run could not finish."""
        if self._runs.alone():
            await self.past.clear_up()
            await self._cut_off.offer()

    async def open_sandbox(self, name: str) -> None:
        """Start the sandbox and make it a project that can send."""
        self._window.choice.set_waiting(KEY, self.tr("The sandbox is starting…"))
        try:
            project = await asyncio.to_thread(
                self.playground.start, self._secrets, name
            )
        except OSError as error:
            words = self.tr("The sandbox could not open a port ({detail}).")
            detail = error.strerror or str(error)
            self._window.choice.set_waiting(KEY, words.format(detail=detail))
            return
        self._window.replace_project(project)
        self._window.choice.set_credentials(KEY, BOTH)
        self._window.choice.set_waiting(KEY, "")
        self._scenarios.offer()

    def tell(self, sentence: Sentence) -> None:
        """Show trouble in the window."""
        self._window.tell(said(sentence), Tone.WARNING)
        self.troubled.emit(sentence)

    async def _picture_wires(self) -> Wires:
        key = self._window.choice.key
        return await self._clients.wiring.for_anybody(key)

    # What the window asks.

    def _on_send_opened(self, key: str) -> None:
        self._tasks.start(self._show_send(key))

    def _on_reveal_wanted(self, record: SendRecord) -> None:
        bearer = self._clients.bearer_at_hand(record.project, record.message.api)
        self._window.outcome.request.reveal(bearer)

    def _on_send_finished(self) -> None:
        self._scenarios.show()
        self.past.refresh()

    def _on_woke(self, _seconds: float) -> None:
        self._tasks.start(self._clients.renew_connections())

    # Done in threads.

    async def _show_send(self, key: str) -> None:
        known = self.receiving.kept_times
        if send := await self._load(key):
            self._window.outcome.show_send(send)
            if self.receiving.kept_times != known:
                # Some came in while it was read.
                await self.receiving.show_in_results(key)

    async def _load(self, key: str) -> SendHistory | None:
        try:
            return await asyncio.wrap_future(self._history.load(key))
        except StoreError as error:
            self.tell(error.sentence)
            return None


async def open_engine(
    window: MainWindow,
    folder: DataFolder,
    projects: Sequence[str],
    secrets: OpenSecrets | None = None,
) -> Engine:
    """Open history and secrets in threads; what was found amiss is `told`.

    `projects` are the keys of the user's own projects; `secrets` opens another secret
    store than the system's keyring.
    """
    history, told = await _open_history(folder)
    store = await asyncio.to_thread(secrets or open_secrets, folder)
    engine = Engine(window, store, history, Runs(folder.path))
    engine.told = (*told, *store.told)
    window.projects_panel.show_place(said(store.place))
    window.editing.place = Place(said(store.place), store.kept)
    engine.credentials.show(projects)
    await engine.remember_last()
    return engine


async def _open_history(folder: DataFolder) -> tuple[History, tuple[Sentence, ...]]:
    """The history of all runs; one in memory where the disk refuses."""
    history = History(folder.path / "history.sqlite3")
    try:
        await asyncio.wrap_future(history.opened())
    except StoreError as error:
        await asyncio.to_thread(history.close)
        return History(None), (error.sentence, _IN_MEMORY)
    return history, history.told


_IN_MEMORY = QT_TRANSLATE_NOOP(
    "app", "The sends of this run are kept in memory only and are gone at its end."
)
