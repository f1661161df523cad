"""How many devices met each outcome; each number picks its rows."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hmpush_gui.pushkit.protocol import Verdict

from .verdicts import counted, icon_of, word_of

_DIGIT = re.compile(r"\d")
_ORDER: tuple[Verdict | None, ...] = (*Verdict, None)


class OutcomeChips(QWidget):
    """A button for each outcome that there is; none pressed shows all.

    Signals:
        picked: the outcomes to show, a frozenset of Verdict or None.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[Verdict | None, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for verdict in _ORDER:
            chip = self.chips[verdict] = self._chip(verdict)
            row.addWidget(chip)
        self.show_counts({})

    def show_counts(self, counts: Mapping[Verdict | None, int]) -> None:
        """How many devices there are of each; what is pressed stays in sight."""
        for verdict, chip in self.chips.items():
            number = counts.get(verdict, 0)
            text = counted(number, verdict)
            if chip.text() != text:
                if _shape(chip.text()) != _shape(text):
                    _keep_room(chip, text)
                chip.setText(text)
                chip.setAccessibleName(text)
            chip.setVisible(number > 0 or chip.isChecked())

    def release(self) -> None:
        """Let go of all, without a word."""
        for chip in self.chips.values():
            chip.setChecked(False)

    @property
    def pressed(self) -> frozenset[Verdict | None]:
        return frozenset(key for key, chip in self.chips.items() if chip.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for verdict, chip in self.chips.items():
                chip.setIcon(icon_of(verdict))
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            for chip in self.chips.values():
                _keep_room(chip, chip.text())

    def _chip(self, verdict: Verdict | None) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName(f"results.chip.{verdict or 'waiting'}")
        chip.setCheckable(True)
        chip.setProperty("chip", True)
        chip.setIcon(icon_of(verdict))
        chip.setIconSize(QSize(14, 14))
        tip = self.tr("Show only: {outcome}").format(outcome=word_of(verdict))
        chip.setToolTip(tip)
        chip.setAccessibleDescription(tip)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.clicked.connect(lambda: self.picked.emit(self.pressed))
        return chip


def _shape(text: str) -> str:
    """The text with the same digit throughout."""
    return _DIGIT.sub("8", text)


def _keep_room(chip: QPushButton, text: str) -> None:
    """For all numbers with so many digits, or the window is laid out for each."""
    chip.setText(_shape(text))
    # Whatever has one size only does not ask for a layout when its text changes.
    chip.setFixedSize(chip.sizeHint())
    chip.setText(text)
