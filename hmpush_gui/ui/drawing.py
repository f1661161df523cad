"""Shapes of a schematic as plain values; painting is elsewhere.

Sizes are virtual pixels of the phone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from hmpush_gui.pushkit.shown_text import Room

from .card_layout import card_font
from .card_text import one_line as fitted
from .graphemes import well_formed


class Ink(StrEnum):
    """What a colour is for; the phone's look says which it is.

    `WALL` is for texts straight on the wallpaper, `SOLID` a card that hides what is
    behind it.
    """

    CARD = "card"
    SOLID = "solid"
    WALL = "wall"
    TITLE = "title"
    BODY = "body"
    FAINT = "faint"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    TRACK = "track"
    GOOD = "good"
    BAD = "bad"


Colour = Ink | str
"""An ink, or a colour of the message as `#RRGGBB` or `#AARRGGBB`."""

LEFT = Qt.AlignmentFlag.AlignLeft
CENTRE = Qt.AlignmentFlag.AlignHCenter
RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners."""

    area: QRectF
    fill: Colour | None = None
    radius: float = 0.0
    edge: Colour | None = None
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line inside `area`, from its left to its right, or an arrow."""

    area: QRectF
    colour: Colour
    width: float = 1.0
    dashed: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring filled to `share` (0..1); None turns without an end."""

    area: QRectF
    share: float | None
    colour: Colour
    track: Colour


@dataclass(frozen=True, slots=True)
class Label:
    """A text. `whole` is what was written where `text` is less of it."""

    area: QRectF
    text: str
    pixels: int
    colour: Colour = Ink.BODY
    medium: bool = False
    align: Qt.AlignmentFlag = LEFT
    wraps: bool = False
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The place of a picture: `loaded` is the message's own, else one of the app."""

    area: QRectF
    name: str
    radius: float = 6.0
    loaded: bool = False
    colour: Colour = Ink.FAINT


@dataclass(frozen=True, slots=True)
class AppIcon:
    """The icon of the app, which the system takes from the app."""

    area: QRectF


Shape = Box | Stroke | Ring | Label | Picture | AppIcon
Kind = TypeVar("Kind", Box, Stroke, Ring, Label, Picture, AppIcon)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order of painting, all inside a size from (0, 0)."""

    size: QSizeF
    shapes: tuple[Shape, ...]

    def moved(self, by: QPointF) -> Iterator[Shape]:
        """The shapes somewhere else."""
        return (replace(each, area=each.area.translated(by)) for each in self.shapes)

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The shapes of one kind."""
        return [each for each in self.shapes if isinstance(each, kind)]

    def shape_at(self, place: QPointF) -> Shape | None:
        """The topmost shape that has something to tell when pointed at."""
        for each in reversed(self.shapes):
            if each.area.contains(place) and told(each):
                return each
        return None


def told(shape: Shape) -> str:
    """What a shape says when it is pointed at; mostly nothing."""
    if isinstance(shape, Label):
        return shape.whole
    return shape.name if isinstance(shape, Picture) else ""


def stacked(drawings: list[Drawing], gap: float) -> Drawing:
    """One drawing of several, one below the other."""
    shapes: list[Shape] = []
    top = width = 0.0
    for each in drawings:
        shapes += each.moved(QPointF(0, top))
        top += each.size.height() + gap
        width = max(width, each.size.width())
    return Drawing(QSizeF(width, max(0.0, top - gap)), tuple(shapes))


def width_of(text: str, font: QFont, pixels: int, *, medium: bool = False) -> float:
    """How wide `text` is on one line."""
    return QFontMetricsF(card_font(font, pixels, medium=medium)).horizontalAdvance(text)


def one_line(
    area: QRectF, text: str, font: QFont, pixels: int, colour: Colour = Ink.BODY,
    *, medium: bool = False, align: Qt.AlignmentFlag = LEFT, whole: str = "",
    room: Room | None = None,
) -> Label:  # fmt: skip
    """`text` on one line, cut with “…” where `area` or `room` ends."""
    face = card_font(font, pixels, medium=medium)
    shown = fitted(well_formed(text), face, area.width(), room)
    cut = whole or (text if shown.rest else "")
    return Label(area, shown.lines[0], pixels, colour, medium, align, whole=cut)


def paragraph(
    left_top: QPointF, width: float, text: str, font: QFont, pixels: int,
    colour: Colour = Ink.BODY, *, align: Qt.AlignmentFlag = LEFT, medium: bool = False,
) -> Label:  # fmt: skip
    """`text` on as many lines as it takes in `width`."""
    metrics = QFontMetricsF(card_font(font, pixels, medium=medium))
    room = QRectF(0, 0, width, 10_000)
    text = well_formed(text)
    height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text).height()
    area = QRectF(left_top.x(), left_top.y(), width, height)
    return Label(area, text, pixels, colour, medium, align, wraps=True)
