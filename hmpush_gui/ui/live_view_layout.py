"""Where everything stands that a live view shows: capsule, card, outer screen."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from hmpush_gui.pushkit.live_view import (
    CREATE_AT_PLACE,
    END,
    LiveView,
    OuterScreen,
    read_live_view,
)
from hmpush_gui.pushkit.loose import a_number
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.spans import span
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .capsule_layout import lay_out_status_bar, readable_on
from .card_layout import WIDTH
from .drawing import (
    Box,
    Colour,
    Drawing,
    Ink,
    Picture,
    Shape,
    one_line,
    stacked,
)
from .live_card_layout import lay_out_live_card
from .words import said

_GAP = 14.0
_OUTER = QSizeF(168, 88)
_LOCK = QSizeF(WIDTH, 72)

_CENTRE = QT_TRANSLATE_NOOP("preview", "Notification centre and lock screen")
_LATER = QT_TRANSLATE_NOOP("preview", "Notification centre and lock screen, later")
_KEPT = QT_TRANSLATE_NOOP("preview", "Notification centre, for {time} after the end")
_GONE = QT_TRANSLATE_NOOP("preview", "Ended: taken away from everywhere")
_OUTER_NAME = QT_TRANSLATE_NOOP("preview", "Outer screen")
_LOCK_NAME = QT_TRANSLATE_NOOP("preview", "Lock-screen picture")


def lay_out_live_view(message: Message, font: QFont) -> Drawing:
    """All that `message` shows, one place of the phone below the other."""
    view = read_live_view(message)
    card = captioned(lay_out_live_card(view.card, font), _where(view), font)
    parts = [card]
    if view.operation != END:
        parts.insert(0, lay_out_status_bar(view.capsule, font))
    if view.outer:
        parts.append(captioned(_outer(view.outer, font), _OUTER_NAME, font))
    if view.lock_picture:
        parts.append(captioned(_lock(view.lock_picture), _LOCK_NAME, font))
    return stacked(parts, _GAP)


def captioned(drawing: Drawing, words: Sentence, font: QFont) -> Drawing:
    """`drawing` under a line that says where on the phone it is."""
    area = QRectF(4, 0, WIDTH - 8, 18)
    caption = one_line(area, said(words), font, 12, Ink.WALL)
    size = QSizeF(WIDTH, drawing.size.height() + 22)
    return Drawing(size, (caption, *drawing.moved(QPointF(0, 22))))


def _where(view: LiveView) -> Sentence:
    if view.operation == CREATE_AT_PLACE:
        return _LATER
    if view.operation != END:
        return _CENTRE
    keep = a_number(view.card.data.get("keepTime")) or 0
    return _KEPT.format(time=span(keep)) if keep > 0 else _GONE


def _outer(outer: OuterScreen, font: QFont) -> Drawing:
    ground: Colour = outer.colour or Ink.CARD
    ink = readable_on(ground) if outer.colour else Ink.TITLE
    shapes: list[Shape] = [Box(QRectF(QPointF(0, 0), _OUTER), ground, 18)]
    if outer.picture:
        place = QRectF(_OUTER.width() - 44, 12, 32, 32)
        shapes.append(Picture(place, outer.picture, 8, colour=ink))
    width = _OUTER.width() - (64 if outer.picture else 28)
    title = QRectF(14, 12, width, 22)
    shapes.append(one_line(title, outer.title, font, 16, ink, medium=True))
    body = "".join(piece.text for piece in outer.body)
    line = QRectF(14, 38, _OUTER.width() - 28, 20)
    colour = next((piece.colour for piece in outer.body if piece.colour), None)
    shapes.append(one_line(line, body, font, 13, colour or ink))
    return Drawing(_OUTER, tuple(shapes))


def _lock(name: str) -> Drawing:
    return Drawing(_LOCK, (Picture(QRectF(QPointF(0, 0), _LOCK), name, 16),))
