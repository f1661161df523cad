"""Where the parts of an incoming call stand: a stand-in for the app's own screen."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from hmpush_gui.pushkit.call import caller_of
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .card_layout import WIDTH
from .drawing import (
    CENTRE,
    Box,
    Drawing,
    Ink,
    Label,
    Shape,
    one_line,
    paragraph,
    stacked,
)
from .wake_layout import lay_out_wakes
from .words import said

_FACE, _BUTTON = 64.0, 48.0

_SOMEBODY = QT_TRANSLATE_NOOP("preview", "Somebody")
_INCOMING = QT_TRANSLATE_NOOP("preview", "Incoming call")
_DECLINE = QT_TRANSLATE_NOOP("preview", "Decline")
_ACCEPT = QT_TRANSLATE_NOOP("preview", "Accept")
_OWN = QT_TRANSLATE_NOOP(
    "preview", "Only a stand-in: the app draws its own call screen."
)


def lay_out_call(message: Message, font: QFont) -> Drawing:
    """How the call comes to the app, and an idea of what the app may show."""
    return stacked([lay_out_wakes(message, font), _screen(message, font)], 10)


def _screen(message: Message, font: QFont) -> Drawing:
    caller = caller_of(message) or said(_SOMEBODY)
    middle = WIDTH / 2
    face = QRectF(middle - _FACE / 2, 22, _FACE, _FACE)
    shapes: list[Shape] = [
        Box(face, Ink.ACCENT, _FACE / 2),
        Label(face, caller[:1].upper(), 28, Ink.ON_ACCENT, medium=True, align=CENTRE),
        one_line(
            QRectF(24, 94, WIDTH - 48, 28), caller, font, 20, Ink.TITLE, medium=True,
            align=CENTRE,
        ),
        one_line(QRectF(24, 122, WIDTH - 48, 20), said(_INCOMING), font, 14,
                 align=CENTRE),
        *_button(middle - 64, Ink.BAD, "✕", said(_DECLINE), font),
        *_button(middle + 64, Ink.GOOD, "✓", said(_ACCEPT), font),
    ]  # fmt: skip
    note = paragraph(
        QPointF(24, 238), WIDTH - 48, said(_OWN), font, 12, Ink.FAINT, align=CENTRE
    )
    size = QSizeF(WIDTH, note.area.bottom() + 14)
    area = QRectF(QPointF(0, 0), size)
    ground = Box(area, Ink.CARD, 22, Ink.FAINT, dashed=True)
    return Drawing(size, (ground, *shapes, note))


def _button(middle: float, ink: Ink, sign: str, words: str, font: QFont) -> list[Shape]:
    area = QRectF(middle - _BUTTON / 2, 156, _BUTTON, _BUTTON)
    name = QRectF(middle - 56, area.bottom() + 4, 112, 20)
    return [
        Box(area, ink, _BUTTON / 2),
        Label(area, sign, 22, Ink.SOLID, medium=True, align=CENTRE),
        one_line(name, words, font, 12, align=CENTRE),
    ]
