"""A choice of a few, side by side, of which one is in force."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segments(QWidget):
    """Buttons of which one is pressed.

    Signals:
        chosen: the number of the one that the user pressed.
    """

    chosen = Signal(int)

    def __init__(
        self, name: str, titles: list[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`titles` are texts and what they mean, for tooltips."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for number, (title, tip) in enumerate(titles):
            button = QPushButton(title, self)
            button.setObjectName(f"{name}.{number}")
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setProperty("segment", True)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int:
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Press one, without a word."""
        self._group.button(number).setChecked(True)

    def rename(self, number: int, title: str) -> None:
        self._group.button(number).setText(title)

    def enable(self, number: int, on: bool) -> None:
        self._group.button(number).setEnabled(on)
