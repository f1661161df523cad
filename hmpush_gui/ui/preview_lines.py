"""The explanation under a preview: marks and sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from hmpush_gui.pushkit.arrival_words import Mark

from .restyle import restyle
from .words import titled


@dataclass(frozen=True, slots=True)
class Said:
    """One line: a mark, or a short title, and what is said."""

    text: str
    mark: Mark | None = None
    title: str = ""
    warns: bool = False


_SIGNS = {Mark.YES: "✓", Mark.NO: "✕", Mark.DEPENDS: "?", Mark.NOTE: "•"}


class PreviewLines(QWidget):
    """A list of sentences, each with its mark or under its title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.lines")
        self._grid = QGridLayout(self)
        # So that no sentence touches the scroll bar.
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._shown: list[Said] = []

    def show_lines(self, lines: Sequence[Said]) -> None:
        """Show exactly these."""
        if list(lines) == self._shown:
            return
        self._shown = list(lines)
        while len(self._rows) < len(lines):
            self._add_row()
        for number, (sign, words) in enumerate(self._rows):
            shown = number < len(lines)
            sign.setVisible(shown)
            words.setVisible(shown)
            if shown:
                _fill(sign, words, lines[number])
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """Everything that is said, line by line."""
        return "\n".join(
            titled(line.title, line.text) if line.title else line.text
            for line in self._shown
        )

    def _add_row(self) -> None:
        sign, words = QLabel(self), QLabel(self)
        sign.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.setWordWrap(True)
        words.setMinimumWidth(80)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self._rows)
        self._grid.addWidget(sign, row, 0)
        self._grid.addWidget(words, row, 1)
        self._rows.append((sign, words))


def _fill(sign: QLabel, words: QLabel, line: Said) -> None:
    mark = "▲" if line.warns else _SIGNS[line.mark] if line.mark else line.title
    sign.setText(mark)
    tone = "warning" if line.warns else str(line.mark or "heading")
    if sign.property("mark") != tone:
        sign.setProperty("heading", bool(line.title))
        restyle(sign, "mark", tone)
    words.setText(line.text)
