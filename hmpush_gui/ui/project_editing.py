"""Making, editing and forgetting projects."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.project import Environment, Project

from .confirm_bar import ConfirmBar
from .doctoring import Doctoring
from .project_choice import NONE, ProjectChoice
from .project_list import ProjectListModel
from .secret_place import Place
from .veiling import named

if TYPE_CHECKING:
    from pathlib import Path

    from hmpush_gui.pushkit.credential import Credential

    from .project_dialog import ProjectDialog


class ProjectEditing(QObject):
    """Opens the project dialog, and asks before a project is forgotten.

    Signals:
        projects_changed: the list of own Projects, the sandbox left out.
        key_file_given: project key, path and SHA-256 of the file whose key is given
            next.
        credential_given: project key and a Credential to keep.
        project_forgotten: key of a project whose credentials are to be dropped.
    """

    projects_changed = Signal(list)
    key_file_given = Signal(str, object, bytes)
    credential_given = Signal(str, object)
    project_forgotten = Signal(str)

    def __init__(
        self,
        projects: ProjectListModel,
        choice: ProjectChoice,
        confirm: ConfirmBar,
        doctoring: Doctoring,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.place = Place()
        """Where secrets are kept."""
        self._doctoring = doctoring
        self._projects = projects
        self._choice = choice
        self._confirm = confirm
        self._window = window

    def new(self) -> None:
        self._open(None)

    def edit(self) -> None:
        """Edit the project in force, unless it is the sandbox."""
        if self._choice.is_own:
            self._open(self._choice.project)

    def edit_addresses(self, key: str) -> None:
        """Edit where the project `key` sends to; make it anew if it is gone."""
        self._open(self._choice.find(key)).show_addresses()

    def take_key_file(self, path: "Path") -> None:
        """Make a new project of a key file."""
        self._open(None).take_key_file(path)

    def take_project(self, project: Project) -> None:
        """Let the user look at a project that came from elsewhere, and save it."""
        self._open(project).setWindowTitle(self.tr("Import project"))

    def check(self) -> None:
        """Look at the credentials of the project in force."""
        if self._choice.project:
            self._doctoring.open(Case(self._choice.project))

    def forget(self) -> None:
        """Ask, and then forget the project in force with its credentials."""
        project = self._choice.project
        if project is None or not self._choice.is_own:
            return
        self._confirm.ask(
            self.tr(
                "Forget project {name}? Its credentials are deleted here; "
                "History keeps its sends."
            ).format(name=named(project)),
            self.tr("Forget"),
            lambda: self._forget(project.key),
        )

    def save(self, project: Project, given: "list[Credential]") -> None:
        """Take a project from the dialog, with the credentials given anew."""
        self._projects.put(project)
        kinds = frozenset(each.kind for each in given)
        key = project.key
        self._choice.set_credentials(key, self._choice.at_hand_for(key) | kinds)
        self._tell()
        for credential in given:
            self.credential_given.emit(key, credential)
        self._choice.choose(key)

    def _open(self, project: Project | None) -> "ProjectDialog":
        from .project_dialog import ProjectDialog

        at_hand = self._choice.at_hand_for(project.key) if project else NONE
        dialog = ProjectDialog(
            project, at_hand, self._window, self._doctoring, self.place
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(partial(self._on_saved, dialog))
        dialog.open()
        return dialog

    def _on_saved(
        self, dialog: "ProjectDialog", project: Project, given: "list[Credential]"
    ) -> None:
        if dialog.key.path:
            self.key_file_given.emit(project.key, dialog.key.path, dialog.key.digest)
        self.save(project, given)

    def _forget(self, key: str) -> None:
        self._projects.remove(key)
        self._choice.set_credentials(key, NONE)
        self.project_forgotten.emit(key)
        self._tell()
        self._choice.choose("")

    def _tell(self) -> None:
        own = [
            project
            for project in self._projects.projects()
            if project.environment is not Environment.SANDBOX
        ]
        self.projects_changed.emit(own)
