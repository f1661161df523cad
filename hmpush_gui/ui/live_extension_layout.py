"""Where the parts of the extension below a live view's card stand (facts B.9)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont

from hmpush_gui.pushkit.live_view import (
    EMPHASIS,
    PROGRESS,
    SCORE,
    SIDES,
    LiveCard,
    node_icons,
    pieces,
)
from hmpush_gui.pushkit.loose import a_colour, a_number, a_text, an_object
from hmpush_gui.pushkit.message import Json

from .card_layout import WIDTH
from .drawing import (
    CENTRE,
    Box,
    Colour,
    Drawing,
    Ink,
    Picture,
    Shape,
    Stroke,
    one_line,
    width_of,
)
from .sides_layout import lay_out_sides

LEFT, RIGHT = 16.0, WIDTH - 16.0
NODE = 24.0
_DEFAULT_BAR = "#FF317AF7"
_THICK = {0: 3.0, 1: 3.0, 2: 8.0}


def lay_out_extension(card: LiveCard, font: QFont) -> Drawing:
    """The extension of this layout; nothing high for the base template."""
    build = _BUILDERS.get(card.layout)
    return build(card.data, font) if build else Drawing(QSizeF(WIDTH, 0), ())


def _progress(data: Json, font: QFont) -> Drawing:
    """A bar with its nodes, and the indicator where the way is now."""
    bar = an_object(data.get("richProgress"))
    share = min(100.0, max(0.0, float(a_number(bar.get("progress")) or 0))) / 100
    kind = _number(bar.get("type"), 1)
    icons = node_icons(data)
    track = QRectF(LEFT + NODE / 2, 20, RIGHT - LEFT - NODE, NODE)
    done = QRectF(track.left(), track.top(), track.width() * share, NODE)
    width = _THICK.get(kind, 3.0)
    colour: Colour = a_colour(bar.get("color")) or _DEFAULT_BAR
    rest: Colour = a_colour(bar.get("bgColor")) or Ink.TRACK
    dashed = kind == 0
    shapes: list[Shape] = [Stroke(track, rest, width, dashed=dashed)]
    if share:
        shapes.append(Stroke(done, colour, width, dashed=dashed))
    for number, name in enumerate(icons):
        at = number / max(1, len(icons) - 1)
        ink = colour if at <= share else Ink.FAINT
        shapes += _node(track.left() + track.width() * at, track.top(), name, ink)
    shapes += _indicator(bar, done.right(), track.center().y(), colour)
    return Drawing(QSizeF(WIDTH, 56), tuple(shapes))


def _node(middle: float, top: float, name: str, ink: Colour) -> list[Shape]:
    area = QRectF(middle - NODE / 2, top, NODE, NODE)
    return [Box(area, Ink.SOLID, 12), Picture(area, name, 12, colour=ink)]


def _indicator(bar: Json, middle: float, line: float, colour: Colour) -> list[Shape]:
    """The moving sign: above the bar with a picture, else a dot on it."""
    icon = a_text(bar.get("indicatorIcon"))
    if icon:
        area = QRectF(middle - 10, 0, 20, 20)
        return [Picture(area, icon, 6, colour=colour)]
    dot = QRectF(middle - 6, line - 6, 12, 12)
    return [Box(dot, Ink.SOLID, 6), Box(dot.adjusted(2, 2, -2, -2), colour, 4)]


def _emphasis(data: Json, font: QFont) -> Drawing:
    """Large text at the left, a picture at the right."""
    block = an_object(data.get("singleTextBlock"))
    name = a_text(data.get("descPic"))
    picture = QRectF(RIGHT - 52, 0, 52, 52)
    width = (picture.left() - 12 if name else RIGHT) - LEFT
    first = one_line(
        QRectF(LEFT, 0, width, 26), a_text(block.get("firstLine")), font, 20,
        Ink.TITLE, medium=True,
    )  # fmt: skip
    shapes: list[Shape] = []
    underline = a_colour(block.get("underlineColor"))
    if underline and first.text:
        long = width_of(first.text, font, 20, medium=True)
        shapes.append(Box(QRectF(LEFT, 26, long, 3), underline, 1.5))
    shapes.append(first)
    second = QRectF(LEFT, 32, width, 20)
    shapes.append(one_line(second, a_text(block.get("secondLine")), font, 14))
    if name:
        shapes.append(Picture(picture, name, 10))
    return Drawing(QSizeF(WIDTH, 64), tuple(shapes))


def _score(data: Json, font: QFont) -> Drawing:
    """Two teams, the score between them."""
    game = an_object(data.get("game"))
    host, guest = an_object(game.get("host")), an_object(game.get("guest"))
    between = an_object(game.get("competition"))
    shapes: list[Shape] = [
        *_team(host, LEFT + 4, LEFT + 52, font),
        *_team(guest, RIGHT - 4 - 40, RIGHT - 52 - 48, font),
    ]
    rich = "".join(piece.text for piece in pieces(between.get("richDesc")))
    middle = QRectF(WIDTH / 2 - 44, 0, 88, 22)
    time = a_text(between.get("time"))
    words = rich or a_text(between.get("desc"))
    shapes.append(
        one_line(middle, time, font, 14, Ink.TITLE, medium=True, align=CENTRE)
    )
    below = middle.translated(0, 24)
    shapes.append(one_line(below, words, font, 12, align=CENTRE))
    return Drawing(QSizeF(WIDTH, 76), tuple(shapes))


def _team(team: Json, icon_left: float, score_left: float, font: QFont) -> list[Shape]:
    icon = QRectF(icon_left, 0, 40, 40)
    name = QRectF(icon_left - 18, 44, 76, 18)
    score = QRectF(score_left, 4, 48, 32)
    return [
        Picture(icon, a_text(team.get("icon")), 20),
        one_line(name, a_text(team.get("name")), font, 12, align=CENTRE),
        one_line(
            score, a_text(team.get("score")), font, 26, Ink.TITLE, medium=True,
            align=CENTRE,
        ),
    ]  # fmt: skip


def _number(value: Any, otherwise: int) -> int:
    number = a_number(value)
    return otherwise if number is None else int(number)


_BUILDERS: dict[int, Callable[[Json, QFont], Drawing]] = {
    PROGRESS: _progress,
    EMPHASIS: _emphasis,
    SIDES: lay_out_sides,
    SCORE: _score,
}
