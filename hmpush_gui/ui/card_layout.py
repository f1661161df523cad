"""Where each part of a notification card stands; no painting.

Sizes are virtual pixels of the phone (facts G.5); line counts are of G.1.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage

from hmpush_gui.pushkit.shown_text import BODY, TITLE

from .card_text import Shown, each_line, one_line, paragraph
from .veiling import is_on, painted

WIDTH = 342.0
"""A card on a phone 374 vp wide, with its margins of 16."""

TITLE_PX, BODY_PX, TIME_PX = 16, 14, 12
BODY_LINES = 3
RADIUS = 16.0
_LEFT, _TOP, _RIGHT = 56.0, 12.0, 12.0
_IMAGE = 48.0
_LINE = 20.0
_LEAST = 64.0


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card says. `lines` replace the body (style 3).

    `picture` is the image if it is at hand; `has_image` says that one is named.
    `has_overlay`: an icon lies over the app's (facts G.1, App icon).
    """

    title: str
    body: str
    time: str
    lines: tuple[str, ...] = ()
    has_image: bool = False
    picture: QImage | None = None
    has_overlay: bool = False


def as_seen(content: CardContent) -> CardContent:
    """`content` as it may be seen at the moment."""
    if not is_on():
        return content
    return replace(
        content,
        title=painted(content.title),
        body=painted(content.body),
        lines=tuple(map(painted, content.lines)),
    )


@dataclass(frozen=True, slots=True)
class CardFrame:
    """What a place on the phone gives a card.

    `by_table`: texts end where facts G.1 says, which is said of phones.
    """

    width: float = WIDTH
    lines: int = BODY_LINES
    image: bool = True
    by_table: bool = True


CENTRE = CardFrame()


@dataclass(frozen=True, slots=True)
class CardLayout:
    """The parts of a card, relative to its upper left corner.

    `title_rest` and `body_rest` are what the phone would not show of the texts.
    """

    size: QRectF
    icon: QRectF
    overlay: QRectF | None
    title: QRectF
    title_text: str
    time: QRectF
    time_text: str
    body: tuple[tuple[QRectF, str], ...]
    image: QRectF | None
    picture: QImage | None
    title_rest: str
    body_rest: str

    @property
    def title_cut(self) -> bool:
        return bool(self.title_rest)

    @property
    def body_cut(self) -> bool:
        return bool(self.body_rest)


def card_font(font: QFont, pixels: int, *, medium: bool = False) -> QFont:
    """`font` at the size of one part of a card."""
    result = QFont(font)
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight.DemiBold if medium else QFont.Weight.Normal)
    return result


def lay_out_card(
    content: CardContent, font: QFont, frame: CardFrame = CENTRE
) -> CardLayout:
    """Lay out one card: of the notification centre, unless told otherwise."""
    right = frame.width - _RIGHT
    time_width = QFontMetricsF(card_font(font, TIME_PX)).horizontalAdvance(content.time)
    time = QRectF(right - time_width - 1, _TOP, time_width + 1, _LINE)
    title = QRectF(_LEFT, _TOP, time.left() - 8 - _LEFT, _LINE)
    room = TITLE if frame.by_table else None
    said = one_line(
        content.title, card_font(font, TITLE_PX, medium=True), title.width(), room
    )
    image = _image(content, frame, right)
    width = (image.left() - 8 if image else right) - _LEFT
    body = _body(content, card_font(font, BODY_PX), width, frame)
    height = 34 + _LINE * len(body.lines) + 10
    return CardLayout(
        size=QRectF(
            0, 0, frame.width, max(_LEAST, height, image.bottom() + 12 if image else 0)
        ),
        icon=QRectF(12, 16, 32, 32),
        overlay=QRectF(32, 36, 16, 16) if content.has_overlay else None,
        title=title,
        title_text=said.lines[0],
        time=time,
        time_text=content.time,
        body=tuple(
            # A blank at the end would push Arabic out at the other side.
            (QRectF(_LEFT, 34 + _LINE * row, width, _LINE), text.rstrip())
            for row, text in enumerate(body.lines)
        ),
        image=image,
        picture=content.picture,
        title_rest=said.rest,
        body_rest=body.rest,
    )


def _image(content: CardContent, frame: CardFrame, right: float) -> QRectF | None:
    if not frame.image or not (content.has_image or content.picture):
        return None
    return QRectF(right - _IMAGE, 36, _IMAGE, _IMAGE)


def _body(content: CardContent, font: QFont, width: float, frame: CardFrame) -> Shown:
    """Body or lines; a place for one line shows the body (facts G.1)."""
    if content.lines and frame.lines > 1:
        return each_line(content.lines, font, width, frame.lines)
    room = BODY if frame.by_table else None
    shown = paragraph(content.body, font, width, frame.lines, room)
    return shown if content.body.strip() else Shown(())
