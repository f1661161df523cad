"""Where left and right text of a live view stand, as for a flight (facts B.9)."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont

from hmpush_gui.pushkit.loose import a_number, a_text, an_object
from hmpush_gui.pushkit.message import Json

from .card_layout import WIDTH
from .drawing import (
    CENTRE,
    LEFT,
    RIGHT,
    Drawing,
    Ink,
    Label,
    Picture,
    Shape,
    Stroke,
    one_line,
    width_of,
)

_INSET = 16.0
_BLOCK = 112.0
_SIGN = 18.0
"""Room for a superscript such as +1 at the end of a line."""

_EVEN = 1


def lay_out_sides(data: Json, font: QFont) -> Drawing:
    """Two blocks of two lines, something between them, and a further row."""
    first, last = (
        an_object(data.get("firstTextBlock")),
        an_object(data.get("lastTextBlock")),
    )
    large = 16 if data.get("style") == _EVEN else 22
    shapes = [
        *_block(first, _INSET, LEFT, large, font),
        *_block(last, WIDTH - _INSET - _BLOCK, RIGHT, large, font),
        *_between(data, font),
    ]
    further = _further(data, font)
    return Drawing(QSizeF(WIDTH, 86 if further else 62), (*shapes, *further))


def _block(
    block: Json, left: float, align: Qt.AlignmentFlag, large: int, font: QFont
) -> list[Shape]:
    rows = (
        ("firstLine", 0.0, 28.0, large, Ink.TITLE, True),
        ("secondLine", 30.0, 18.0, 13, Ink.BODY, False),
    )
    shapes: list[Shape] = []
    for key, top, height, pixels, ink, medium in rows:
        sign = a_text(block.get(f"{key}Superscript"))
        area = QRectF(left, top, _BLOCK - (_SIGN if sign else 0), height)
        line = one_line(
            area, a_text(block.get(key)), font, pixels, ink, medium=medium, align=align
        )
        shapes.append(line)
        if sign:
            end = area.right()
            if align is LEFT:
                end = left + width_of(line.text, font, pixels, medium=medium)
            place = QRectF(end + 2, top, _SIGN - 2, height / 2)
            shapes.append(Label(place, sign[:2], 10, Ink.ACCENT, medium=True))
    return shapes


def _between(data: Json, font: QFont) -> list[Shape]:
    """A picture or a text in the middle, a line at both sides of it if wanted."""
    left, right = _INSET + _BLOCK + 6, WIDTH - _INSET - _BLOCK - 6
    middle = (left + right) / 2
    icon, text = a_text(data.get("spaceIcon")), a_text(data.get("spaceText"))
    half = 0.0
    shapes: list[Shape] = []
    if icon:
        shapes.append(Picture(QRectF(middle - 12, 3, 24, 24), icon, 6))
        half = 16
    elif text:
        label = one_line(
            QRectF(left, 5, right - left, 18), text, font, 12, align=CENTRE
        )
        shapes.append(label)
        half = width_of(label.text, font, 12) / 2 + 4
    if data.get("displayHorizontalLine") is True:
        for start, end in ((left, middle - half), (middle + half, right)):
            if end - start > 4:
                shapes.append(Stroke(QRectF(start, 14, end - start, 1), Ink.FAINT))
    return shapes


def _further(data: Json, font: QFont) -> list[Shape]:
    """Additional text at the left, the weather at the right."""
    shapes: list[Shape] = []
    text, weather = a_text(data.get("additionalText")), _weather(data)
    if text:
        row = QRectF(_INSET, 56, 190, 18)
        shapes.append(one_line(row, text, font, 13, Ink.TITLE))
    if weather:
        row = QRectF(WIDTH - _INSET - 110, 56, 110, 18)
        shapes.append(one_line(row, weather, font, 13, align=RIGHT))
    return shapes


def _weather(data: Json) -> str:
    weather = an_object(data.get("weather"))
    degrees = [
        a_number(weather.get(name)) for name in ("highTemperature", "lowTemperature")
    ]
    return " / ".join(f"{each:g}°" for each in degrees if each is not None)
