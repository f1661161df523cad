"""Says where the credentials of a project are kept, and lets them be kept nowhere."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from .wrapped_label import WrappedLabel


@dataclass(frozen=True, slots=True)
class Place:
    """Where secrets are kept, in words; whether they survive the program's end."""

    words: str = ""
    kept: bool = True


class SecretPlace(QWidget):
    """The place in words, and a switch for “only until the program ends”."""

    def __init__(self, place: Place, memory_only: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self.only = QCheckBox(self.tr("Keep only until the program ends"), self)
        self.only.setObjectName("project.memory_only")
        self.only.setAccessibleName(self.only.text())
        self.only.setChecked(memory_only)
        # Without a keyring there is no choice.
        self.only.setVisible(place.kept)
        self.only.toggled.connect(self._show)
        self.words = WrappedLabel(parent=self)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setObjectName("project.secret_place")
        self.words.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.only)
        self._show()

    def _show(self) -> None:
        words = self._place.words
        if self._place.kept and self.only.isChecked():
            words = self.tr(
                "Kept in memory only: key and secret of this project are gone when the "
                "program ends, and have to be given again."
            )
        self.words.setText(words)
