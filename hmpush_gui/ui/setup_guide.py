"""The setup guide of the window: what is done in which project, and what it can do."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.project import Environment, Project

from .theme import Tone

if TYPE_CHECKING:
    from hmpush_gui.pushkit.message import Message
    from hmpush_gui.pushkit.protocol import Exchange
    from hmpush_gui.pushkit.setup_state import Known, Proof

    from .main_window import MainWindow
    from .setup_dialog import SetupDialog

_SETTING = "setup."
"""Begins the name of the setting that holds what was ticked in a project."""

_NEED_NO_PROJECT = frozenset({"send_sample", "edit_project", "rehearse_token"})


class SetupGuide(QObject):
    """Owns the ticks; the dialog is made when it is wanted.

    It is about one of the user's own projects; while there is none, about the first
    one to come. Ticks of that time count for it.

    Signals:
        changed: what is done differs, or it is about another project.
        settings_changed: a tick that should be remembered.
        proofs_wanted: it should be told what history holds.
        sample_wanted: send the sample message to the sandbox.
    """

    changed = Signal()
    settings_changed = Signal()
    proofs_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: SetupDialog | None = None
        self._ticks: dict[str, frozenset[str]] = {}
        self._accepted: dict[str, frozenset[Proof]] = {}
        self._key = ""
        self.asks = False
        self._actions: dict[str, Callable[[], None]] = {
            "send_sample": self.sample_wanted.emit,
            "edit_project": self._edit_project,
            "paste_tokens": self._paste_tokens,
            "read_log": self._read_log,
            "rehearse_token": self._rehearse_token,
            "go_test": self._go_test,
            "go_formal": self._go_formal,
        }
        window.choice.chosen.connect(self._on_project_in_force)
        window.choice.changed.connect(self.changed)
        window.devices.counts_changed.connect(self.changed)

    # Looking.

    @property
    def projects(self) -> list[Project]:
        """The projects that a guide can be about."""
        found = self._window.projects.projects()
        return [each for each in found if each.environment is not Environment.SANDBOX]

    @property
    def project(self) -> Project | None:
        """The one it is about."""
        own = {project.key: project for project in self.projects}
        return own.get(self._key) or next(iter(own.values()), None)

    @property
    def ticked(self) -> frozenset[str]:
        """The steps that were ticked by hand."""
        project = self.project
        before = self._ticks.get("", frozenset())
        return self._ticks.get(project.key, before) if project else before

    def known(self) -> "Known":
        """What the program knows of the project."""
        # Late: no start asks for it.
        from hmpush_gui.pushkit.setup_state import Known

        project = self.project
        sandbox = self._sandbox()
        accepted = self._accepted.get(sandbox.key, frozenset()) if sandbox else None
        accepted = accepted or frozenset()
        if project is None:
            return Known(accepted=accepted)
        roll = self._window.devices.roll_of(project.key)
        return Known(
            project,
            self._window.choice.at_hand_for(project.key),
            len(roll),
            accepted | self._accepted.get(project.key, frozenset()),
            _location(project),
        )

    def can(self, action: str) -> bool:
        """Whether there is what `action` needs."""
        return action in _NEED_NO_PROJECT or self.project is not None

    # Told by the application.

    def load(self, accepted: "Mapping[str, frozenset[Proof]]") -> None:
        """Know what history holds: project key → what was accepted through it."""
        for key, proofs in accepted.items():
            self._accepted[key] = self._accepted.get(key, frozenset()) | proofs
        self.changed.emit()

    def note(self, project: Project, message: "Message", exchange: "Exchange") -> None:
        """Learn from an answer."""
        if all(each.verdict is not Verdict.ACCEPTED for each in exchange.outcomes):
            return
        from hmpush_gui.pushkit.setup_state import proof_of

        proof = proof_of(project.environment, message)
        known = self._accepted.get(project.key, frozenset())
        if proof is not None and proof not in known:
            self._accepted[project.key] = known | {proof}
            self.changed.emit()

    def settings(self) -> Mapping[str, str]:
        return {
            _SETTING + key: ",".join(sorted(ticks))
            for key, ticks in self._ticks.items()
        }

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        for name, text in settings.items():
            if name.startswith(_SETTING):
                ticks = frozenset(filter(None, text.split(",")))
                self._ticks[name.removeprefix(_SETTING)] = ticks

    # Told by the user.

    def show(self) -> None:
        """Show the guide, at the step that comes next."""
        if not self.asks:
            self.asks = True
            self.proofs_wanted.emit()
        if self._dialog is None:
            from .setup_dialog import SetupDialog

            self._dialog = SetupDialog(self, self._window)
        self._dialog.begin()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def choose(self, key: str) -> None:
        """Be about the project `key`."""
        if key != self._key:
            self._key = key
            self.changed.emit()

    def tick(self, step: str, on: bool) -> None:
        """Remember by hand that a step is done, or that it is not."""
        project = self.project
        ticks = self.ticked | {step} if on else self.ticked - {step}
        self._ticks[project.key if project else ""] = ticks
        self.changed.emit()
        self.settings_changed.emit()

    def act(self, action: str) -> None:
        """Do what the program can do for a step."""
        if self.can(action):
            self._actions[action]()

    # Inside.

    def _sandbox(self) -> Project | None:
        for project in self._window.projects.projects():
            if project.environment is Environment.SANDBOX:
                return project
        return None

    def _put_in_force(self) -> None:
        if self.project is not None:
            self._window.choose_project(self.project.key)
        self._show_window()

    def _show_window(self) -> None:
        self._window.raise_()
        self._window.activateWindow()

    def _edit_project(self) -> None:
        if self.project is None:
            self._window.editing.new()
        else:
            self._put_in_force()
            self._window.editing.edit()

    def _paste_tokens(self) -> None:
        self._put_in_force()
        panel = self._window.devices_panel
        self._window.panes.show_side(panel)
        panel.want_tokens()

    def _read_log(self) -> None:
        self._put_in_force()
        self._window.importing.show_log()

    def _rehearse_token(self) -> None:
        """To the sandbox's phones, where an app can be installed again."""
        window, sandbox = self._window, self._sandbox()
        if sandbox is not None:
            window.choose_project(sandbox.key)
        self._show_window()
        panel = window.devices_panel
        window.panes.show_side(panel)
        panel.table.setFocus()
        window.tell(
            self.tr(
                "On the sandbox: choose a phone in the device list, then ⋯ › On the "
                "simulated phone › Install the app again. Send, read the receipt under "
                "Results, and take the new token."
            ),
            Tone.QUIET,
        )

    def _go_test(self) -> None:
        """To Send, with a test message; of v1 and v2 that switch would be a dry run."""
        self._put_in_force()
        document = self._window.document
        if not document.message.api.legacy and not document.message.is_test:
            document.set_value(document.kind.test_path, True)
        self._window.strip.send.setFocus()

    def _go_formal(self) -> None:
        """To the switch; whoever moves it has seen it."""
        self._put_in_force()
        self._window.strip.test.setFocus()

    def _on_project_in_force(self) -> None:
        if self._window.choice.is_own:
            self._key = self._window.choice.key
        self.changed.emit()


def _location(project: Project) -> str:
    """The project's data location in the window's language."""
    # Late: no start asks for it.
    from hmpush_gui.pushkit.reference import regions

    from .words import language

    titles = {region.key: region.title for region in regions(language())}
    return titles.get(project.region, "")
