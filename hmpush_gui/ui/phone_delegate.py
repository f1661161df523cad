"""Draws what a simulated phone got: a card, or a line for what shows nothing."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from .app_face import AppFace
from .card_layout import TIME_PX, WIDTH, CardContent, CardLayout, as_seen, card_font
from .card_layout import lay_out_card as lay_out
from .card_painter import paint_card
from .phone_list import PhoneItem, PhoneRole
from .phone_look import DARK_PHONE, LIGHT_PHONE, PhoneLook
from .theme import colours, is_dark
from .veiling import veiled

_CAPTION = 20.0
_GAP = 10.0


class PhoneDelegate(QStyledItemDelegate):
    """A caption (device, bell or silence, test) over the card.

    `app` is how the app looks that got the messages.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.app = AppFace()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = option.rect.width() or round(WIDTH)
        height = self._height(index.data(PhoneRole.ITEM), option) * _scale(width)
        return QSize(width, round(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item: PhoneItem = index.data(PhoneRole.ITEM)
        look = DARK_PHONE if is_dark() else LIGHT_PHONE
        area = QRectF(option.rect)
        scale = _scale(area.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(area.topLeft())
        painter.scale(scale, scale)
        painter.translate((area.width() / scale - WIDTH) / 2, 0)
        self._paint_caption(painter, item, option)
        at = QPointF(0, _CAPTION)
        if item.shows:
            card = self._card(item, option)
            paint_card(painter, at, card, look, self.app, option.font)
            frame = card.size.translated(at)
        else:
            frame = QRectF(at.x(), at.y(), WIDTH, 46)
            self._paint_silent(painter, frame, item, option, look)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours().accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 16, 16)
        painter.restore()

    def _paint_caption(
        self, painter: QPainter, item: PhoneItem, option: QStyleOptionViewItem
    ) -> None:
        parts = [item.device]
        if item.shows:
            parts.append(self.tr("rings") if item.rings else self.tr("silent"))
        if item.badge:
            parts.append(self.tr("badge {number}").format(number=item.badge))
        if item.is_test:
            parts.append(self.tr("test message"))
        painter.setPen(QColor(colours().muted))
        painter.setFont(card_font(option.font, TIME_PX))
        area = QRectF(4, 0, WIDTH - 8, _CAPTION)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(area, line, veiled(" · ".join(parts)))

    def _paint_silent(
        self,
        painter: QPainter,
        frame: QRectF,
        item: PhoneItem,
        option: QStyleOptionViewItem,
        look: PhoneLook,
    ) -> None:
        """Nothing on the screen: say what the app got instead."""
        painter.setPen(QPen(QColor(colours().border), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        font = card_font(option.font, TIME_PX)
        painter.setFont(font)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        inside = frame.adjusted(12, 5, -12, -5)
        half = inside.height() / 2
        painter.setPen(QColor(look.title))
        words = self.tr("{time}  Nothing shown; the app got the data:")
        top = QRectF(inside.topLeft(), inside.size()).adjusted(0, 0, 0, -half)
        painter.drawText(top, line, words.format(time=item.time))
        painter.setPen(QColor(look.body))
        elided = painter.fontMetrics().elidedText(
            veiled(item.data), Qt.TextElideMode.ElideRight, round(inside.width())
        )
        painter.drawText(inside.adjusted(0, half, 0, 0), line, elided)

    def _height(self, item: PhoneItem, option: QStyleOptionViewItem) -> float:
        inner = self._card(item, option).size.height() if item.shows else 46.0
        return _CAPTION + inner + _GAP

    def _card(self, item: PhoneItem, option: QStyleOptionViewItem) -> CardLayout:
        content = CardContent(
            item.title, item.body, item.time, item.lines, item.has_image
        )
        return lay_out(as_seen(content), option.font)


def _scale(width: float) -> float:
    return min(1.15, width / WIDTH)
