"""Where each part of a notification card stands; no painting.

Sizes are virtual pixels of the phone (facts G.5); line counts are of G.1.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

WIDTH = 342.0
"""A card on a phone 374 vp wide, with its margins of 16."""

TITLE_PX, BODY_PX, TIME_PX = 16, 14, 12
BODY_LINES = 3
_LEFT, _TOP, _RIGHT = 56.0, 12.0, 12.0
_IMAGE = 48.0
_LINE = 20.0


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card says. `lines` replace the body (style 3)."""

    title: str
    body: str
    time: str
    lines: tuple[str, ...] = ()
    has_image: bool = False


@dataclass(frozen=True, slots=True)
class CardLayout:
    """The parts of a card, relative to its upper left corner.

    `title_cut` and `body_cut` tell whether the phone would show less than was written.
    """

    size: QRectF
    icon: QRectF
    title: QRectF
    title_text: str
    time: QRectF
    body: tuple[tuple[QRectF, str], ...]
    image: QRectF | None
    title_cut: bool
    body_cut: bool


def card_font(font: QFont, pixels: int, *, medium: bool = False) -> QFont:
    """`font` at the size of one part of a card."""
    result = QFont(font)
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight.DemiBold if medium else QFont.Weight.Normal)
    return result


def lay_out_card(content: CardContent, font: QFont) -> CardLayout:
    """Lay out one card of the notification centre."""
    right = WIDTH - _RIGHT
    time_width = QFontMetricsF(card_font(font, TIME_PX)).horizontalAdvance(content.time)
    time = QRectF(right - time_width - 1, _TOP, time_width + 1, _LINE)
    title = QRectF(_LEFT, _TOP, time.left() - 8 - _LEFT, _LINE)
    metrics = QFontMetricsF(card_font(font, TITLE_PX, medium=True))
    one_line = " ".join(content.title.split())
    shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, title.width())
    image = QRectF(right - _IMAGE, 36, _IMAGE, _IMAGE) if content.has_image else None
    width = (image.left() - 8 if image else right) - _LEFT
    texts, cut = _body(content, card_font(font, BODY_PX), width)
    body = tuple(
        (QRectF(_LEFT, 34 + _LINE * row, width, _LINE), text)
        for row, text in enumerate(texts)
    )
    height = max(
        64.0, 34 + _LINE * len(texts) + 10, image.bottom() + 12 if image else 0
    )
    return CardLayout(
        QRectF(0, 0, WIDTH, height),
        QRectF(12, 16, 32, 32),
        title,
        shown,
        time,
        body,
        image,
        shown != one_line,
        cut,
    )


def _body(content: CardContent, font: QFont, width: float) -> tuple[list[str], bool]:
    """The lines to show, and whether something was left out."""
    metrics = QFontMetricsF(font)
    if content.lines:
        shown = [
            metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
            for line in content.lines[:BODY_LINES]
        ]
        cut = shown != list(content.lines)
        return shown, cut
    lines = _wrap(content.body, font, width)
    if len(lines) <= BODY_LINES:
        return lines, False
    last = lines[BODY_LINES - 1].rstrip() + "…"
    last = metrics.elidedText(last, Qt.TextElideMode.ElideRight, width)
    return [*lines[: BODY_LINES - 1], last], True


def _wrap(text: str, font: QFont, width: float) -> list[str]:
    """`text` broken as a phone breaks it: at words, or anywhere in Chinese."""
    result: list[str] = []
    for paragraph in text.splitlines():
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        encoded = paragraph.encode("utf-16-le")
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart() * 2
            part = encoded[start : start + line.textLength() * 2]
            result.append(part.decode("utf-16-le", "replace"))
        layout.endLayout()
    return result
