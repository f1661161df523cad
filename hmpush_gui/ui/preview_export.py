"""Draws previews into pictures to give away: one, or all of them on a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from .card_layout import card_font
from .card_painter import LINE
from .card_text import one_line
from .phone_look import DARK_PHONE, LIGHT_PHONE, PhoneLook
from .preview_names import approximate, canvas_title
from .preview_scene import Scene
from .surface_layout import lay_out_surface
from .surface_painter import paint_surface
from .theme import DARK, LIGHT

_EDGE = 24.0
_TITLE = 34.0
_FOOT = 34.0
_TITLE_PX, _FOOT_PX = 15, 12

SHEET_HEIGHT = 560.0
"""As much of each screen as a contact sheet shows, in virtual pixels."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One preview with the title that stands over it. No height: the whole screen."""

    title: str
    scene: Scene
    look: PhoneLook
    height: float | None = None


def picture(shot: Shot, font: QFont, scale: float) -> QImage:
    """One preview with its title, `scale` pixels to the virtual pixel."""
    return _sheet([[shot]], font, scale)


def contact_sheet(shots: Sequence[Shot], font: QFont, scale: float) -> QImage:
    """Every shot, in light in the upper row and in dark in the lower."""
    rows = [
        [Shot(shot.title, shot.scene, look, SHEET_HEIGHT) for shot in shots]
        for look in (LIGHT_PHONE, DARK_PHONE)
    ]
    return _sheet(rows, font, scale)


def _sheet(rows: Sequence[Sequence[Shot]], font: QFont, scale: float) -> QImage:
    heights = [_row_height(row, font) for row in rows]
    width = max(
        sum(shot.scene.canvas.width + _EDGE for shot in row) + _EDGE for row in rows
    )
    size = QSize(round(width * scale), round(sum(heights) * scale))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    top = 0.0
    for row, height in zip(rows, heights, strict=True):
        _paint_row(painter, row, QRectF(0, top, width, height), font)
        top += height
    painter.end()
    return image


def _row_height(row: Sequence[Shot], font: QFont) -> float:
    screens = [lay_out_surface(shot.scene, font, shot.height) for shot in row]
    return _EDGE + _TITLE + max(each.area.height() for each in screens) + _FOOT


def _paint_row(
    painter: QPainter, row: Sequence[Shot], area: QRectF, font: QFont
) -> None:
    """One row of screens on the ground of its mode, with device and reservation."""
    theme = DARK if row[0].look is DARK_PHONE else LIGHT
    painter.fillRect(area, QColor(theme.window))
    left = area.left() + _EDGE
    for shot in row:
        width = shot.scene.canvas.width
        painter.setPen(QColor(theme.text))
        painter.setFont(card_font(font, _TITLE_PX, medium=True))
        title = QRectF(left + 4, area.top() + _EDGE - 6, width - 8, _TITLE)
        words = one_line(shot.title, painter.font(), title.width()).lines[0]
        painter.drawText(title, LINE, words)
        painter.save()
        painter.translate(left, area.top() + _EDGE + _TITLE)
        layout = lay_out_surface(shot.scene, font, shot.height)
        paint_surface(painter, layout, shot.look, shot.scene.app, font)
        painter.restore()
        left += width + _EDGE
    painter.setPen(QColor(theme.muted))
    painter.setFont(card_font(font, _FOOT_PX))
    foot = QRectF(area.left(), area.bottom() - _FOOT, area.width(), _FOOT)
    words = f"{canvas_title(row[0].scene.canvas)}  ·  {approximate()}"
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, words)
