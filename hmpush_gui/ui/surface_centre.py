"""The notification centre: alone, in a folded group, in an opened one (facts G.3)."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from .card_layout import BODY_LINES, TIME_PX, card_font
from .preview_scene import Scene, Variant
from .surface_items import (
    ArrowItem,
    Backdrop,
    GhostItem,
    IconItem,
    Ink,
    Item,
    NoticeItem,
    SheetItem,
    SurfaceLayout,
    TextItem,
)
from .surface_parts import (
    COMPACT,
    GAP,
    MARGIN,
    card_at,
    card_width,
    ghost_card,
    line_at,
    moved,
    status_bar,
)

_TOP = 124.0
_COMPACT_TOP = 44.0
_BELOW = 14.0
_MORE_HIGH = 34.0
_OTHERS = COMPACT + GAP + _MORE_HIGH
_ROW = 24.0
_GROUP_TEXT = 14
_MORE = "+2"
"""A group of five, to show what stands there when more than three came."""


def lay_out_centre(scene: Scene, font: QFont, height: float) -> SurfaceLayout:
    """Where there is little height, clock and other notifications are left out."""
    mine, mine_high = _mine(scene, font)
    # What is important stands above all others, which may then be left out.
    above = 0.0 if scene.arrival.important else _OTHERS
    least = _COMPACT_TOP + above + mine_high + _BELOW
    roomy = _TOP + _OTHERS + mine_high + _BELOW
    items: list[Item] = [status_bar(scene, clock=height < roomy)]
    y = _COMPACT_TOP
    if height >= roomy:
        items += _header(scene)
        y = _TOP
    if above:
        items += _others(scene, y)
    items += [moved(item, y + above) for item in mine]
    if not above and height >= roomy:
        items += _others(scene, y + mine_high)
    tall = max(least, min(height, scene.canvas.height))
    area = QRectF(0, 0, scene.canvas.width, tall)
    return SurfaceLayout(area, scene.canvas.radius, Backdrop.WALL, tuple(items), least)


def _others(scene: Scene, y: float) -> list[Item]:
    """Where the lower area begins, with a notification of it, or of the one above."""
    ghost = QRectF(MARGIN, y, card_width(scene), COMPACT)
    if scene.arrival.important:
        return [_more(scene, y), *ghost_card(ghost.translated(0, _MORE_HIGH))]
    return [*ghost_card(ghost), _more(scene, ghost.bottom() + GAP)]


def _header(scene: Scene) -> list[Item]:
    width = scene.canvas.width - 2 * MARGIN
    left = MARGIN + 4
    return [
        TextItem(QRectF(left, 44, width, 46), scene.content.time, 38, medium=True),
        TextItem(QRectF(left, 90, width, 20), scene.date, 14, Ink.WALL_QUIET),
    ]


def _more(scene: Scene, y: float) -> TextItem:
    """The heading of the lower area."""
    words = QCoreApplication.translate("surface", "More notifications")
    area = QRectF(MARGIN + 4, y + 8, card_width(scene), 20)
    return TextItem(area, words, 13, Ink.WALL_QUIET)


def _mine(scene: Scene, font: QFont) -> tuple[list[Item], float]:
    """The notification from 0 down, and where what follows begins."""
    if not scene.shows_card:
        area = QRectF(MARGIN, 0, card_width(scene), COMPACT)
        words = QCoreApplication.translate("surface", "No notification")
        return [NoticeItem(area, words)], area.bottom() + GAP
    if scene.variant is Variant.CLOSED:
        return _closed(scene, font)
    if scene.variant is Variant.OPENED:
        return _opened(scene, font)
    card = card_at(scene, scene.content, 0, BODY_LINES, font)
    return [card], card.area.bottom() + GAP


def _closed(scene: Scene, font: QFont) -> tuple[list[Item], float]:
    """One sheet: the newest three, the time of the newest, and how many more."""
    area = QRectF(MARGIN, 0, card_width(scene), 12 + 3 * _ROW + 8)
    left, right = area.left() + 56, area.right() - 12
    time_font = card_font(font, TIME_PX)
    time = scene.content.time
    time_width = QFontMetricsF(time_font).horizontalAdvance(time) + 1
    time_area = QRectF(right - time_width, 12, time_width, _ROW)
    more_width = QFontMetricsF(time_font).horizontalAdvance(_MORE) + 1
    more_area = QRectF(right - more_width, 12 + 2 * _ROW, more_width, _ROW)
    items: list[Item] = [
        SheetItem(area),
        IconItem(QRectF(area.left() + 12, 16, 32, 32)),
        TextItem(time_area, time, TIME_PX, Ink.TIME),
        TextItem(more_area, _MORE, TIME_PX, Ink.TIME),
        *_newest(scene, font, QRectF(left, 12, time_area.left() - 8 - left, _ROW)),
    ]
    blank = not (scene.content.title or scene.content.body)
    for row in (0, 1, 2) if blank else (1, 2):
        top = 12 + row * _ROW + 8
        items.append(GhostItem(QRectF(left, top, 76 - 12 * row, 9)))
        items.append(GhostItem(QRectF(left + 88 - 12 * row, top, 110, 9)))
    return items, area.bottom() + GAP


def _newest(scene: Scene, font: QFont, area: QRectF) -> list[Item]:
    """Title and text of the newest on one line; the text gets what the title leaves."""
    medium = card_font(font, _GROUP_TEXT, medium=True)
    most = QRectF(area.topLeft(), area.size())
    most.setWidth(area.width() * 0.6)
    title = line_at(
        most, scene.content.title, _GROUP_TEXT, medium, Ink.TITLE, medium=True
    )
    used = QFontMetricsF(medium).horizontalAdvance(title.text)
    rest = area.adjusted(used + 8 if used else 0, 0, 0, 0)
    body = line_at(
        rest, scene.content.body, _GROUP_TEXT, card_font(font, _GROUP_TEXT), Ink.BODY
    )
    return [title, body]


def _opened(scene: Scene, font: QFont) -> tuple[list[Item], float]:
    """A header with icon and name of the app, then every notification."""
    right = scene.canvas.width - MARGIN
    name = QRectF(MARGIN + 36, 4, right - MARGIN - 72, 24)
    items: list[Item] = [
        IconItem(QRectF(MARGIN + 4, 4, 24, 24)),
        line_at(
            name, scene.app.name, 14, card_font(font, 14, medium=True), Ink.WALL,
            medium=True,
        ),
        ArrowItem(QRectF(right - 24, 8, 16, 16)),
    ]  # fmt: skip
    card = card_at(scene, scene.content, 36, BODY_LINES, font)
    items.append(card)
    y = card.area.bottom() + 6
    for _ in range(2):
        items += ghost_card(QRectF(MARGIN, y, card_width(scene), COMPACT))
        y += COMPACT + 6
    return items, y + 4
