"""How each project reaches the network: the one owner of the settings."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.connection import USUAL, Connection


class Connections(QObject):
    """The settings of all projects; one that nobody set has the usual ones.

    Signals:
        changed: the settings of the project with this key differ, or were read.
        edited: all settings by project key, to keep.
    """

    changed = Signal(str)
    edited = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connections: dict[str, Connection] = {}

    def of(self, project_key: str) -> Connection:
        return self._connections.get(project_key, USUAL)

    def all(self) -> list[Connection]:
        """Those that differ from the usual ones."""
        return list(self._connections.values())

    def load(self, connections: Mapping[str, Connection]) -> None:
        """Take what was kept."""
        self._connections = dict(connections)
        for key in self._connections:
            self.changed.emit(key)

    def put(self, project_key: str, connection: Connection) -> None:
        """Take what the user chose."""
        self._connections[project_key] = connection
        self.edited.emit(dict(self._connections))
        self.changed.emit(project_key)

    def forget(self, project_key: str) -> None:
        """The project is gone."""
        if self._connections.pop(project_key, None) is not None:
            self.edited.emit(dict(self._connections))
            self.changed.emit(project_key)
