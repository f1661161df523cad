"""The project in force: the strip shows it, and the request is built from it."""

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.project import CredentialKind, Environment, Project

from .project_list import ProjectListModel

NONE: frozenset[CredentialKind] = frozenset()


class ProjectChoice(QObject):
    """Which project is in force, what it can send with, and whether it is ready.

    Signals:
        chosen: another project is in force, or its values differ.
        changed: its credentials or its readiness differ.
    """

    chosen = Signal()
    changed = Signal()

    def __init__(
        self, projects: ProjectListModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._projects = projects
        self._at_hand: dict[str, frozenset[CredentialKind]] = {}
        self._waiting: dict[str, str] = {}
        self.project: Project | None = None

    @property
    def key(self) -> str:
        return self.project.key if self.project else ""

    @property
    def is_own(self) -> bool:
        """Whether the user made it and may change it: the sandbox is not."""
        project = self.project
        return project is not None and project.environment is not Environment.SANDBOX

    @property
    def at_hand(self) -> frozenset[CredentialKind]:
        """The kinds of credential it can send with."""
        return self.at_hand_for(self.key)

    @property
    def waiting(self) -> str:
        """Why it cannot send yet; empty when it can."""
        return self.waiting_for(self.key)

    def waiting_for(self, key: str) -> str:
        return self._waiting.get(key, "")

    def find(self, key: str) -> Project | None:
        """The project `key`, whichever is in force."""
        projects = self._projects.projects()
        return next((each for each in projects if each.key == key), None)

    def at_hand_for(self, key: str) -> frozenset[CredentialKind]:
        return self._at_hand.get(key, NONE)

    def choose(self, key: str) -> None:
        """Put the project `key` in force; the first one if there is no such."""
        projects = {project.key: project for project in self._projects.projects()}
        self.project = projects.get(key) or next(iter(projects.values()), None)
        self.chosen.emit()
        self.changed.emit()

    def set_credentials(self, key: str, kinds: frozenset[CredentialKind]) -> None:
        self._at_hand[key] = kinds
        self.changed.emit()

    def set_waiting(self, key: str, words: str) -> None:
        self._waiting[key] = words
        self.changed.emit()
