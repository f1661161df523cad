"""The window: builds the panels and joins their signals."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Draft, Message
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.record import SendRecord

from .actions import Actions
from .app_joins import AppJoins
from .confirm_bar import ConfirmBar
from .connecting import Connecting
from .connections import Connections
from .device_list import DeviceListModel
from .disk_news import DiskNews
from .doctoring import Doctoring
from .enter_key import EnterKey
from .file_drop import FileDrop
from .file_joins import FileJoins
from .file_title import file_title
from .filing import Filing
from .importing import Importing
from .keeping import Keeping
from .kind_notice import KindNotice
from .language_box import LanguageBox
from .message_checks import MessageChecks
from .message_document import MessageDocument
from .notice_bar import NoticeBar, Offer
from .panel_joins import PanelJoins
from .panels import Panels
from .panes import Panes
from .pasting import Pasting
from .pause import Pause
from .placeholder_joins import PlaceholderJoins
from .problem_tour import ProblemTour
from .project_choice import ProjectChoice
from .project_editing import ProjectEditing
from .project_list import ProjectListModel
from .receipts import Receipts
from .screen_share import ScreenShare
from .send_gate import SendGate
from .sending import Sending
from .setup_guide import SetupGuide
from .strip import Strip
from .theme import Tone
from .translating import Translating
from .window_settings import WindowSettings

if TYPE_CHECKING:
    from .composer_panel import ComposerPanel
    from .devices_panel import DevicesPanel
    from .handing_over import HandingOver
    from .messages_panel import MessagesPanel
    from .outcome_panel import OutcomePanel
    from .phone_panel import PhonePanel
    from .preview_panel import PreviewPanel
    from .problems_panel import ProblemsPanel
    from .projects_panel import ProjectsPanel

_AUTOSAVE = 250
"""Milliseconds without an edit after which the draft is saved."""


class MainWindow(QMainWindow):
    """The whole window. It is given values and gives signals; it keeps nothing on disk.

    Problems come from `checks`, sends from `gate`, projects from `editing`, history
    from `outcome`, scenarios of the sandbox from `phone`: their signals are joined
    where the window is used.
    Who can wait for a panel joins it by its place in `panels`; all else makes it.

    Signals:
        stop_requested: stop all sends under way.
        draft_changed: a Draft to keep.
        settings_changed: a choice that should be remembered.
        scheme_chosen: the theme to apply.
        language_chosen: the language to speak from the next start on.
        log_level_chosen: how much to log from now on; a LogLevel.
        log_folder_wanted: show the folder of the log.
        sheet_wanted: show the test run sheet.
        closed: the window is gone.
    """

    stop_requested = Signal()
    draft_changed = Signal(object)
    settings_changed = Signal()
    scheme_chosen = Signal(object)
    language_chosen = Signal(object)
    log_level_chosen = Signal(object)
    log_folder_wanted = Signal()
    sheet_wanted = Signal()
    closed = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        EnterKey(self)
        self.setObjectName("main")
        self.setWindowTitle(file_title(""))
        self._running = 0
        self._closing = False
        self._make_values(draft.message)
        self._make_bars()
        self.panels = Panels(self)
        self._make_helpers()
        self._lay_out()
        self.files = FileJoins(self)
        self.joins = PanelJoins(self)
        self.apps = AppJoins(self)
        self.setup = SetupGuide(self)
        self.remembered = WindowSettings(self)
        self.share = ScreenShare(self)
        self.tour = ProblemTour(self)
        self.actions_ = Actions(self, self.menuBar())
        self._connect()
        self.document.load(draft)

    # Made when they are first seen or asked for.

    @property
    def devices_panel(self) -> "DevicesPanel":
        return self.panels.devices.content

    @property
    def projects_panel(self) -> "ProjectsPanel":
        return self.panels.projects.content

    @property
    def messages_panel(self) -> "MessagesPanel":
        return self.panels.messages.content

    @property
    def composer(self) -> "ComposerPanel":
        return self.panels.composer

    @property
    def preview(self) -> "PreviewPanel":
        return self.panels.preview.content

    @property
    def phone(self) -> "PhonePanel":
        return self.panels.phone.content

    @property
    def outcome(self) -> "OutcomePanel":
        return self.panels.outcome.content

    @property
    def problems(self) -> "ProblemsPanel":
        return self.panels.problems.content

    @property
    def handing(self) -> "HandingOver":
        return self.joins.handing

    # Told by the application.

    def load_projects(
        self, projects: Sequence[Project], devices: Sequence[Device], chosen: str
    ) -> None:
        """Take all projects and devices and put the project `chosen` in force."""
        self.projects.load(projects)
        self.devices.load(devices)
        self.choice.choose(chosen)

    def replace_project(self, project: Project) -> None:
        """Take a project whose values changed, such as the sandbox with its port."""
        self.projects.put(project)
        if self.choice.key == project.key:
            self.choice.choose(project.key)

    def repaint_theme(self) -> None:
        """Take the colours of the theme that is in force now."""
        self._on_choice_changed()
        self.show_message()
        self.composer.measure()

    def show_message(self) -> None:
        """Show the message as it is now where the document itself is not seen."""
        message = self.document.message
        self.strip.show_message(message)
        example = self.checks.placeholders.example(message)
        self.panels.preview.if_made(lambda preview: preview.show_message(example))

    def tell(self, text: str, which: Tone, *offers: Offer) -> None:
        """Show a notice."""
        self.notices.tell(text, which, *offers)

    def send_started(self, record: SendRecord) -> None:
        self._running += 1
        self.strip.show_running(self._running)
        self.panes.open_outcome()
        self.outcome.start(record)

    def send_finished(self, key: str) -> None:
        self._running -= 1
        self.strip.show_running(self._running)
        self.outcome.finish(key)

    def write_on(self, message: Message) -> None:
        """Take a message of history as the draft."""
        self.document.replace(message, self.tr("Open from history"))
        self.composer.focus_tab(0)

    def keep_draft(self) -> None:
        """Have the draft kept now; nothing is then left to keep after a pause."""
        self._autosave.stop()
        self.draft_changed.emit(self.document.draft())

    # Told by the user.

    def choose_project(self, key: str) -> None:
        """Put the project `key` in force, and remember that."""
        if key != self.choice.key:
            self.choice.choose(key)
            self.settings_changed.emit()

    def find_in_history(self) -> None:
        """Go to the search field of history."""
        self.outcome.tabs.setCurrentWidget(self.outcome.past)
        self.outcome.history.search.setFocus()
        self.outcome.history.search.selectAll()

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
        self.keep_draft()
        self.settings_changed.emit()
        event.accept()
        self.closed.emit()

    # Inside.

    def _make_values(self, message: Message) -> None:
        self.document = MessageDocument(message, self)
        self.projects = ProjectListModel(self)
        self.devices = DeviceListModel(self)
        self.choice = ProjectChoice(self.projects, self)
        self.connections = Connections(self)
        self.checks = MessageChecks(self.document, self.devices, self.choice, self)
        self.sending = Sending(self)
        self.keeping = Keeping(self)

    def _make_bars(self) -> None:
        self.notices = NoticeBar(self)
        self.kind_notice = KindNotice(self.document, self.notices, self)
        self.confirm = ConfirmBar(self)
        self.gate = SendGate(
            self.document, self.devices, self.choice, self.confirm, self.checks, self
        )
        self.strip = Strip(self.projects, self)
        self.filing = Filing(self.document, self.notices, self.confirm, self)
        self.news = DiskNews(self.document, self.filing, self.notices, self)
        self.drop = FileDrop(self)

    def _make_helpers(self) -> None:
        placeholders = self.checks.placeholders
        self.translating = Translating(self.document, placeholders.longest, self)
        self.importing = Importing(self.devices, self.choice, self)
        self.language_box = LanguageBox(self.document, self.composer)
        self.composer.head.insertWidget(2, self.language_box)
        self.setTabOrder(self.composer.kind_box, self.language_box)
        self.pasting = Pasting(self)
        self.receipts = Receipts(self)
        self.placeholders = PlaceholderJoins(self)
        self.doctoring = Doctoring(self)
        self.editing = ProjectEditing(
            self.projects, self.choice, self.confirm, self.doctoring, self
        )
        self.connecting = Connecting(self.connections, self.choice, self)
        self._autosave = Pause(_AUTOSAVE, self)

    def _lay_out(self) -> None:
        panels = self.panels
        self.panes = Panes(self.composer, self.composer.tabs, panels.outcome, self)
        self.panes.side.addTab(panels.devices, self.tr("Devices"))
        self.panes.side.addTab(panels.projects, self.tr("Projects"))
        self.panes.side.addTab(panels.messages, self.tr("Messages"))
        self.panes.right.addTab(panels.preview, self.tr("Preview"))
        self.panes.right.addTab(panels.phone, self.tr("Sandbox phones"))
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.connecting.bar)
        column.addWidget(self.confirm)
        column.addWidget(self.notices)
        column.addWidget(self.panes, 1)
        self.setCentralWidget(page)
        self.resize(1280, 800)

    def _connect(self) -> None:
        self.document.changed.connect(self.show_message)
        self.document.draft_changed.connect(self._autosave.start)
        self._autosave.timeout.connect(self.keep_draft)
        self.composer.settled.connect(self.checks.check)
        self.devices.chosen_changed.connect(self.checks.check)
        self.choice.chosen.connect(self._on_project_put_in_force)
        self.choice.changed.connect(self._on_choice_changed)
        self.gate.said.connect(lambda words: self.tell(words, Tone.WARNING))
        self.connecting.told.connect(lambda words: self.tell(words, Tone.QUIET))
        self.checks.quota.told.connect(self.strip.show_quota)
        self.editing.projects_changed.connect(self.settings_changed)
        self.sending.changed.connect(self.settings_changed)
        self.keeping.changed.connect(self.settings_changed)
        self.setup.settings_changed.connect(self.settings_changed)
        self.language_box.table_wanted.connect(self.translating.show)
        self._connect_strip()

    def _connect_strip(self) -> None:
        self.strip.project_chosen.connect(self.choose_project)
        self.strip.test_switched.connect(self._on_test_switched)
        self.strip.send_wanted.connect(self.gate.send)
        self.strip.stop_wanted.connect(self.stop_requested)
        self.strip.check_wanted.connect(self.tour.check_only)
        self.strip.problem_clicked.connect(self.tour.list_all)
        self.strip.guide_wanted.connect(self.setup.show)
        self.strip.sharing.clicked.connect(self.share.toggle)
        self.share.switched.connect(self._on_share_switched)

    def _on_project_put_in_force(self) -> None:
        # A question asked of the other project would be answered for this one.
        self.confirm.cancel()
        self.devices.show_project(self.choice.key)

    def _on_choice_changed(self) -> None:
        self.strip.show_project(self.choice.project)
        self.joins.show_project()
        self.checks.check()

    def _on_share_switched(self, on: bool) -> None:
        self.strip.sharing.setVisible(on)
        # The app on the phones may be called like the project.
        self.show_message()
        self.apps.tell()
        self.filing.recent.tell_all()

    def _on_test_switched(self, on: bool) -> None:
        self.document.set_value(self.document.kind.test_path, on)

    def _close_anyway(self) -> None:
        self._closing = True
        self.close()
