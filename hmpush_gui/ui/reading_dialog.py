"""What the windows have in common into which a file is dropped to be read."""

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hmpush_gui.pushkit.words import Sentence

from .enter_key import EnterDialog
from .file_drop import local_files
from .plain_label import plain_label
from .restyle import restyle
from .words import said


class ReadingDialog(EnterDialog):
    """Takes files, and says below its content what became of them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAcceptDrops(True)
        self.folder = ""
        self.said = self.label("said")
        self.said.hide()

    def open_file(self, path: str) -> None:
        """Look into a file."""
        raise NotImplementedError

    def say(self, words: str, problem: str = "hint") -> None:
        """Say something; `problem` is a look of the style sheet."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        restyle(self.said, "problem", problem)

    def show_refusal(self, sentence: Sentence) -> None:
        """Say why a file cannot be opened or read."""
        self.say(said(sentence), "blocking")

    def button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"{self.objectName()}.{name}")
        # Enter is for what has the focus.
        button.setAutoDefault(False)
        return button

    def label(self, name: str) -> QLabel:
        return plain_label("", self, name=f"{self.objectName()}.{name}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_file(local_files(event.mimeData())[0])
