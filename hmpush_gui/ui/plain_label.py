"""The label for what was not written here: shown to the letter, and wrapped."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(text: str, parent: QWidget, *, name: str = "") -> QLabel:
    """A label that takes no markup; `name` is for style sheets and tests."""
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def selectable_label(text: str, parent: QWidget, *, name: str = "") -> QLabel:
    """A `plain_label` whose text can be marked with the mouse, to be copied."""
    label = plain_label(text, parent, name=name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
