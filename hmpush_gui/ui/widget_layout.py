"""Where the parts of a widget update stand: a card on the home screen, its values."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.widget import Widget, read_widget
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .card_layout import WIDTH
from .drawing import (
    CENTRE,
    RIGHT,
    Box,
    Drawing,
    Ink,
    Picture,
    Shape,
    Stroke,
    one_line,
    paragraph,
    stacked,
)
from .words import said

MOST_ROWS = 8
_INSET, _ROW, _HEAD = 16.0, 24.0, 52.0
_PICTURE = 88.0
_KEY = 0.42
"""How much of a row is for its key."""

_UPDATE = QT_TRANSLATE_NOOP("preview", "Version {version}")
_NUMBER = QT_TRANSLATE_NOOP("preview", "ID {id}")
_EMPTY = QT_TRANSLATE_NOOP("preview", "No values yet: fill in the card data.")
_MORE = QT_TRANSLATE_NOOP("preview", "and {count} more")
_OWN = QT_TRANSLATE_NOOP(
    "preview", "The app draws its card; here stand the values it is given."
)


def lay_out_widget(message: Message, font: QFont) -> Drawing:
    """The card with its values, and below it whose card it is."""
    widget = read_widget(message)
    name = " · ".join(part for part in (widget.module, widget.ability) if part) or "—"
    area = QRectF(0, 0, WIDTH, 18)
    below = [
        one_line(area, name, font, 13, Ink.WALL, medium=True, align=CENTRE),
        paragraph(QPointF(0, 20), WIDTH, said(_OWN), font, 12, Ink.WALL, align=CENTRE),
    ]
    height = below[1].area.bottom()
    caption = Drawing(QSizeF(WIDTH, height), tuple(below))
    return stacked([_card(widget, font), caption], 8)


def _card(widget: Widget, font: QFont) -> Drawing:
    right = WIDTH - _INSET - (_PICTURE + 12 if widget.picture_url else 0)
    rows = _rows(widget, right, font)
    least = _HEAD + _PICTURE + 22 if widget.picture_url else 112.0
    bottom = max((shape.area.bottom() for shape in rows), default=_HEAD)
    size = QSizeF(WIDTH, max(least, bottom + 14))
    shapes: list[Shape] = [
        Box(QRectF(QPointF(0, 0), size), Ink.CARD, 22),
        *_head(widget, font),
        *rows,
    ]
    if widget.picture_url:
        shapes += _picture(widget, font)
    return Drawing(size, tuple(shapes))


def _head(widget: Widget, font: QFont) -> list[Shape]:
    parts = []
    if widget.form_id:
        parts.append(said(_NUMBER.format(id=widget.form_id)))
    if widget.version:
        parts.append(said(_UPDATE.format(version=widget.version)))
    right = QRectF(WIDTH / 2, 14, WIDTH / 2 - _INSET, 22)
    left = QRectF(_INSET, 14, WIDTH / 2 - _INSET - 8, 22)
    name = widget.form or "—"
    return [
        one_line(left, name, font, 16, Ink.TITLE, medium=True),
        one_line(right, " · ".join(parts), font, 12, Ink.FAINT, align=RIGHT),
        Stroke(QRectF(_INSET, 43, WIDTH - 2 * _INSET, 1), Ink.TRACK),
    ]


def _rows(widget: Widget, right: float, font: QFont) -> list[Shape]:
    if not widget.rows:
        area = QRectF(_INSET, _HEAD, right - _INSET, _ROW)
        return [one_line(area, said(_EMPTY), font, 13, Ink.FAINT)]
    shown = widget.rows
    if len(shown) > MOST_ROWS:
        shown = shown[: MOST_ROWS - 1]
    width = right - _INSET
    shapes: list[Shape] = []
    for row, (key, value) in enumerate(shown):
        top = _HEAD + _ROW * row
        left = QRectF(_INSET, top, width * _KEY - 8, _ROW)
        beside = QRectF(_INSET + width * _KEY, top, width * (1 - _KEY), _ROW)
        shapes.append(one_line(left, key, font, 12, Ink.FAINT))
        shapes.append(one_line(beside, value, font, 14, Ink.TITLE))
    if left_out := len(widget.rows) - len(shown):
        area = QRectF(_INSET, _HEAD + _ROW * len(shown), width, _ROW)
        words = said(_MORE.format(count=left_out))
        shapes.append(one_line(area, words, font, 12, Ink.FAINT))
    return shapes


def _picture(widget: Widget, font: QFont) -> list[Shape]:
    area = QRectF(WIDTH - _INSET - _PICTURE, _HEAD + 2, _PICTURE, _PICTURE)
    below = QRectF(area.left(), area.bottom() + 1, _PICTURE, 18)
    return [
        Picture(area, widget.picture_url, 12, loaded=True),
        one_line(below, widget.picture_key, font, 11, Ink.FAINT, align=CENTRE),
    ]
