"""The head of each language: its name, whether it is sent, and its bytes."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from .language_cells import LanguageHead
from .language_model import LanguageRole
from .theme import Tone, colours, tone

_MARGIN = 10
_HEIGHT = 50


class LanguageHeader(QHeaderView):
    """Two lines a column. A click on one chooses its column, as a table's own does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(100)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        head = model.headerData(section, self.orientation(), LanguageRole.HEAD)
        theme = colours()
        painter.save()
        painter.fillRect(rect, QColor(theme.panel))
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(_MARGIN, 6, -_MARGIN, -6)
        if isinstance(head, LanguageHead):
            self._paint_head(painter, rect, inner, head)
        else:
            title = model.headerData(section, self.orientation())
            self._line(painter, inner, str(title or ""), theme.muted)
        painter.restore()

    def _paint_head(
        self, painter: QPainter, rect: QRect, inner: QRect, head: LanguageHead
    ) -> None:
        theme = colours()
        half = inner.height() // 2
        top = QRect(inner.left(), inner.top(), inner.width(), half)
        below = top.translated(0, half)
        if head.is_active:
            line = QRect(rect.left(), rect.bottom() - 1, rect.width(), 2)
            painter.fillRect(line, QColor(theme.accent))
            top = self._pill(painter, top)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        self._line(painter, top, head.title, theme.text)
        small = QFont(self.font())
        small.setPixelSize(11)
        painter.setFont(small)
        quiet = head.tone is Tone.GOOD
        colour = theme.muted if quiet else tone(head.tone).name()
        self._line(painter, below, head.size, colour)

    def _pill(self, painter: QPainter, area: QRect) -> QRect:
        """Say at the right that this one is sent; what is left of `area`."""
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        words = self.tr("● sent")
        width = painter.fontMetrics().horizontalAdvance(words)
        right = QRect(area.right() - width, area.top(), width + 1, area.height())
        self._line(painter, right, words, colours().accent)
        return area.adjusted(0, 0, -width - 8, 0)

    def _line(self, painter: QPainter, area: QRect, text: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        right = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, right, area.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(area, flags, shown)
