"""Parts that several surfaces share; geometry alone."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from .card_layout import CardContent, CardFrame, lay_out_card
from .card_text import one_line
from .preview_scene import Scene
from .surface_items import (
    CardItem,
    GhostItem,
    Ink,
    Item,
    SheetItem,
    StatusItem,
    TextItem,
)

MARGIN = 16.0
"""Left and right of cards (facts G.5)."""

COMPACT = 64.0
"""Height of a card with one line of text (facts G.5)."""

GAP = 10.0


def card_width(scene: Scene) -> float:
    return scene.canvas.width - 2 * MARGIN


def frame(scene: Scene, lines: int) -> CardFrame:
    """A card across the screen with so many lines; pictures need more than one."""
    return CardFrame(card_width(scene), lines, lines > 1, scene.canvas.by_table)


def card_at(
    scene: Scene, content: CardContent, y: float, lines: int, font: QFont
) -> CardItem:
    card = lay_out_card(content, font, frame(scene, lines))
    return CardItem(card.size.translated(MARGIN, y), card)


def status_bar(scene: Scene, *, clock: bool = True) -> StatusItem:
    """With the app's small icon where its category is shown there (facts G.2).

    Where a large `clock` stands below it, the bar has none.
    """
    area = QRectF(0, 0, scene.canvas.width, 36)
    with_app = scene.arrival.status and scene.shows_card
    return StatusItem(area, scene.content.time if clock else "", with_app)


def ghost_card(area: QRectF) -> list[Item]:
    """A notification of no interest."""
    x, y = area.topLeft().toTuple()
    long, short = area.width() * 0.52, area.width() * 0.3
    return [
        SheetItem(area),
        GhostItem(QRectF(x + 12, y + 16, 32, 32), 8),
        GhostItem(QRectF(x + 56, y + 18, short, 10)),
        GhostItem(QRectF(x + 56, y + 38, long, 8)),
    ]


def moved(item: Item, down: float) -> Item:
    """`item` at another height."""
    return replace(item, area=item.area.translated(0, down))


def line_at(
    area: QRectF, text: str, size: int, font: QFont, ink: Ink, *, medium: bool = False,
    centred: bool = False,
) -> TextItem:  # fmt: skip
    """One line of text, cut where `area` ends. `font` has the size already."""
    shown = one_line(text, font, area.width())
    return TextItem(area, shown.lines[0], size, ink, medium, centred, shown.rest)
