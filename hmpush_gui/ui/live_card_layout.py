"""Where the parts of a live view's card stand (facts G.6)."""

import re

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from hmpush_gui.pushkit.live_view import (
    TEXT_ALONE,
    TEXT_BESIDE,
    TITLE_ALONE,
    TITLE_BESIDE,
    Aside,
    LiveCard,
    Piece,
)

from .card_layout import BODY_PX, TITLE_PX, WIDTH
from .drawing import (
    CENTRE,
    AppIcon,
    Box,
    Drawing,
    Ink,
    Picture,
    Shape,
    one_line,
    width_of,
)
from .live_extension_layout import lay_out_extension

FIXED = 64.0
"""The height of the part that every card has."""

ASIDE = QRectF(WIDTH - 12 - 44, 10, 44, 44)
_LEFT = 56.0
_BLANKS = re.compile(r"\s+")


def lay_out_live_card(card: LiveCard, font: QFont) -> Drawing:
    """The card as it stands in the notification centre and on the lock screen."""
    right = ASIDE.left() - 8 if card.aside else WIDTH - 12
    shapes: list[Shape] = [
        AppIcon(QRectF(12, 16, 32, 32)),
        *_title(card, right, font),
        *_text(card, right, font),
        *(_aside(card.aside, font) if card.aside else ()),
    ]
    extension = lay_out_extension(card, font)
    shapes += extension.moved(QPointF(0, FIXED))
    size = QSizeF(WIDTH, FIXED + extension.size.height())
    ground = Box(QRectF(QPointF(0, 0), size), Ink.CARD, 16)
    return Drawing(size, (ground, *shapes))


def _title(card: LiveCard, right: float, font: QFont) -> list[Shape]:
    room = TITLE_BESIDE if card.aside else TITLE_ALONE
    area = QRectF(_LEFT, 12, right - _LEFT, 20)
    label = one_line(
        area, card.title, font, TITLE_PX, Ink.TITLE, medium=True, room=room
    )
    return [label]


def _text(card: LiveCard, right: float, font: QFont) -> list[Shape]:
    """The text, piece by piece in its colours, cut where the whole is cut."""
    room = TEXT_BESIDE if card.aside else TEXT_ALONE
    area = QRectF(_LEFT, 34, right - _LEFT, 20)
    whole = "".join(piece.text for piece in card.text)
    shown = one_line(area, whole, font, BODY_PX, room=room)
    return coloured_line(area, card.text, shown.text, font, BODY_PX, shown.whole)


def coloured_line(
    area: QRectF, pieces: tuple[Piece, ...], shown: str, font: QFont, pixels: int,
    whole: str = "",
) -> list[Shape]:  # fmt: skip
    """`pieces` side by side as far as `shown`, the part of them there is room for."""
    labels: list[Shape] = []
    left, rest = area.left(), shown
    parts = _on_one_line(pieces)
    for number, (text, piece) in enumerate(zip(parts, pieces, strict=True)):
        part = rest if number == len(parts) - 1 else rest[: len(text)]
        rest = rest[len(part) :]
        if not part or left >= area.right():
            continue
        # Label by label, because one_line takes the blanks at the ends away.
        left += width_of(part, font, pixels) - width_of(part.lstrip(), font, pixels)
        room = QRectF(left, area.top(), area.right() - left, area.height())
        ink = piece.colour or Ink.BODY
        labels.append(one_line(room, part, font, pixels, ink, whole=whole))
        left += width_of(part.lstrip(), font, pixels)
    return labels


def _on_one_line(pieces: tuple[Piece, ...]) -> list[str]:
    """The texts of `pieces` as they read on one line, without doubled blanks."""
    texts: list[str] = []
    after_blank = True
    for piece in pieces:
        text = _BLANKS.sub(" ", piece.text)
        text = text.lstrip() if after_blank else text
        after_blank = text.endswith(" ") if text else after_blank
        texts.append(text)
    return texts


def _aside(aside: Aside, font: QFont) -> list[Shape]:
    if aside.kind in (3, 4):
        return [Picture(ASIDE, aside.image, 22 if aside.kind == 4 else 8)]
    text = one_line(ASIDE, aside.text, font, 13, Ink.ACCENT, medium=True, align=CENTRE)
    if aside.kind == 1:
        return [text]
    pill = QRectF(ASIDE.left(), ASIDE.center().y() - 14, 44, 28)
    inner = one_line(
        pill.adjusted(5, 0, -5, 0), aside.text, font, 12, Ink.ON_ACCENT, medium=True,
        align=CENTRE,
    )  # fmt: skip
    return [Box(pill, Ink.ACCENT, 14), inner]
