"""The sheet of all keys."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QWidget


class KeysDialog(QDialog):
    """Lists every action that has a key, two columns wide."""

    def __init__(
        self, actions: Iterable[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("keys.dialog")
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 16, 20, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        with_keys = [action for action in actions if not action.shortcut().isEmpty()]
        half = (len(with_keys) + 1) // 2
        for number, action in enumerate(with_keys):
            column, row = divmod(number, half)
            native = QKeySequence.SequenceFormat.NativeText
            # Return and Enter have one name in Chinese.
            each = dict.fromkeys(keys.toString(native) for keys in action.shortcuts())
            keys = QLabel("  ".join(each), self)
            keys.setProperty("heading", True)
            grid.addWidget(keys, row, column * 2)
            # Undo and Redo go on with what they would take back now.
            text = action.property("plain") or action.text()
            words = QLabel(_without_letter(text), self)
            grid.addWidget(words, row, column * 2 + 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("keys.close")
        version = QLabel(self._version(), self)
        version.setObjectName("keys.version")
        version.setProperty("quiet", True)
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(version, half, 0, 1, 2)
        grid.addWidget(buttons, half, 2, 1, 2)

    def _version(self) -> str:
        words = self.tr("Version {version}")
        return words.format(version=QCoreApplication.applicationVersion())


def _without_letter(text: str) -> str:
    """A menu's words without the letter that opens it, in brackets in Chinese."""
    return re.sub(r"\(&.\)|&", "", text)
