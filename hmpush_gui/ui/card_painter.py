"""Paints a notification card into any paint device."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPen

from .card_layout import BODY_PX, TIME_PX, TITLE_PX, CardLayout, card_font


@dataclass(frozen=True, slots=True)
class PhoneLook:
    """Colours of the phone, which has a light and a dark mode of its own."""

    sky: tuple[str, str]
    card: str
    title: str
    body: str
    time: str
    icon: str


LIGHT_PHONE = PhoneLook(
    ("#cfe0f5", "#f3e7e1"), "#f8fafc", "#191b1e", "#54595f", "#7b828a", "#0a59f7"
)
DARK_PHONE = PhoneLook(
    ("#1b2a44", "#2c2036"), "#2b2f36", "#eef0f2", "#b3b9c0", "#8d959e", "#3f7bff"
)


def paint_wall(painter: QPainter, area: QRectF, look: PhoneLook) -> None:
    """The wallpaper behind the cards."""
    sky = QLinearGradient(area.topLeft(), area.bottomRight())
    sky.setColorAt(0, QColor(look.sky[0]))
    sky.setColorAt(1, QColor(look.sky[1]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sky)
    painter.drawRoundedRect(area, 18, 18)


def paint_card(
    painter: QPainter, at: QPointF, card: CardLayout, look: PhoneLook, app_letter: str,
    time: str, font: QFont,
) -> None:  # fmt: skip
    """Paint `card` with its upper left corner at `at`."""
    painter.save()
    painter.translate(at)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.card))
    painter.drawRoundedRect(card.size, 16, 16)
    _paint_icon(painter, card.icon, look, app_letter, font)
    _paint_texts(painter, card, look, time, font)
    if card.image:
        _paint_image(painter, card.image, look)
    painter.restore()


def _paint_icon(
    painter: QPainter, area: QRectF, look: PhoneLook, letter: str, font: QFont
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.icon))
    painter.drawRoundedRect(area, 8, 8)
    painter.setPen(QColor("#ffffff"))
    painter.setFont(card_font(font, 16, medium=True))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)


def _paint_texts(
    painter: QPainter, card: CardLayout, look: PhoneLook, time: str, font: QFont
) -> None:
    line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.setPen(QColor(look.title))
    painter.setFont(card_font(font, TITLE_PX, medium=True))
    painter.drawText(card.title, line, card.title_text)
    painter.setPen(QColor(look.time))
    painter.setFont(card_font(font, TIME_PX))
    painter.drawText(card.time, line, time)
    painter.setPen(QColor(look.body))
    painter.setFont(card_font(font, BODY_PX))
    for area, text in card.body:
        painter.drawText(area, line, text)


def _paint_image(painter: QPainter, area: QRectF, look: PhoneLook) -> None:
    """A stand-in: pictures are not fetched."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.time), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    hill = [
        area.bottomLeft() + QPointF(8, -10),
        area.center() + QPointF(-4, 0),
        area.center() + QPointF(4, 8),
        area.center() + QPointF(10, 2),
        area.bottomRight() + QPointF(-8, -10),
    ]
    painter.setPen(QPen(QColor(look.time), 1.4))
    painter.drawPolyline(hill)
