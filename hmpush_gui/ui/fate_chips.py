"""How many values met each fate; each number picks its rows."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hmpush_gui.exchange.conversion import Fate, Line

from .fate_words import MARKS, fate_word


class FateChips(QWidget):
    """A button for each fate that there is; none pressed shows all.

    Signals:
        picked: other fates are pressed.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.chips = {fate: self._chip(fate) for fate in Fate}
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        self.show_lines(())

    @property
    def pressed(self) -> frozenset[Fate]:
        return frozenset(fate for fate, chip in self.chips.items() if chip.isChecked())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """How many there are of each; what is pressed stays in sight."""
        counts = Counter(line.fate for line in lines)
        for fate, chip in self.chips.items():
            text = f"{MARKS[fate]} {fate_word(fate)} {counts[fate]}"
            chip.setText(text)
            chip.setAccessibleName(f"{fate_word(fate)} {counts[fate]}")
            chip.setVisible(counts[fate] > 0 or chip.isChecked())

    def _chip(self, fate: Fate) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName(f"paste.chip.{fate}")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setProperty("chip", True)
        tip = self.tr("Show only: {fate}").format(fate=fate_word(fate))
        chip.setToolTip(tip)
        chip.setAccessibleDescription(tip)
        chip.clicked.connect(self.picked)
        return chip
