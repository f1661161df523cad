"""Gives a project to colleagues as a file, and takes one from them."""

from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hmpush_gui.exchange.file_stem import file_stem
from hmpush_gui.exchange.project_file import read_project, write_project
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .file_dialogs import FileKind, ask_to_open, ask_to_save, usual_folder
from .file_writing import Content, FileWriting
from .theme import Tone
from .veiling import is_on
from .words import said, titled

if TYPE_CHECKING:
    from hmpush_gui.pushkit.project import Project

PROJECT = FileKind(
    QT_TRANSLATE_NOOP("FileDialogs", "Import project"),
    QT_TRANSLATE_NOOP("FileDialogs", "Export project"),
    QT_TRANSLATE_NOOP("FileDialogs", "Project files (*.json);;All files (*)"),
    "json",
)

_LARGEST = 100_000


class ProjectSharing(FileWriting):
    """Asks where a project goes or comes from.

    Signals:
        came: a new Project, to be looked at before it is saved.
    """

    came = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = ""

    def export(self, project: "Project") -> None:
        """Ask for a place, and write the project there."""
        # No veil lies over a dialog of the system.
        kept = "" if is_on() else file_stem(project.name)
        path = PurePath(self._folder or usual_folder()) / f"{kept or 'project'}.json"
        content = partial(write_project, project)
        ask_to_save(self._window, str(path), partial(self._on_named, content), PROJECT)

    def ask(self) -> None:
        """Ask for a file, and read it."""
        ask_to_open(self._window, self._folder, self.read, PROJECT)

    def read(self, path: str) -> None:
        """Read a project, or say why there is none."""
        self._folder = str(PurePath(path).parent)
        try:
            with Path(path).open("rb") as file:
                text = file.read(_LARGEST).decode("utf-8", "replace")
            self.came.emit(read_project(text))
        except DocumentError as error:
            words = titled(PurePath(path).name, said(error.sentence))
            self.told.emit(words, Tone.BAD)
        except (OSError, ValueError) as error:
            words = self.tr("{name} cannot be read ({detail}).").format(
                name=PurePath(path).name, detail=type(error).__name__
            )
            self.told.emit(words, Tone.BAD)

    def about(self) -> str:
        return self.tr("It holds no key, no secret and no proxy; give those yourself.")

    def _on_named(self, content: Content, path: str) -> None:
        self._folder = str(PurePath(path).parent)
        self.write_wanted.emit(path, content)
