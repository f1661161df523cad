"""A button that gives way: it shows as much of its text as there is room for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton, QWidget

_LEAST = 120
"""Pixels below which nobody could read it."""

_AROUND = 8
"""Pixels of padding around the text: a text that just fits is whole."""


class ElidedButton(QPushButton):
    """One line of text, cut with an ellipsis; it never widens the window."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(_LEAST, whole.width()), whole.height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.text = option.fontMetrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, self.width() - _AROUND
        )
