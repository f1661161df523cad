"""The home screen with the badge on the app's icon (facts G.1, Badge)."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from .card_layout import card_font
from .preview_scene import Scene
from .surface_items import (
    Backdrop,
    BadgeItem,
    GhostItem,
    IconItem,
    Ink,
    Item,
    SheetItem,
    SurfaceLayout,
)
from .surface_parts import line_at, status_bar

_ICON = 60.0
_PITCH = 104.0
_TOP = 64.0
_LEAST = 178.0
_ROWS = 5
_BADGE = 22.0
_BADGE_TEXT = 13


def lay_out_home(scene: Scene, font: QFont, height: float) -> SurfaceLayout:
    tall = min(max(height, _LEAST), scene.canvas.height)
    columns = max(4, int(scene.canvas.width // 110))
    cell = (scene.canvas.width - 32) / columns
    items: list[Item] = [status_bar(scene)]
    y = _TOP
    for row in range(min(_ROWS, int((tall - _TOP) // _PITCH))):
        for column in range(columns):
            left = 16 + column * cell
            area = QRectF(left + (cell - _ICON) / 2, y, _ICON, _ICON)
            name = QRectF(left + 4, y + _ICON + 6, cell - 8, 18)
            if (row, column) == (0, 1):
                items += _mine(scene, font, area, name)
            else:
                items += [GhostItem(area, 15), _ghost_name(name)]
        y += _PITCH
    if tall > y + 110:
        items += _dock(scene, tall, cell)
    area = QRectF(0, 0, scene.canvas.width, tall)
    return SurfaceLayout(area, scene.canvas.radius, Backdrop.WALL, tuple(items), _LEAST)


def _mine(scene: Scene, font: QFont, icon: QRectF, name: QRectF) -> list[Item]:
    small = card_font(font, 12)
    items: list[Item] = [
        IconItem(icon),
        line_at(name, scene.app.name, 12, small, Ink.WALL, centred=True),
    ]
    if scene.badge:
        items.append(BadgeItem(_badge_area(scene.badge, font, icon), scene.badge))
    return items


def _dock(scene: Scene, tall: float, cell: float) -> list[Item]:
    """The four apps at the bottom."""
    middle, half = scene.canvas.width / 2, _ICON / 2
    area = QRectF(middle - 2 * cell - 4, tall - 104, 4 * cell + 8, 88)
    lefts = [middle + (n - 1.5) * cell - half for n in range(4)]
    ghosts = [
        GhostItem(QRectF(left, area.top() + 14, _ICON, _ICON), 15) for left in lefts
    ]
    return [SheetItem(area, 24), *ghosts]


def _badge_area(text: str, font: QFont, icon: QRectF) -> QRectF:
    """A circle for one digit, a pill for more, at the upper right corner."""
    metrics = QFontMetricsF(card_font(font, _BADGE_TEXT, medium=True))
    width = max(_BADGE, metrics.horizontalAdvance(text) + 12)
    return QRectF(icon.right() - width + 9, icon.top() - 8, width, _BADGE)


def _ghost_name(area: QRectF) -> GhostItem:
    return GhostItem(QRectF(area.center().x() - 18, area.top() + 5, 36, 7), 3.5)
