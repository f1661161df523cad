"""Lays the panels out, joins their signals, and assembles a send."""

import time
import uuid
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QTabWidget, QVBoxLayout, QWidget

from hmpush_gui.pushkit.credential import Credential
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Draft, Message
from hmpush_gui.pushkit.problem import DEVICES, PROJECT, Problem, Severity
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project
from hmpush_gui.pushkit.record import SendRecord

from .actions import Actions
from .composer_panel import ComposerPanel
from .confirm_bar import ConfirmBar
from .device_list import DeviceListModel
from .devices_panel import DevicesPanel
from .environments import environment_word
from .message_document import MessageDocument
from .notice_bar import NoticeBar, Offer
from .outcome_panel import HISTORY, OutcomePanel
from .phone_panel import PhonePanel
from .preview_panel import PreviewPanel
from .project_list import ProjectListModel
from .projects_panel import ProjectsPanel
from .strip import Strip
from .theme import Tone
from .words import said

Rules = Callable[
    [Message, int, Project | None, frozenset[CredentialKind]], list[Problem]
]
"""`pushkit.rules.check`."""

_NARROW = 1080
"""Window width in pixels below which the preview becomes a tab of the composer."""

_MANY = 100
"""From so many devices on, a send outside the sandbox asks first."""

_AUTOSAVE = 250
"""Milliseconds without an edit after which the draft is saved."""


