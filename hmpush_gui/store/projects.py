"""The projects, kept as one JSON file."""

from collections.abc import Sequence

from hmpush_gui.pushkit.project import Project

from .folder import DataFolder
from .json_file import list_file


class ProjectStore:
    """Keeps the projects, in the user's order. Their secrets are kept elsewhere."""

    def __init__(self, folder: DataFolder) -> None:
        self._file = list_file(folder, "projects.json", Project)

    def load(self) -> list[Project]:
        """The projects kept. Raises StoreError (see JsonFile.load)."""
        return list(self._file.load())

    def save(self, projects: Sequence[Project]) -> None:
        """Keep exactly these projects. Raises StoreError."""
        self._file.save(projects)
