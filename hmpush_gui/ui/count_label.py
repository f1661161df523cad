"""How many met one outcome: its icon, the number and its word."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hmpush_gui.pushkit.protocol import Verdict

from .restyle import restyle
from .verdicts import counted, icon_of
from .words import grouped

_ICON = 14


class CountLabel(QWidget):
    """Keeps its width while its number grows up to `most`."""

    def __init__(self, verdict: Verdict, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._verdict = verdict
        self._most = most
        self._count = 0
        self._short = False
        self._icon = QLabel(self)
        self._words = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self._paint_icon()
        self.show_count(0)

    def show_count(self, count: int) -> None:
        self._count = count
        whole = counted(count, self._verdict)
        self._words.setText(self._text(count))
        self._words.setAccessibleName(whole)
        self.setToolTip(whole)
        restyle(self._words, "quiet", not count)

    def shorten(self, short: bool) -> None:
        """Leave the word to the tool tip where there is little room."""
        self._short = short
        self._words.setText(self._text(self._most))
        # What has one size only asks for no layout when its text changes.
        self._words.setFixedSize(self._words.sizeHint())
        self.show_count(self._count)

    @property
    def text(self) -> str:
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icon()

    def _text(self, count: int) -> str:
        return grouped(count) if self._short else counted(count, self._verdict)

    def _paint_icon(self) -> None:
        size, ratio = QSize(_ICON, _ICON), self.devicePixelRatioF()
        self._icon.setPixmap(icon_of(self._verdict).pixmap(size, ratio))
