"""Says which keys of a message no form knows: they are kept as they are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hmpush_gui.pushkit.document import Path

from .plain_label import plain_label
from .words import listed


class KeptLine(QWidget):
    """One line with the names of unknown keys, and a way to see them.

    Signals:
        json_wanted: the user wants to see the key at this path in the JSON.
    """

    json_wanted = Signal(tuple)

    def __init__(self, tab: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: Sequence[Path] = ()
        self._words = plain_label("", self)
        self._words.setProperty("quiet", True)
        self.button = QPushButton(self.tr("See them in the JSON"), self)
        self.button.setObjectName(f"kept.{tab}")
        self.button.setProperty("link", True)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_paths(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self.setVisible(bool(paths))
        names = listed(_short(path) for path in paths)
        self._words.setText(self.tr("Kept as they are: {names}").format(names=names))

    def _on_clicked(self) -> None:
        if self._paths:
            self.json_wanted.emit(self._paths[0])


def _short(path: Path) -> str:
    """The last two keys: enough to tell a key by."""
    return ".".join(path[-2:])
