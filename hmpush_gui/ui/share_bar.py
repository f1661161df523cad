"""A thin bar of which each outcome takes its share."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hmpush_gui.pushkit.protocol import Verdict

from .theme import colours, tone
from .verdicts import tone_of

_HIGH = 4


class ShareBar(QWidget):
    """Shows counts as shares of a total; words beside it must say the same.

    What is Not sent leaves its share empty, as what still waits does.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Verdict, int] = {}
        self._total = 0
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, counts: Mapping[Verdict, int], total: int) -> None:
        self._counts, self._total = counts, total
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(area, _HIGH / 2, _HIGH / 2)
        painter.setClipPath(outline)
        painter.fillRect(area, QColor(colours().raised))
        left = 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        for verdict in (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.UNKNOWN):
            share = self._counts.get(verdict, 0) / max(1, self._total)
            wide = share * area.width()
            painter.fillRect(QRectF(left, 0, wide, _HIGH), tone(tone_of(verdict)))
            left += wide
        painter.end()
