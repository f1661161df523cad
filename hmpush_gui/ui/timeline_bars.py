"""Draws the bar of a step beside its numbers."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from hmpush_gui.pushkit.timeline import Step

from .theme import Tone, colours, tone
from .timeline_list import Bar, TimelineRole

_HEIGHT = 10.0
_LEAST = 3.0
"""Pixels that the shortest step takes, to be seen."""


class TimelineBars(QStyledItemDelegate):
    """A bar from its start to its end on a track that is the longest attempt."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        bar = index.data(TimelineRole.BAR)
        if not isinstance(bar, Bar):
            return
        area = QRectF(option.rect).adjusted(8, 0, -8, 0)
        top = area.center().y() - _HEIGHT / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().raised))
        track = QRectF(area.left(), top, area.width(), _HEIGHT)
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(_colour(bar.step))
        left = area.left() + area.width() * bar.start
        width = max(_LEAST, area.width() * (bar.end - bar.start))
        left = min(left, area.right() - width)
        painter.drawRoundedRect(QRectF(left, top, width, _HEIGHT), 3, 3)
        painter.restore()


def _colour(step: Step) -> QColor:
    """Waiting is grey or blue, work of the line is green and amber."""
    if step is Step.BEARER:
        return tone(Tone.QUIET)
    if step in (Step.CONNECT, Step.TLS):
        return tone(Tone.WARNING)
    return tone(Tone.BUSY if step is Step.WAIT else Tone.GOOD)
