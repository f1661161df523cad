"""What lies behind everything on a screen; kept, for it changes less than the texts."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QRadialGradient,
    QTransform,
)

from .phone_look import PhoneLook
from .surface_items import Backdrop

_FILM = ("#20242c", "#0b0d11")
_WATCH = "#000000"


def paint_backdrop(
    painter: QPainter, area: QRectF, radius: float, backdrop: Backdrop, look: PhoneLook
) -> None:
    """Fill `area`, whose corners are round."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_brush(painter, area, backdrop, look))
    painter.drawRoundedRect(area, radius, radius)


def _brush(
    painter: QPainter, area: QRectF, backdrop: Backdrop, look: PhoneLook
) -> QBrush:
    if backdrop is Backdrop.PAGE:
        return QBrush(QColor(look.page))
    if backdrop is Backdrop.WATCH:
        return QBrush(QColor(_WATCH))
    if backdrop is Backdrop.FILM:
        return QBrush(_down(area, *_FILM))
    scale = painter.transform().m11() * painter.device().devicePixelRatio()
    width, height = round(area.width() * scale), round(area.height() * scale)
    brush = QBrush(_wall(max(1, width), max(1, height), look))
    fit = QTransform.fromTranslate(area.left(), area.top())
    brush.setTransform(fit.scale(area.width() / width, area.height() / height))
    return brush


def _down(area: QRectF, above: str, below: str) -> QLinearGradient:
    sky = QLinearGradient(area.topLeft(), area.bottomLeft())
    sky.setColorAt(0, QColor(above))
    sky.setColorAt(1, QColor(below))
    return sky


@lru_cache(maxsize=6)
def _wall(width: int, height: int, look: PhoneLook) -> QImage:
    """A soft sky with two lights, in pixels."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    area = QRectF(0, 0, width, height)
    painter.fillRect(area, _down(area, *look.sky))
    lights = ((0.18, 0.12, 0.75), (0.9, 0.72, 0.9))
    for (x, y, reach), colour in zip(lights, look.glow, strict=True):
        light = QRadialGradient(QPointF(width * x, height * y), width * reach)
        light.setColorAt(0, QColor(colour))
        clear = QColor(colour)
        clear.setAlpha(0)
        light.setColorAt(1, clear)
        painter.fillRect(area, light)
    painter.end()
    return image
