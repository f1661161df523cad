"""Paints a notification card into any paint device."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from .app_face import AppFace
from .card_layout import BODY_PX, RADIUS, TIME_PX, TITLE_PX, CardLayout, card_font
from .phone_look import PhoneLook

LINE = (
    # Left also for Arabic: the phone's own language decides the side, not the text's.
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
)

_READABLE = 24
"""Pixels of width from which a letter on an icon can be read."""


def paint_card(
    painter: QPainter, at: QPointF, card: CardLayout, look: PhoneLook, app: AppFace,
    font: QFont,
) -> None:  # fmt: skip
    """Paint `card` with its upper left corner at `at`."""
    painter.save()
    painter.translate(at)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_sheet(painter, card.size, look)
    paint_icon(painter, card.icon, app, font)
    if card.overlay:
        _paint_overlay(painter, card.overlay, look)
    _paint_texts(painter, card, look, font)
    if card.image:
        _paint_image(painter, card.image, card.picture, look)
    painter.restore()


def paint_sheet(
    painter: QPainter, area: QRectF, look: PhoneLook, radius: float = RADIUS
) -> None:
    """The translucent sheet that a card is."""
    painter.setPen(QPen(QColor(look.edge), 1))
    painter.setBrush(QColor(look.card))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def paint_icon(painter: QPainter, area: QRectF, app: AppFace, font: QFont) -> None:
    """The app's icon: a rounded tile with its letter, where it is large enough."""
    tile = QLinearGradient(area.topLeft(), area.bottomLeft())
    tile.setColorAt(0, QColor(app.colour).lighter(112))
    tile.setColorAt(1, QColor(app.colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tile)
    painter.drawRoundedRect(area, area.width() / 4, area.width() / 4)
    scale = painter.transform().m11() * painter.device().devicePixelRatio()
    if area.width() * scale < _READABLE:
        return
    painter.setPen(QColor("#ffffff"))
    painter.setFont(card_font(font, max(6, round(area.width() / 2)), medium=True))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, app.sign)


def _paint_overlay(painter: QPainter, area: QRectF, look: PhoneLook) -> None:
    """A stand-in for the picture over the icon, such as who calls."""
    painter.setPen(QPen(QColor(look.page), 1.5))
    painter.setBrush(QColor(look.time))
    painter.drawEllipse(area)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.page))
    middle = area.center()
    painter.drawEllipse(middle - QPointF(0, 2.2), 2.2, 2.2)
    painter.drawChord(QRectF(middle.x() - 4, middle.y() + 1, 8, 8), 0, 180 * 16)


def _paint_texts(
    painter: QPainter, card: CardLayout, look: PhoneLook, font: QFont
) -> None:
    if not card.title_text and not card.body:
        _paint_blank(painter, card, look)
    painter.setPen(QColor(look.title))
    painter.setFont(card_font(font, TITLE_PX, medium=True))
    painter.drawText(card.title, LINE, card.title_text)
    painter.setPen(QColor(look.time))
    painter.setFont(card_font(font, TIME_PX))
    painter.drawText(card.time, LINE, card.time_text)
    painter.setPen(QColor(look.body))
    painter.setFont(card_font(font, BODY_PX))
    for area, text in card.body:
        painter.drawText(area, LINE, text)


def _paint_blank(painter: QPainter, card: CardLayout, look: PhoneLook) -> None:
    """Nothing is written yet: show where it will stand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.faint))
    left = card.title.left()
    painter.drawRoundedRect(QRectF(left, 17, 110, 10), 5, 5)
    painter.drawRoundedRect(QRectF(left, 39, 180, 9), 4.5, 4.5)


def _paint_image(
    painter: QPainter, area: QRectF, picture: QImage | None, look: PhoneLook
) -> None:
    if picture is None or picture.isNull():
        _paint_stand_in(painter, area, look)
        return
    # Other shapes than a square are cropped (facts G.1).
    side = min(picture.width(), picture.height())
    middle = QRectF(
        (picture.width() - side) / 2, (picture.height() - side) / 2, side, side
    )
    path = QPainterPath()
    path.addRoundedRect(area, 8, 8)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.drawImage(area, picture, middle)
    painter.restore()


def _paint_stand_in(painter: QPainter, area: QRectF, look: PhoneLook) -> None:
    """A picture that is not at hand: hills in a dashed frame."""
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
