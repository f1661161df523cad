"""Joins the panels to the window, each when it is made."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hmpush_gui.pushkit.project import Environment

from .notice_bar import Offer
from .panel_drop import PanelDrop
from .theme import Tone
from .veiling import named
from .words import grouped

if TYPE_CHECKING:
    from .device_exports import DeviceExports
    from .devices_panel import DevicesPanel
    from .handing_over import HandingOver
    from .main_window import MainWindow
    from .outcome_panel import OutcomePanel
    from .phone_panel import PhonePanel
    from .preview_panel import PreviewPanel
    from .project_sharing import ProjectSharing
    from .projects_panel import ProjectsPanel


class PanelJoins(QObject):
    """Gives a new panel what the window knows by then, and takes what it signals."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._handing: HandingOver | None = None
        self._device_exports: DeviceExports | None = None
        self._sharing: ProjectSharing | None = None
        self._unseen = 0
        panels = window.panels
        panels.devices.when_made(self._join_devices)
        panels.projects.when_made(self._join_projects)
        panels.preview.when_made(self._join_preview)
        panels.phone.when_made(self._join_phone)
        panels.outcome.when_made(self._join_outcome)
        window.importing.left.connect(self._on_import_left)
        window.panes.right.currentChanged.connect(self._on_right_tab_changed)

    @property
    def handing(self) -> "HandingOver":
        """What hands over what stands in the outcome; comes with it."""
        self._window.panels.outcome.complete()
        assert self._handing is not None
        return self._handing

    @property
    def device_exports(self) -> "DeviceExports":
        """What writes devices into files; comes with their panel."""
        self._window.panels.devices.complete()
        assert self._device_exports is not None
        return self._device_exports

    @property
    def sharing(self) -> "ProjectSharing":
        """What writes projects into files, and reads them; comes with their panel."""
        self._window.panels.projects.complete()
        assert self._sharing is not None
        return self._sharing

    def show_project(self) -> None:
        """Tell the panels of the project in force."""
        panels = self._window.panels
        panels.preview.if_made(self._show_project_in_preview)
        panels.projects.if_made(self._show_project_in_list)
        panels.devices.if_made(self._show_project_in_devices)

    def _show_project_in_devices(self, panel: "DevicesPanel") -> None:
        project = self._window.choice.project
        panel.simulated = (
            project is not None and project.environment is Environment.SANDBOX
        )

    def _show_project_in_preview(self, preview: "PreviewPanel") -> None:
        choice = self._window.choice
        name = named(choice.project) if choice.project else ""
        preview.show_project(choice.key, name)

    def _show_project_in_list(self, panel: "ProjectsPanel") -> None:
        choice = self._window.choice
        panel.show_project(choice.project, choice.at_hand)

    def _join_devices(self, panel: "DevicesPanel") -> None:
        from .device_exports import DeviceExports

        window = self._window
        self._show_project_in_devices(panel)
        panel.done.connect(self._on_devices_done)
        self._device_exports = DeviceExports(window)
        panel.export_wanted.connect(self._device_exports.export)
        self._device_exports.told.connect(window.tell)
        self._device_exports.asked.connect(window.confirm.ask)
        importing = window.importing
        panel.import_wanted.connect(lambda: importing.show_list())
        drop = PanelDrop(panel)
        drop.dropped.connect(lambda paths: importing.show_list(paths[0]))
        window.gate.opened.connect(lambda _record: self._tell_of_pending(panel))

    def _tell_of_pending(self, panel: "DevicesPanel") -> None:
        """Tell of tokens that somebody pasted, and that the send does not go to."""
        if count := panel.entry.pending():
            words = self.tr(
                "Tokens that stand under Devices and are not added yet: {count}. "
                "This send does not go to them."
            )
            add = Offer(self.tr("Add"), panel.entry.add)
            self._window.tell(words.format(count=grouped(count)), Tone.WARNING, add)

    def _join_projects(self, panel: "ProjectsPanel") -> None:
        window = self._window
        self._show_project_in_list(panel)
        panel.chosen.connect(window.choose_project)
        panel.new_wanted.connect(window.editing.new)
        panel.edit_wanted.connect(window.editing.edit)
        panel.check_wanted.connect(window.editing.check)
        panel.connection_wanted.connect(window.connecting.show)
        from .project_sharing import ProjectSharing

        self._sharing = ProjectSharing(window)
        self._sharing.told.connect(window.tell)
        self._sharing.asked.connect(window.confirm.ask)
        self._sharing.came.connect(window.editing.take_project)
        panel.import_wanted.connect(self._sharing.ask)
        panel.export_wanted.connect(self._on_export_wanted)
        panel.remove_wanted.connect(window.editing.forget)
        panel.guide_wanted.connect(window.setup.show)

    def _join_preview(self, preview: "PreviewPanel") -> None:
        window = self._window
        preview.told.connect(window.tell)
        preview.settings_changed.connect(window.settings_changed)
        self._show_project_in_preview(preview)
        window.show_message()

    def _join_phone(self, phone: "PhonePanel") -> None:
        phone.arrived.connect(self._on_phone_arrived)

    def _join_outcome(self, outcome: "OutcomePanel") -> None:
        from .handing_over import HandingOver

        window = self._window
        outcome.send_again_wanted.connect(window.gate.send_to)
        outcome.told.connect(self._on_warned)
        outcome.inspector.check_wanted.connect(window.doctoring.open)
        outcome.inspector.connection_wanted.connect(window.connecting.mend)
        outcome.inspector.addresses_wanted.connect(window.editing.edit_addresses)
        outcome.inspector.count = window.checks.quota.count
        outcome.tabs.addTab(window.panels.problems, self.tr("Problems"))
        self._handing = HandingOver(outcome, window.gate.draft_request, window)
        self._handing.told.connect(window.tell)
        self._handing.asked.connect(window.confirm.ask)

    def _on_devices_done(self, words: str, undo: Offer) -> None:
        self._window.tell(words, Tone.GOOD, undo)

    def _on_import_left(self, words: str, undo: Callable[[], object]) -> None:
        offer = Offer(self.tr("Undo"), undo)
        self._on_devices_done(words, offer)

    def _on_export_wanted(self) -> None:
        if project := self._window.choice.project:
            self.sharing.export(project)

    def _on_warned(self, words: str) -> None:
        self._window.tell(words, Tone.WARNING)

    def _on_phone_arrived(self, count: int) -> None:
        if not self._sees_phone():
            self._unseen += count
            self._mark_phone()

    def _on_right_tab_changed(self) -> None:
        if self._sees_phone():
            self._unseen = 0
            self._mark_phone()

    def _sees_phone(self) -> bool:
        window = self._window
        return window.panes.right.currentWidget() is window.panels.phone

    def _mark_phone(self) -> None:
        window = self._window
        words = self.tr("Sandbox phones")
        window.panes.mark(window.panels.phone, words, self._unseen)
