"""Opens the connection page, and warns while certificates go unchecked."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.connection import Connection, ConnectionSecrets
from hmpush_gui.pushkit.hindrances import place_of
from hmpush_gui.pushkit.project import Environment, Project

from .connections import Connections
from .project_choice import ProjectChoice
from .unchecked_bar import UncheckedBar
from .veiling import named

if TYPE_CHECKING:
    from .connection_dialog import ConnectionDialog


class Connecting(QObject):
    """The connection of the project in force, as the user sees and sets it.

    Signals:
        told: why nothing can be set; words.
        opened: a ConnectionDialog, whose test somebody has to do.
        secrets_given: project key, its Connection, and the ConnectionSecrets that were
            typed anew.
    """

    told = Signal(str)
    opened = Signal(object)
    secrets_given = Signal(str, object, object)

    def __init__(
        self,
        connections: Connections,
        choice: ProjectChoice,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._connections = connections
        self._choice = choice
        self._window = window
        self.bar = UncheckedBar(window)
        self.bar.check_wanted.connect(self._on_check_wanted)
        choice.chosen.connect(self._warn)
        connections.changed.connect(self._warn)

    def show(self) -> None:
        """Open the page, unless there is nothing to set."""
        if project := self._choice.project:
            self._show(project)

    def mend(self, project_key: str, reason: str) -> None:
        """Open the page of a project where `reason` (`hindrances`) can be mended."""
        project = self._choice.find(project_key)
        if project is None:
            words = self.tr("The project of this send is no longer there.")
            self.told.emit(words)
        elif dialog := self._show(project):
            connection = self._connections.of(project_key)
            dialog.show_field(place_of(reason, connection))

    def _show(self, project: Project) -> "ConnectionDialog | None":
        if project.environment is Environment.SANDBOX:
            words = self.tr(
                "The sandbox is on this computer: it needs no proxy and no "
                "certificate. Choose another project to set its connection."
            )
            self.told.emit(words)
        elif why := self._choice.waiting_for(project.key):
            # Its secrets could not be kept yet.
            self.told.emit(why)
        else:
            return self._open(project)
        return None

    def save(self, key: str, connection: Connection, given: ConnectionSecrets) -> None:
        """Take what the page was closed with."""
        self._connections.put(key, connection)
        self.secrets_given.emit(key, connection, given)

    def _open(self, project: Project) -> "ConnectionDialog":
        # Late: most people never need it.
        from .connection_dialog import ConnectionDialog

        connection = self._connections.of(project.key)
        dialog = ConnectionDialog(project, connection, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(
            lambda chosen, given: self.save(project.key, chosen, given)
        )
        self.opened.emit(dialog)
        dialog.open()
        return dialog

    def _warn(self) -> None:
        project = self._choice.project
        checked = project is None or self._connections.of(project.key).verify
        self.bar.show_for("" if project is None or checked else named(project))

    def _on_check_wanted(self) -> None:
        key = self._choice.key
        self._connections.put(key, replace(self._connections.of(key), verify=True))
