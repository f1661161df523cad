"""Where the parts of “message → phone → app” stand, one row a state of the app."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.wake import Wake, wakes
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .card_layout import WIDTH
from .drawing import (
    CENTRE,
    Box,
    Drawing,
    Ink,
    Label,
    Shape,
    Stroke,
    one_line,
    paragraph,
    stacked,
    width_of,
)
from .words import said

_INSET = 14.0
_NODE = QSizeF(80, 34)

_MESSAGE = QT_TRANSLATE_NOOP("preview", "Message")
_PHONE = QT_TRANSLATE_NOOP("preview", "Phone")
_APP = QT_TRANSLATE_NOOP("preview", "App")


def lay_out_wakes(message: Message, font: QFont) -> Drawing:
    """One card for each state of the app."""
    return stacked([_row(wake, font) for wake in wakes(message)], 10)


def _row(wake: Wake, font: QFont) -> Drawing:
    """State and time above, the way in the middle, what happens below."""
    shapes: list[Shape] = [*_head(wake, font), *_way(wake, font)]
    width = WIDTH - 2 * _INSET
    deed = paragraph(QPointF(_INSET, 90), width, said(wake.deed), font, 13)
    shapes.append(deed)
    size = QSizeF(WIDTH, deed.area.bottom() + 14)
    return Drawing(size, (Box(QRectF(QPointF(0, 0), size), Ink.CARD, 16), *shapes))


def _head(wake: Wake, font: QFont) -> list[Shape]:
    state = QRectF(_INSET, 12, WIDTH / 2 + 20, 22)
    shapes: list[Shape] = [
        one_line(state, said(wake.state), font, 14, Ink.TITLE, medium=True)
    ]
    if wake.time is not None:
        words = said(wake.time)
        wide = width_of(words, font, 12, medium=True) + 20
        pill = QRectF(WIDTH - _INSET - wide, 12, wide, 22)
        shapes.append(Box(pill, Ink.ACCENT, 11))
        shapes.append(Label(pill, words, 12, Ink.ON_ACCENT, medium=True, align=CENTRE))
    return shapes


def _way(wake: Wake, font: QFont) -> list[Shape]:
    """Message → phone → app; the last step is only dashed where no code runs."""
    gap = (WIDTH - 2 * _INSET - 3 * _NODE.width()) / 2
    shapes: list[Shape] = []
    for place, words in enumerate((_MESSAGE, _PHONE, _APP)):
        left = _INSET + place * (_NODE.width() + gap)
        area = QRectF(QPointF(left, 44), _NODE)
        idle = place == 2 and not wake.runs
        shapes += _node(area, said(words), idle, place == 2, font)
        if place < 2:
            way = QRectF(area.right() + 3, area.top(), gap - 6, area.height())
            reached = place == 0 or wake.runs
            ink = Ink.ACCENT if reached else Ink.FAINT
            shapes.append(Stroke(way, ink, 1.5, dashed=not reached, arrow=True))
    return shapes


def _node(area: QRectF, words: str, idle: bool, app: bool, font: QFont) -> list[Shape]:
    if app and not idle:
        box = Box(area, Ink.ACCENT, 10)
        ink = Ink.ON_ACCENT
    else:
        box = Box(area, None, 10, Ink.FAINT, dashed=idle)
        ink = Ink.FAINT if idle else Ink.TITLE
    return [
        box,
        one_line(area.adjusted(6, 0, -6, 0), words, font, 13, ink, align=CENTRE),
    ]
