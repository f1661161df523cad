"""How each project reaches the network, kept as one JSON file that is nobody else's.

Apart from the projects, so that what is handed on of these can never tell another
computer to trust whoever answers. The secrets are kept elsewhere.
"""

from collections.abc import Mapping
from typing import Any

from hmpush_gui.pushkit.connection import USUAL, Connection

from .folder import DataFolder
from .json_file import JsonFile
from .plain import from_plain, json_object, to_plain

Connections = Mapping[str, Connection]
"""Project key → its settings; a project that is not there has the usual ones."""


class ConnectionStore:
    """Keeps the connections of all projects."""

    def __init__(self, folder: DataFolder) -> None:
        self._file: JsonFile[Connections] = JsonFile(
            folder, "connections.json", _write, _read, dict
        )

    def load(self) -> dict[str, Connection]:
        """The connections kept. Raises StoreError (see JsonFile.load)."""
        return dict(self._file.load())

    def save(self, connections: Connections) -> None:
        """Keep exactly these connections. Raises StoreError."""
        self._file.save(connections)


def _write(connections: Connections) -> Any:
    return {key: to_plain(each) for key, each in connections.items() if each != USUAL}


def _read(content: Any) -> Connections:
    return {
        key: from_plain(Connection, own) for key, own in json_object(content).items()
    }
