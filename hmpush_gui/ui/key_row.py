"""Takes a service-account key file: by a dialog, a drop, or from outside."""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QPushButton, QWidget

from hmpush_gui.pushkit.finding import State, worst
from hmpush_gui.pushkit.key_file import read_key_file
from hmpush_gui.pushkit.key_text import LARGEST

from .file_dialogs import first_folder
from .finding_summary import first_trouble
from .restyle import restyle
from .words import titled
from .wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from hmpush_gui.pushkit.credential import ServiceAccount

_DOWNLOADS = QStandardPaths.StandardLocation.DownloadLocation


class KeyRow(QWidget):
    """The key file that was given, by name; its content is never shown.

    Why a file was not taken stands below it until another is.

    `path` is where it lies, and `digest` the SHA-256 of what was read.

    Signals:
        taken: a file was read, and holds a ServiceAccount.
        refused: why a file was not taken.
    """

    taken = Signal(object)
    refused = Signal(str)

    def __init__(self, has_key: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.account: ServiceAccount | None = None
        self.path: Path | None = None
        self.digest = b""
        self.state = WrappedLabel(parent=self)
        self.state.setObjectName("project.key_state")
        self.state.setText(
            self.tr("kept; choose another file to replace it")
            if has_key
            else self.tr("none; choose or drop the .json file")
        )
        self.choose = QPushButton(self.tr("Choose file…"), self)
        self.choose.setObjectName("project.choose_key")
        self.choose.clicked.connect(self._on_choose_clicked)
        self.problem = WrappedLabel(parent=self)
        self.problem.setObjectName("project.key_problem")
        restyle(self.problem, "problem", "blocking")
        self.problem.hide()
        self.refused.connect(self._show_problem)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.state, 0, 0)
        grid.addWidget(self.choose, 0, 1)
        grid.addWidget(self.problem, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def take(self, path: Path) -> None:
        """Read a key file, or say why it is not one; a good one before it stays."""
        try:
            content = _content(path)
        except (OSError, ValueError) as error:
            words = self.tr("{name} cannot be read as text ({detail}).")
            self.refused.emit(words.format(name=path.name, detail=type(error).__name__))
            return
        read = read_key_file(content)
        if read.account is None or worst(read.findings) is State.WRONG:
            self.refused.emit(titled(path.name, first_trouble(read.findings)))
            return
        self.account, self.path = read.account, path
        self.digest = sha256(content).digest()
        words = self.tr("{name}: key {key_id} of project {project_id}")
        self.state.setText(
            words.format(
                name=path.name,
                key_id=read.account.key_id,
                project_id=read.account.project_id,
            )
        )
        self._show_problem("")
        self.taken.emit(read.account)

    def _show_problem(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(
            self,
            self.tr("Service-account key file"),
            first_folder(QStandardPaths.writableLocation(_DOWNLOADS)),
            self.tr("Key files (*.json);;All files (*)"),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
