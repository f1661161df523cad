"""The banner over an app, and over one that fills the whole screen (facts G.2, G.5)."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFont

from .card_layout import BODY_LINES
from .preview_scene import Scene, Variant
from .surface_items import (
    Backdrop,
    GhostItem,
    HandleItem,
    Item,
    NoticeItem,
    PlayItem,
    SurfaceLayout,
)
from .surface_parts import COMPACT, MARGIN, card_at, card_width, status_bar

_TOP = 50.0
_HANDLE_TOP = 54.0
_LEAST = 210.0


def lay_out_banner(scene: Scene, font: QFont, height: float) -> SurfaceLayout:
    tall = min(max(height, _LEAST), scene.canvas.height)
    full = scene.variant is Variant.FULL
    behind = _film(scene, tall) if full else [status_bar(scene), *_page(scene, tall)]
    items = [*behind, *_mine(scene, font, 1 if full else BODY_LINES)]
    area = QRectF(0, 0, scene.canvas.width, tall)
    backdrop = Backdrop.FILM if full else Backdrop.PAGE
    return SurfaceLayout(area, scene.canvas.radius, backdrop, tuple(items), _LEAST)


def _mine(scene: Scene, font: QFont, lines: int) -> list[Item]:
    if not scene.shows_card or not scene.arrival.banner:
        area = QRectF(MARGIN, _TOP, card_width(scene), COMPACT)
        words = QCoreApplication.translate("surface", "No banner")
        return [NoticeItem(area, words)]
    card = replace(card_at(scene, scene.content, _TOP, lines, font), raised=True)
    handle = QRectF((scene.canvas.width - 48) / 2, _HANDLE_TOP, 48, 4)
    return [card, HandleItem(handle)]


def _page(scene: Scene, tall: float) -> list[Item]:
    """Some app: pictures with lines, below what the banner covers."""
    width = card_width(scene)
    items: list[Item] = []
    y = 176.0
    while y < tall - 90:
        items += [
            GhostItem(QRectF(MARGIN, y, 76, 76), 12),
            GhostItem(QRectF(MARGIN + 92, y + 10, width * 0.5, 12)),
            GhostItem(QRectF(MARGIN + 92, y + 34, width - 108, 9)),
            GhostItem(QRectF(MARGIN + 92, y + 52, width - 168, 9)),
        ]
        y += 96
    return items


def _film(scene: Scene, tall: float) -> list[Item]:
    """A film that fills the screen, with the bar of its progress."""
    width = scene.canvas.width
    button = QRectF(width / 2 - 28, max(tall / 2, 130), 56, 56)
    return [
        GhostItem(button, 28),
        PlayItem(button.adjusted(20, 16, -16, -16)),
        GhostItem(QRectF(MARGIN + 8, tall - 40, width - 2 * MARGIN - 16, 4), 2),
    ]
