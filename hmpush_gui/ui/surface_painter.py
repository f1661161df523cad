"""Paints a surface that is laid out into any paint device."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from .app_face import AppFace
from .card_layout import card_font
from .card_painter import LINE, paint_card, paint_icon, paint_sheet
from .phone_look import DARK_PHONE, PhoneLook
from .status_painter import paint_status
from .surface_items import (
    ArrowItem,
    Backdrop,
    BadgeItem,
    CardItem,
    GhostItem,
    HandleItem,
    IconItem,
    Ink,
    Item,
    NoticeItem,
    PlayItem,
    SheetItem,
    StatusItem,
    SurfaceLayout,
    TextItem,
)
from .wallpaper import paint_backdrop


def paint_surface(
    painter: QPainter, layout: SurfaceLayout, look: PhoneLook, app: AppFace, font: QFont
) -> None:
    """Paint `layout` with its upper left corner at 0, 0, in virtual pixels."""
    if layout.backdrop in (Backdrop.FILM, Backdrop.WATCH):
        # Black, whatever the phone's mode.
        look = DARK_PHONE
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_backdrop(painter, layout.area, layout.radius, layout.backdrop, look)
    brush = _Brush(painter, look, app, font)
    for item in layout.items:
        brush.paint(item)
    painter.restore()


class _Brush:
    """A painter that knows the phone's colours and the app's face."""

    def __init__(
        self, painter: QPainter, look: PhoneLook, app: AppFace, font: QFont
    ) -> None:
        self._painter = painter
        self._look = look
        self._app = app
        self._font = font

    def paint(self, item: Item) -> None:
        painter, look = self._painter, self._look
        match item:
            case CardItem():
                if item.raised:
                    self._shadow(item.area)
                at = item.area.topLeft()
                paint_card(painter, at, item.card, look, self._app, self._font)
            case SheetItem():
                paint_sheet(painter, item.area, look, item.radius)
            case TextItem():
                self._text(item)
            case GhostItem():
                self._fill(item.area, item.radius, look.faint)
            case IconItem():
                paint_icon(painter, item.area, self._app, self._font)
            case BadgeItem():
                self._badge(item)
            case StatusItem():
                paint_status(painter, item, look, self._app, self._font)
            case HandleItem():
                self._fill(item.area, item.area.height() / 2, look.faint)
            case ArrowItem():
                self._arrow(item.area)
            case NoticeItem():
                self._notice(item)
            case PlayItem():
                self._play(item.area)

    def _fill(self, area: QRectF, radius: float, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawRoundedRect(area, radius, radius)

    def _text(self, item: TextItem) -> None:
        self._painter.setPen(self._ink(item.ink))
        self._painter.setFont(card_font(self._font, item.size, medium=item.medium))
        middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
        self._painter.drawText(item.area, middle if item.centred else LINE, item.text)

    def _ink(self, ink: Ink) -> QColor:
        look = self._look
        colours = {
            Ink.TITLE: look.title,
            Ink.BODY: look.body,
            Ink.TIME: look.time,
        }
        colour = QColor(colours.get(ink, look.on_wall))
        if ink is Ink.WALL_QUIET:
            colour.setAlphaF(0.78)
        return colour

    def _shadow(self, area: QRectF) -> None:
        """Soft, and a sheet below it so that the page does not shine through."""
        for spread in range(10, 0, -2):
            dark = QColor(0, 0, 0, 5 + (10 - spread))
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(dark)
            grown = area.adjusted(-spread, -spread + 4, spread, spread + 4)
            self._painter.drawRoundedRect(grown, 16 + spread, 16 + spread)
        self._fill(area, 16, self._look.page)

    def _badge(self, item: BadgeItem) -> None:
        self._fill(item.area, item.area.height() / 2, self._look.alert)
        self._painter.setPen(QColor("#ffffff"))
        self._painter.setFont(card_font(self._font, 13, medium=True))
        self._painter.drawText(item.area, Qt.AlignmentFlag.AlignCenter, item.text)

    def _arrow(self, area: QRectF) -> None:
        pen = QPen(self._ink(Ink.WALL), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        top, low = area.top() + 5, area.bottom() - 5
        self._painter.drawPolyline(
            [
                QPointF(area.left() + 2, low),
                QPointF(area.center().x(), top),
                QPointF(area.right() - 2, low),
            ]
        )

    def _play(self, area: QRectF) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._ink(Ink.WALL_QUIET))
        tip = QPointF(area.right(), area.center().y())
        self._painter.drawPolygon([area.topLeft(), tip, area.bottomLeft()])

    def _notice(self, item: NoticeItem) -> None:
        ink = self._ink(Ink.WALL)
        ink.setAlphaF(0.55)
        self._painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DashLine))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(item.area, 16, 16)
        self._painter.setPen(self._ink(Ink.WALL))
        self._painter.setFont(card_font(self._font, 14))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        self._painter.drawText(item.area.adjusted(12, 4, -12, -4), flags, item.text)
