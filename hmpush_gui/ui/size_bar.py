"""A message's size as a bar: one segment for each heavy part, up to the limit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from hmpush_gui.pushkit.weights import Weight

from .theme import Tone, tone

SHOWN = 6
"""Parts with a segment of their own; lighter ones share the last one."""

_SHADES = (1.0, 0.78, 0.6, 0.46, 0.36, 0.28)
_HEIGHT = 8.0
_GAP = 1.0


def heaviest(parts: Sequence[Weight]) -> list[Weight]:
    """The parts that get a segment, and all others together as one without a path."""
    shown = [part for part in parts if part.path][: SHOWN - 1]
    rest = sum(part.size for part in parts) - sum(part.size for part in shown)
    return [*shown, Weight((), rest)]


def segments(parts: Sequence[Weight], allowed: int, width: float) -> list[QRectF]:
    """Where each part stands on a bar of `width`, from the left; gaps are between.

    The whole bar is `allowed` bytes, or the message where that is larger.
    """
    used = sum(part.size for part in parts)
    scale = width / max(allowed, used, 1)
    places, left = [], 0.0
    for part in parts:
        places.append(QRectF(left, 0, max(0.0, part.size * scale - _GAP), _HEIGHT))
        left += part.size * scale
    return places


class SizeBar(QWidget):
    """Segments to point at and to click.

    Signals:
        clicked: the path of the part under the mouse.
    """

    clicked = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Weight] = []
        self._names: list[str] = []
        self._allowed = 1
        self._tone = Tone.GOOD

    def show_parts(
        self, parts: Sequence[Weight], names: Sequence[str], allowed: int, which: Tone
    ) -> None:
        """Draw `parts`; `names` say each of them to whom points at it."""
        self._parts, self._names = list(parts), list(names)
        self._allowed, self._tone = allowed, which
        self.update()

    def part_at(self, x: float) -> int | None:
        """Which part stands at `x` pixels from the left."""
        for row, place in enumerate(self._segments()):
            if place.left() <= x <= place.right() + _GAP:
                return row
        return None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = self.part_at(event.pos().x())
            if row is not None:
                QToolTip.showText(event.globalPos(), self._names[row], self)
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.part_at(event.position().x())
        if row is not None and self._parts[row].path:
            self.clicked.emit(self._parts[row].path)

    def sizeHint(self) -> QSize:
        return QSize(200, 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = QPointF(0, (self.height() - _HEIGHT) / 2)
        painter.translate(top)
        painter.setBrush(self.palette().mid())
        painter.drawRoundedRect(QRectF(0, 0, self.width(), _HEIGHT), 3, 3)
        for place, shade in zip(self._segments(), _SHADES, strict=False):
            colour = QColor(tone(self._tone))
            colour.setAlphaF(shade)
            painter.setBrush(colour)
            painter.drawRoundedRect(place, 2, 2)
        self._paint_limit(painter)

    def _segments(self) -> list[QRectF]:
        return segments(self._parts, self._allowed, self.width())

    def _paint_limit(self, painter: QPainter) -> None:
        """Where the limit is, once the message is longer than that."""
        used = sum(part.size for part in self._parts)
        if used > self._allowed:
            x = self.width() * self._allowed / used
            painter.setBrush(self.palette().text())
            painter.drawRect(QRectF(x - 1, -2, 2, _HEIGHT + 4))
