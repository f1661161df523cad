"""Where the parts of a live view's capsule stand in the status bar (facts G.6)."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont

from hmpush_gui.pushkit.live_view import Capsule
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .card_layout import WIDTH
from .drawing import (
    Box,
    Colour,
    Drawing,
    Ink,
    Picture,
    Ring,
    Shape,
    one_line,
)
from .words import said

CLOSED, OPENED = QSizeF(80, 28), QSizeF(128, 28)
_TEXT, _TIMER, _PROGRESS = 1, 2, 3
_CLOSED_LEFT, _OPENED_LEFT = 60.0, 156.0
_CAPTION = 16.0
_DARK_INK = "#191b1e"

_CLOSED = QT_TRANSLATE_NOOP("preview", "Capsule")
_OPENED = QT_TRANSLATE_NOOP("preview", "Opened")
_HIDDEN = QT_TRANSLATE_NOOP("preview", "Capsule hidden")
_NONE = QT_TRANSLATE_NOOP("preview", "No capsule")


def lay_out_status_bar(capsule: Capsule | None, font: QFont) -> Drawing:
    """The status bar with the capsule as it stands, and beside it opened."""
    bar = QRectF(0, _CAPTION + 2, WIDTH, 28)
    shapes: list[Shape] = [
        one_line(
            QRectF(4, bar.top(), 52, 28), "10:08", font, 14, Ink.WALL, medium=True
        ),
        *_battery(bar),
    ]
    closed = QRectF(QPointF(_CLOSED_LEFT, bar.top()), CLOSED)
    if capsule is None or not capsule.shown:
        words = said(_HIDDEN if capsule else _NONE)
        area = closed.adjusted(0, 0, 48, 0)
        shapes.append(Box(area, None, 14, Ink.WALL, dashed=True))
        inner = area.adjusted(12, 0, -8, 0)
        shapes.append(one_line(inner, words, font, 12, Ink.WALL))
        return Drawing(QSizeF(WIDTH, bar.bottom()), tuple(shapes))
    opened = QRectF(QPointF(_OPENED_LEFT, bar.top()), OPENED)
    for area, words in ((closed, said(_CLOSED)), (opened, said(_OPENED))):
        caption = QRectF(area.left() + 4, 0, area.width(), _CAPTION)
        shapes.append(one_line(caption, words, font, 11, Ink.WALL))
    shapes += _capsule(capsule, closed, _short(capsule), font)
    shapes += _capsule(capsule, opened, _long(capsule), font)
    return Drawing(QSizeF(WIDTH, bar.bottom()), tuple(shapes))


def _battery(bar: QRectF) -> list[Shape]:
    area = QRectF(WIDTH - 36, bar.top() + 8.5, 22, 11)
    return [
        Box(area, None, 3, Ink.WALL),
        Box(area.adjusted(2, 2, -7, -2), Ink.WALL, 1.5),
        Box(QRectF(area.right() + 1, area.top() + 3.5, 2, 4), Ink.WALL, 1),
    ]


def _short(capsule: Capsule) -> str:
    if capsule.kind == _TIMER:
        return capsule.clock
    return capsule.content or capsule.title


def _long(capsule: Capsule) -> str:
    parts = [capsule.title, capsule.content]
    if capsule.kind == _TIMER:
        parts = [capsule.clock, capsule.title or capsule.content]
    return "  ".join(part for part in parts if part)


def _capsule(capsule: Capsule, area: QRectF, text: str, font: QFont) -> list[Shape]:
    ground: Colour = capsule.colour or Ink.ACCENT
    ink = readable_on(ground)
    sign = QRectF(area.left() + 5, area.top() + 5, 18, 18)
    shapes: list[Shape] = [Box(area, ground, 14)]
    if capsule.kind == _PROGRESS:
        track = "#50191b1e" if ink == _DARK_INK else "#50ffffff"
        shapes.append(Ring(sign, capsule.share, ink, track))
    else:
        shapes.append(Picture(sign, capsule.icon, 5, colour=ink))
    room = area.adjusted(28, 0, -8, 0)
    shapes.append(one_line(room, text, font, 12, ink, medium=True))
    return shapes


def readable_on(ground: Colour) -> Colour:
    """Dark text on a light capsule, else white."""
    if isinstance(ground, Ink):
        return Ink.ON_ACCENT
    colour = QColor(ground)
    light = 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue()
    # What is hardly there shows the wall behind it, which is light by day.
    return _DARK_INK if light > 150 or colour.alpha() < 110 else Ink.ON_ACCENT