class MainWindow(QMainWindow):
    """The whole window. It is given values and gives signals; it keeps nothing on disk.

    Signals:
        send_requested: a SendRecord that passed the checks.
        stop_requested: stop all sends under way.
        draft_changed: a Draft to keep.
        projects_changed: the list of own Projects, the sandbox left out.
        credential_given: project key and a Credential to keep.
        project_forgotten: key of a project whose credentials are to be dropped.
        devices_changed: the whole list of Devices.
        settings_changed: a choice that should be remembered.
        scheme_chosen: the theme to apply.
        history_searched, send_opened, draft_wanted: see `OutcomePanel`.
        closed: the window is gone.
    """

    send_requested = Signal(object)
    stop_requested = Signal()
    draft_changed = Signal(object)
    projects_changed = Signal(list)
    credential_given = Signal(str, object)
    project_forgotten = Signal(str)
    devices_changed = Signal(list)
    settings_changed = Signal()
    scheme_chosen = Signal(object)
    history_searched = Signal(str)
    send_opened = Signal(str)
    draft_wanted = Signal(str)
    closed = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("main")
        self.setWindowTitle("hmpush")
        self._project: Project | None = None
        self._at_hand: dict[str, frozenset[CredentialKind]] = {}
        self._waiting: dict[str, str] = {}
        self._running = 0
        self._last: SendRecord | None = None
        self._closing = False
        self._rules: Rules | None = None
        self.document = MessageDocument(draft.message, self)
        self.projects = ProjectListModel(self)
        self.devices = DeviceListModel(self)
        self.notices = NoticeBar(self)
        self.confirm = ConfirmBar(self)
        self.strip = Strip(self.projects, self)
        self.composer = ComposerPanel(self.document, self)
        self.preview = PreviewPanel(self)
        self.phone = PhonePanel(self)
        self.outcome = OutcomePanel(self)
        self.projects_panel = ProjectsPanel(self.projects, self)
        self.devices_panel = DevicesPanel(self.devices, self)
        self._lay_out()
        self.actions_ = Actions(self, self.menuBar())
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(_AUTOSAVE)
        self._connect()
        self.document.load(draft)
        self.composer.load_broken()

    # Told by the application.

    def load_projects(
        self, projects: Sequence[Project], devices: Sequence[Device], chosen: str
    ) -> None:
        """Take all projects and devices and put the project `chosen` in force."""
        self.projects.load(projects)
        self.devices.load(devices)
        keys = [project.key for project in projects]
        self._put_in_force(chosen if chosen in keys else keys[0])

    def replace_project(self, project: Project) -> None:
        """Take a project whose values changed, such as the sandbox with its port."""
        self.projects.put(project)
        if self._project and self._project.key == project.key:
            self._put_in_force(project.key)

    def set_credentials(self, key: str, kinds: frozenset[CredentialKind]) -> None:
        """Say which kinds of credential are at hand for the project `key`."""
        self._at_hand[key] = kinds
        self._show_project()

    def set_waiting(self, key: str, words: str) -> None:
        """Say why the project `key` cannot send yet; empty when it can."""
        self._waiting[key] = words
        self._check()

    def start_checking(self, rules: Rules) -> None:
        """Check by `rules` from now on: they are slow to load, and come after."""
        self._rules = rules
        self._check()

    def repaint_theme(self) -> None:
        """Take the colours of the theme that is in force now."""
        self._show_project()
        self._on_message_changed()
        self.composer.repaint_theme()

    def tell(self, text: str, which: Tone, offer: Offer | None = None) -> None:
        """Show a notice."""
        self.notices.tell(text, which, offer)

    def send_started(self, record: SendRecord) -> None:
        self._running += 1
        self._last = record
        self.strip.show_running(self._running)
        self.outcome.start(record)

    def send_finished(self, key: str) -> None:
        self._running -= 1
        self.strip.show_running(self._running)
        self.outcome.finish(key)

    def write_on(self, message: Message) -> None:
        """Take a message of history as the draft."""
        self.document.replace(message, self.tr("Open from history"))
        self.composer.tabs.setCurrentIndex(0)

    def settings(self) -> Mapping[str, str]:
        """What should be as it was on the next start."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        return {
            "geometry": geometry,
            "columns": _sizes(self._columns),
            "rows": _sizes(self._rows),
            "project": self._project.key if self._project else "",
        }

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        if "geometry" in settings:
            geometry = QByteArray.fromBase64(settings["geometry"].encode())
            self.restoreGeometry(geometry)
        _set_sizes(self._columns, settings.get("columns", ""))
        _set_sizes(self._rows, settings.get("rows", ""))

    # Told by the user.

    def send(self) -> None:
        """Check, ask where a mistake would be costly, and send (design: a send)."""
        problems = self._check()
        stopping = [each for each in problems if each.severity is Severity.BLOCKING]
        if stopping or self._project is None or self._waiting_words():
            self.go_to_problem()
            return
        devices = tuple(self.devices.chosen())
        self._ask_or_send(self._record(self.document.message, devices))

    def send_again(self) -> None:
        """Send the last message to the last devices once more."""
        if self._last is None or self._project is None:
            self.tell(self.tr("Nothing has been sent yet in this run."), Tone.WARNING)
        elif self._last.project.key != self._project.key:
            words = self.tr("The last send went through {name}. Choose it first.")
            self.tell(words.format(name=self._last.project.name), Tone.WARNING)
        else:
            self._ask_or_send(self._record(self._last.message, self._last.devices))

    def go_to_problem(self) -> None:
        """Put the cursor where the worst problem can be mended."""
        problems = self._problems()
        if not problems:
            return
        path = problems[0].path
        if path == DEVICES:
            self.show_side(self.devices_panel)
            self.devices_panel.paste.setFocus()
        elif path == PROJECT:
            self.show_side(self.projects_panel)
            self.projects_panel.list.setFocus()
        else:
            self.composer.focus(path)

    def check_only(self) -> None:
        """Check without sending, and say so when all is well."""
        problems = self._check()
        if any(each.severity is Severity.BLOCKING for each in problems):
            self.go_to_problem()
        else:
            words = [self.tr("Nothing here that Push Kit would refuse.")]
            words += [f"• {said(each.sentence)}" for each in problems]
            self.tell("\n".join(words), Tone.GOOD)

    def show_side(self, panel: QWidget) -> None:
        """Show Projects or Devices in the sidebar."""
        self.side.show()
        self.side.setCurrentWidget(panel)

    def find_in_history(self) -> None:
        """Go to the search field of history."""
        self.outcome.tabs.setCurrentIndex(HISTORY)
        self.outcome.history.search.setFocus()
        self.outcome.history.search.selectAll()

    def new_project(self) -> None:
        self._open_dialog(None)

    def edit_project(self) -> None:
        if self._project and self._project.environment is not Environment.SANDBOX:
            self._open_dialog(self._project)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running and not self._closing:
            event.ignore()
            self.confirm.ask(
                self.tr(
                    "A send is under way. Closing stops it; what is waiting for an "
                    "answer then reads Unknown in History."
                ),
                self.tr("Stop and close"),
                self._close_anyway,
            )
            return
        self.draft_changed.emit(self.document.draft())
        self.settings_changed.emit()
        event.accept()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_preview()

    # Inside.

    def _lay_out(self) -> None:
        self.side = QTabWidget(self)
        self.side.setObjectName("side")
        self.side.setDocumentMode(True)
        self.side.tabBar().setAccessibleName(self.tr("Sidebar"))
        self.side.addTab(self.devices_panel, self.tr("Devices"))
        self.side.addTab(self.projects_panel, self.tr("Projects"))
        self.right = QTabWidget(self)
        self.right.setObjectName("right")
        self.right.setDocumentMode(True)
        self.right.tabBar().setAccessibleName(self.tr("Preview and phones"))
        self.right.addTab(self.preview, self.tr("Preview"))
        self.right.addTab(self.phone, self.tr("Sandbox phones"))
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        for pane in (self.side, self.composer, self.right):
            self._columns.addWidget(pane)
            self._columns.setCollapsible(self._columns.indexOf(pane), False)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes([300, 560, 390])
        self._rows = QSplitter(Qt.Orientation.Vertical, self)
        self._rows.addWidget(self._columns)
        self._rows.addWidget(self.outcome)
        self._rows.setStretchFactor(0, 3)
        self._rows.setStretchFactor(1, 2)
        self._rows.setSizes([460, 260])
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.confirm)
        column.addWidget(self.notices)
        column.addWidget(self._rows, 1)
        self.setCentralWidget(page)
        self.resize(1280, 800)

    def _connect(self) -> None:
        document = self.document
        document.changed.connect(self._on_message_changed)
        document.draft_changed.connect(self._autosave.start)
        self._autosave.timeout.connect(
            lambda: self.draft_changed.emit(document.draft())
        )
        self.composer.settled.connect(self._check)
        self.strip.project_chosen.connect(self._on_project_chosen)
        self.strip.test_switched.connect(self._on_test_switched)
        self.strip.send_wanted.connect(self.send)
        self.strip.stop_wanted.connect(self.stop_requested)
        self.strip.check_wanted.connect(self.check_only)
        self.strip.problem_clicked.connect(self.go_to_problem)
        self.projects_panel.chosen.connect(self._on_project_chosen)
        self.projects_panel.new_wanted.connect(self.new_project)
        self.projects_panel.edit_wanted.connect(self.edit_project)
        self.projects_panel.remove_wanted.connect(self._on_remove_wanted)
        self.devices.chosen_changed.connect(self._check)
        self.devices.edited.connect(
            lambda: self.devices_changed.emit(self.devices.devices())
        )
        self.devices_panel.removed.connect(
            lambda words, undo: self.tell(words, Tone.GOOD, undo)
        )
        self.outcome.history_searched.connect(self.history_searched)
        self.outcome.send_opened.connect(self.send_opened)
        self.outcome.draft_wanted.connect(self.draft_wanted)

    def _on_message_changed(self) -> None:
        message = self.document.message
        self.strip.show_message(message)
        self.preview.show_message(message)

    def _on_project_chosen(self, key: str) -> None:
        if self._project is None or key != self._project.key:
            self._put_in_force(key)
            self.settings_changed.emit()

    def _on_test_switched(self, on: bool) -> None:
        self.document.set_value(self.document.kind.test_path, on)

    def _on_remove_wanted(self) -> None:
        project = self._project
        if project is None or project.environment is Environment.SANDBOX:
            return
        self.confirm.ask(
            self.tr(
                "Forget project {name}? Its credentials are deleted here; "
                "History keeps its sends."
            ).format(name=project.name),
            self.tr("Forget"),
            lambda: self._forget(project),
        )

    def _forget(self, project: Project) -> None:
        self.projects.remove(project.key)
        self._at_hand.pop(project.key, None)
        self.project_forgotten.emit(project.key)
        self._save_projects()
        self._put_in_force(self.projects.projects()[0].key)

    def _open_dialog(self, project: Project | None) -> None:
        at_hand = (
            self._at_hand.get(project.key, frozenset()) if project else frozenset()
        )
        from .project_dialog import ProjectDialog

        dialog = ProjectDialog(project, at_hand, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._on_project_saved)
        dialog.open()

    def _on_project_saved(self, project: Project, given: list[Credential]) -> None:
        self.projects.put(project)
        kinds = self._at_hand.get(project.key, frozenset())
        self._at_hand[project.key] = kinds | {each.kind for each in given}
        self._save_projects()
        for credential in given:
            self.credential_given.emit(project.key, credential)
        self._put_in_force(project.key)
        self.settings_changed.emit()

    def _save_projects(self) -> None:
        own = [
            project
            for project in self.projects.projects()
            if project.environment is not Environment.SANDBOX
        ]
        self.projects_changed.emit(own)

    def _put_in_force(self, key: str) -> None:
        """The one place where the project in force changes."""
        row = self.projects.row_of(key)
        self._project = self.projects.projects()[row] if row is not None else None
        self.confirm.cancel()
        self.devices.show_project(key)
        self._show_project()

    def _show_project(self) -> None:
        key = self._project.key if self._project else ""
        self.strip.show_project(self._project)
        at_hand = self._at_hand.get(key, frozenset())
        self.projects_panel.show_project(self._project, at_hand)
        self._check()

    def _problems(self) -> list[Problem]:
        if self._rules is None:
            return []
        key = self._project.key if self._project else ""
        return self._rules(
            self.document.message,
            len(self.devices.chosen()),
            self._project,
            self._at_hand.get(key, frozenset()),
        )

    def _check(self) -> list[Problem]:
        problems = self._problems()
        self.composer.show_problems(problems)
        self.strip.show_device_count(len(self.devices.chosen()))
        self.strip.show_problems(problems, self._waiting_words())
        return problems

    def _waiting_words(self) -> str:
        if self._rules is None:
            return self.tr("Starting…")
        return self._waiting.get(self._project.key, "") if self._project else ""

    def _record(self, message: Message, devices: tuple[Device, ...]) -> SendRecord:
        assert self._project is not None
        return SendRecord(
            uuid.uuid4().hex, time.time(), self._project, message, devices
        )

    def _ask_or_send(self, record: SendRecord) -> None:
        if self._is_costly(record):
            self.confirm.ask(
                self._question(record),
                self.tr("Send"),
                lambda: self.send_requested.emit(record),
            )
        else:
            self.send_requested.emit(record)

    def _is_costly(self, record: SendRecord) -> bool:
        if record.project.environment is Environment.SANDBOX:
            return False
        formal = record.project.environment is Environment.FORMAL
        return formal or not record.message.is_test or len(record.devices) >= _MANY

    def _question(self, record: SendRecord) -> str:
        return self.tr(
            "Send “{title}” through {project} ({environment}) to {count} devices?"
        ).format(
            title=record.message.title or self.tr("a message that shows nothing"),
            project=record.project.name,
            environment=environment_word(record.project.environment),
            count=len(record.devices),
        )

    def _close_anyway(self) -> None:
        self._closing = True
        self.close()

    def _place_preview(self) -> None:
        """Beside the composer, or a tab of it where the window is narrow."""
        tabs = self.composer.tabs
        is_tab = tabs.indexOf(self.right) >= 0
        narrow = self.width() < _NARROW
        if narrow and not is_tab:
            tabs.addTab(self.right, self.tr("Preview"))
        elif not narrow and is_tab:
            tabs.removeTab(tabs.indexOf(self.right))
            self._columns.addWidget(self.right)
            self.right.show()


def _sizes(splitter: QSplitter) -> str:
    return ",".join(str(size) for size in splitter.sizes())


def _set_sizes(splitter: QSplitter, text: str) -> None:
    sizes = [int(part) for part in text.split(",") if part.isdecimal()]
    if len(sizes) == splitter.count() and all(sizes):
        splitter.setSizes(sizes)
