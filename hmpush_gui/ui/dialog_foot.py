"""The row of buttons at the foot of every window beside the window."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

SPACE = 10
"""Pixels between two buttons."""


def dialog_foot(
    left: Sequence[QWidget], right: Sequence[QWidget], words: QLabel | None = None
) -> QHBoxLayout:
    """What brings something in or out at the left, what ends the window at the right.

    `words` take the room between them.
    """
    foot = QHBoxLayout()
    foot.setSpacing(SPACE)
    for widget in left:
        foot.addWidget(widget)
    if words is None:
        foot.addStretch(1)
    else:
        foot.addWidget(words, 1)
    for widget in right:
        foot.addWidget(widget)
    return foot
