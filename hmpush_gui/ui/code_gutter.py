"""The strip beside a text: signs, line numbers, and arrows that fold."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygon,
)
from PySide6.QtWidgets import QToolTip, QWidget

from .code_marks import SIGNS, TONES, Weight
from .plain_tip import plain_tip
from .theme import colours, tone

if TYPE_CHECKING:
    from .code_page import CodePage

_SIGN = 16
_ARROW = 14


class CodeGutter(QWidget):
    """Belongs to a CodePage, which says what stands beside its lines."""

    def __init__(self, edit: "CodePage") -> None:
        super().__init__(edit)
        self._edit = edit
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), 0)

    def wanted_width(self) -> int:
        """Pixels for the sign, the longest line number and the arrow."""
        digits = max(2, len(str(self._edit.blockCount())))
        return _SIGN + self.fontMetrics().horizontalAdvance("9") * digits + _ARROW + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._edit.font())
        current = self._edit.textCursor().blockNumber()
        marks, folded = self._edit.marks_by_line(), self._edit.folds.folded_lines()
        for line, area in self._edit.visible_lines():
            if area.bottom() < event.rect().top() or area.top() > event.rect().bottom():
                continue
            self._paint_number(painter, line, area, line == current)
            if line in marks:
                self._paint_sign(painter, marks[line][0].mark.weight, area)
            if line in self._edit.folds.starts:
                self._paint_arrow(painter, area, line in folded)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position().toPoint())
        if line in self._edit.folds.starts:
            self._edit.folds.toggle(line)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            line = self._line_at(event.pos())
            words = [
                each.mark.words for each in self._edit.marks_by_line().get(line, ())
            ]
            QToolTip.showText(event.globalPos(), plain_tip("\n".join(words)), self)
            return True
        return super().event(event)

    def _line_at(self, point: QPoint) -> int:
        for line, area in self._edit.visible_lines():
            if area.top() <= point.y() <= area.bottom():
                return line
        return -1

    def _paint_number(
        self, painter: QPainter, line: int, area: QRect, is_current: bool
    ) -> None:
        theme = colours()
        painter.setPen(QColor(theme.text if is_current else theme.muted))
        place = QRect(0, area.top(), self.width() - _ARROW - 4, self._line_height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(line + 1))

    def _paint_sign(self, painter: QPainter, weight: Weight, area: QRect) -> None:
        painter.setPen(tone(TONES[weight]))
        place = QRect(2, area.top(), _SIGN, self._line_height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, SIGNS[weight])

    def _paint_arrow(self, painter: QPainter, area: QRect, is_folded: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().muted))
        x = self.width() - _ARROW // 2 - 2
        y = area.top() + self._line_height() // 2
        if is_folded:
            corners = [QPoint(x - 2, y - 4), QPoint(x + 3, y), QPoint(x - 2, y + 4)]
        else:
            corners = [QPoint(x - 4, y - 2), QPoint(x + 4, y - 2), QPoint(x, y + 3)]
        painter.drawPolygon(QPolygon(corners))

    def _line_height(self) -> int:
        return self._edit.fontMetrics().height()
