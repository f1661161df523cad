"""The lock screen, opened as a list, as a count, or with its texts hidden (G.2)."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFont

from .card_layout import CardContent
from .preview_scene import Scene, Variant
from .surface_items import (
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
from .surface_parts import COMPACT, MARGIN, card_at, card_width, status_bar

_FROM_BELOW = 190.0
"""The card's upper edge, from the lower edge of the screen (facts G.5)."""

_ROOMY, _LEAST = 440.0, 330.0
"""Heights from which the clock is large, and below which nothing fits."""


def lay_out_lock(scene: Scene, font: QFont, height: float) -> SurfaceLayout:
    """The wallpaper between clock and card gives way where there is less height."""
    tall = min(max(height, _LEAST), scene.canvas.height)
    width = scene.canvas.width
    items: list[Item] = [
        status_bar(scene, clock=False),
        *_clock(scene, tall),
        *_mine(scene, font, tall - _FROM_BELOW),
        GhostItem(QRectF((width - 120) / 2, tall - 14, 120, 4), 2),
    ]
    area = QRectF(0, 0, width, tall)
    return SurfaceLayout(area, scene.canvas.radius, Backdrop.WALL, tuple(items), _LEAST)


def _clock(scene: Scene, tall: float) -> list[Item]:
    roomy = tall >= _ROOMY
    top, size = (84, 76) if roomy else (36, 52)
    time = QRectF(0, top, scene.canvas.width, size * 1.1)
    date = QRectF(0, time.bottom() + 4, scene.canvas.width, 24)
    return [
        TextItem(time, scene.content.time, size, centred=True),
        TextItem(date, scene.date, 16 if roomy else 14, centred=True),
    ]


def _mine(scene: Scene, font: QFont, y: float) -> list[Item]:
    if not scene.shows_card or not scene.arrival.lock:
        area = QRectF(MARGIN, y, card_width(scene), COMPACT)
        words = QCoreApplication.translate("surface", "Nothing on the lock screen")
        return [NoticeItem(area, words)]
    if scene.variant is Variant.COUNT:
        return _count(scene, y)
    content = scene.content
    if scene.variant is Variant.HIDDEN:
        words = QCoreApplication.translate("surface", "1 notification")
        content = CardContent(scene.app.name, words, scene.content.time)
    return [card_at(scene, content, y, 1, font)]


def _count(scene: Scene, y: float) -> list[Item]:
    """Icon and count, as the phone shows them until they are opened."""
    pill = QRectF((scene.canvas.width - 72) / 2, y + 66, 72, 36)
    number = QRectF(pill.left() + 38, pill.top(), 24, 36)
    return [
        SheetItem(pill, 18),
        IconItem(QRectF(pill.left() + 8, pill.top() + 6, 24, 24)),
        TextItem(number, "1", 14, Ink.TIME, medium=True, centred=True),
    ]
