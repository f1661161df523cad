"""Paints the bar at the top of a phone: time, signal, battery."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from .app_face import AppFace
from .card_layout import card_font
from .card_painter import LINE, paint_icon
from .phone_look import PhoneLook
from .surface_items import StatusItem


def paint_status(
    painter: QPainter, item: StatusItem, look: PhoneLook, app: AppFace, font: QFont
) -> None:
    """Time and, if it has come in, the small icon of the app at the left."""
    area = item.area
    ink = QColor(look.on_wall)
    small = card_font(font, 13, medium=True)
    painter.setPen(ink)
    painter.setFont(small)
    painter.drawText(area.adjusted(24, 8, 0, 0), LINE, item.time)
    if item.with_app:
        width = painter.fontMetrics().horizontalAdvance(item.time)
        left = area.left() + 24 + (width + 8 if width else 0)
        paint_icon(painter, QRectF(left, 15, 14, 14), app, font)
    right = area.right() - 24
    _paint_battery(painter, QRectF(right - 25, 17, 23, 11), ink)
    _paint_waves(painter, QPointF(right - 40, 27), ink)
    _paint_bars(painter, QPointF(right - 72, 28), ink)


def _paint_battery(painter: QPainter, area: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, 3.5, 3.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    inside = area.adjusted(2, 2, -6, -2)
    painter.drawRoundedRect(inside, 1.8, 1.8)
    knob = QRectF(area.right() + 1.4, area.center().y() - 2, 1.8, 4)
    painter.drawRoundedRect(knob, 0.9, 0.9)


def _paint_waves(painter: QPainter, foot: QPointF, ink: QColor) -> None:
    pen = QPen(ink, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for reach in (4.5, 8.0, 11.5):
        circle = QRectF(foot.x() - reach, foot.y() - reach, 2 * reach, 2 * reach)
        painter.drawArc(circle, 50 * 16, 80 * 16)


def _paint_bars(painter: QPainter, foot: QPointF, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for number in range(4):
        high = 4 + 2.5 * number
        bar = QRectF(foot.x() + 5 * number, foot.y() - high, 3, high)
        painter.drawRoundedRect(bar, 1, 1)
