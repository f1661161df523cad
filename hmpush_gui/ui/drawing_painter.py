"""Paints the shapes of a schematic into any paint device."""

from functools import singledispatch
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QPolygonF

from .app_face import AppFace
from .card_layout import card_font
from .card_painter import paint_icon
from .drawing import (
    AppIcon,
    Box,
    Colour,
    Drawing,
    Ink,
    Label,
    Picture,
    Ring,
    Shape,
    Stroke,
)
from .phone_look import PhoneLook
from .picture_crop import crop
from .theme import DARK, LIGHT, Tone
from .veiling import painted

_APP = AppFace()
_SINGLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Brushes(NamedTuple):
    """What shapes are painted with."""

    look: PhoneLook
    font: QFont
    picture: QImage | None
    app: AppFace


def paint_drawing(
    painter: QPainter, drawing: Drawing, look: PhoneLook, font: QFont,
    picture: QImage | None = None, app: AppFace = _APP,
) -> None:  # fmt: skip
    """Paint `drawing` from (0, 0); `picture` is the message's own, if it is loaded."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    brushes = Brushes(look, font, picture, app)
    for shape in drawing.shapes:
        _paint(shape, painter, brushes)
    painter.restore()


def colour_of(colour: Colour, look: PhoneLook) -> QColor:
    """An ink of this look, or a colour of the message itself."""
    if not isinstance(colour, Ink):
        return QColor(colour)
    theme = DARK if QColor(look.card).lightness() < 128 else LIGHT
    track = QColor(look.time)
    track.setAlpha(60)
    inks = {
        Ink.CARD: QColor(look.card),
        Ink.SOLID: QColor(QColor(look.card).rgb()),
        Ink.WALL: QColor(look.on_wall),
        Ink.TITLE: QColor(look.title),
        Ink.BODY: QColor(look.body),
        Ink.FAINT: QColor(look.time),
        Ink.ACCENT: QColor(look.icon),
        Ink.ON_ACCENT: QColor(Qt.GlobalColor.white),
        Ink.TRACK: track,
        Ink.GOOD: QColor(theme.tones[Tone.GOOD]),
        Ink.BAD: QColor(theme.tones[Tone.BAD]),
    }
    return inks[colour]


@singledispatch
def _paint(shape: Shape, painter: QPainter, brushes: Brushes) -> None:
    raise TypeError(type(shape).__name__)


@_paint.register
def _(shape: Box, painter: QPainter, brushes: Brushes) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    area = shape.area
    if shape.fill is Ink.CARD and not shape.edge:
        painter.setPen(QPen(QColor(brushes.look.edge), 1))
        area = area.adjusted(0.5, 0.5, -0.5, -0.5)
    elif shape.edge:
        style = Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour_of(shape.edge, brushes.look), 1, style))
        area = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape.fill:
        painter.setBrush(colour_of(shape.fill, brushes.look))
    radius = min(shape.radius, area.height() / 2, area.width() / 2)
    painter.drawRoundedRect(area, radius, radius)


@_paint.register
def _(shape: Stroke, painter: QPainter, brushes: Brushes) -> None:
    colour = colour_of(shape.colour, brushes.look)
    pen = QPen(colour, shape.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    cap = shape.width / 2
    if shape.dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2, 2])
        cap = 0
    painter.setPen(pen)
    middle = shape.area.center().y()
    start = QPointF(shape.area.left() + cap, middle)
    end = QPointF(max(start.x(), shape.area.right() - cap), middle)
    painter.drawLine(start, end - QPointF(4 if shape.arrow else 0, 0))
    if shape.arrow:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        head = [end, end + QPointF(-7, -4), end + QPointF(-7, 4)]
        painter.drawPolygon(QPolygonF(head))


@_paint.register
def _(shape: Ring, painter: QPainter, brushes: Brushes) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    area = shape.area.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(colour_of(shape.track, brushes.look), 2.5))
    painter.drawEllipse(area)
    pen = QPen(colour_of(shape.colour, brushes.look), 2.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    share = 0.25 if shape.share is None else shape.share
    # Sixteenths of a degree, clockwise from the top.
    painter.drawArc(area, 90 * 16, -round(share * 360 * 16))


@_paint.register
def _(shape: Label, painter: QPainter, brushes: Brushes) -> None:
    painter.setPen(colour_of(shape.colour, brushes.look))
    painter.setFont(card_font(brushes.font, shape.pixels, medium=shape.medium))
    how = shape.align
    if shape.wraps:
        flags = (how | Qt.AlignmentFlag.AlignTop).value | Qt.TextFlag.TextWordWrap.value
    else:
        flags = how.value | _SINGLE.value
    painter.drawText(shape.area, flags, painted(shape.text))


@_paint.register
def _(shape: Picture, painter: QPainter, brushes: Brushes) -> None:
    if shape.loaded and brushes.picture is not None:
        paint_picture(painter, shape.area, shape.radius, brushes.picture)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    colour = colour_of(shape.colour, brushes.look)
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
    frame = shape.area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, shape.radius, shape.radius)
    painter.setPen(QPen(colour, 1.2))
    painter.drawPolyline(_hills(shape.area))


@_paint.register
def _(shape: AppIcon, painter: QPainter, brushes: Brushes) -> None:
    paint_icon(painter, shape.area, brushes.app, brushes.font)


def paint_picture(
    painter: QPainter, area: QRectF, radius: float, picture: QImage
) -> None:
    """`picture` filling `area`, cropped at its middle as a phone crops it."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(area.topLeft())
    part = crop(picture.size(), area.size())
    scale = area.width() / part.width()
    brush_picture = picture.copy(part.toAlignedRect())
    painter.scale(scale, scale)
    painter.setBrush(QBrush(brush_picture))
    painter.drawRoundedRect(
        QRectF(0, 0, part.width(), part.height()), radius / scale, radius / scale
    )
    painter.restore()


def _hills(area: QRectF) -> QPolygonF:
    """The sign of a picture: two hills."""
    shares = [(0.2, 0.72), (0.42, 0.44), (0.58, 0.62), (0.68, 0.52), (0.82, 0.72)]
    places = [
        area.topLeft() + QPointF(area.width() * x, area.height() * y) for x, y in shares
    ]
    return QPolygonF(places)
