"""A wearable: no picture, no lines, no badge (facts G.4). The round shape is ours."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFont

from .card_layout import BODY_PX, TITLE_PX, card_font
from .card_text import paragraph
from .preview_scene import Scene, Surface
from .surface_items import (
    Backdrop,
    IconItem,
    Ink,
    Item,
    NoticeItem,
    SheetItem,
    SurfaceLayout,
    TextItem,
)
from .surface_parts import line_at

_SIDE = 34.0
_LINE = 20.0
_LINES = 3


def lay_out_watch(scene: Scene, font: QFont, _height: float) -> SurfaceLayout:
    area = QRectF(0, 0, scene.canvas.width, scene.canvas.height)
    time = QRectF(0, 14, area.width(), 18)
    items: list[Item] = [
        TextItem(time, scene.content.time, 13, Ink.WALL, medium=True, centred=True)
    ]
    why = _absence(scene)
    if why:
        sheet = QRectF(_SIDE, 84, area.width() - 2 * _SIDE, 66)
        items.append(NoticeItem(sheet, why))
    else:
        items += _notification(scene, font, area.width())
    return SurfaceLayout(
        area, scene.canvas.radius, Backdrop.WATCH, tuple(items), area.height()
    )


def _absence(scene: Scene) -> str:
    """Why nothing is seen there, empty if something is."""
    if scene.surface is Surface.BADGE:
        return QCoreApplication.translate("surface", "No badges on wearables")
    if not scene.shows_card:
        return QCoreApplication.translate("surface", "No notification")
    if scene.surface is Surface.BANNER:
        return QCoreApplication.translate("surface", "No banner")
    if scene.surface is Surface.LOCK and not scene.arrival.lock:
        return QCoreApplication.translate("surface", "Nothing on the lock screen")
    return ""


def _notification(scene: Scene, font: QFont, width: float) -> list[Item]:
    inner = width - 2 * _SIDE
    title_font = card_font(font, TITLE_PX - 1, medium=True)
    title = QRectF(_SIDE, 80, inner, _LINE)
    shown = paragraph(scene.content.body, card_font(font, BODY_PX - 1), inner, _LINES)
    body = [
        TextItem(
            QRectF(_SIDE, 104 + 18 * row, inner, 18), text.rstrip(), BODY_PX - 1,
            Ink.BODY, centred=True,
        )
        for row, text in enumerate(shown.lines)
    ]  # fmt: skip
    if body:
        body[-1] = replace(body[-1], rest=shown.rest)
    return [
        SheetItem(QRectF(20, 58, width - 40, 112), 22),
        IconItem(QRectF((width - 32) / 2, 40, 32, 32)),
        line_at(
            title, scene.content.title, TITLE_PX - 1, title_font, Ink.TITLE,
            medium=True, centred=True,
        ),
        *body,
    ]  # fmt: skip
