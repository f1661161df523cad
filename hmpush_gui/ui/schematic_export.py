"""Draws schematics into pictures to give away."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.message import Message

from .app_face import AppFace
from .phone_look import PhoneLook
from .schematic_view import frame_of, paint_framed
from .schematics import schematic_for

_GAP = 24.0


def schematic_picture(
    message: Message, looks: Sequence[PhoneLook], font: QFont, scale: float,
    app: AppFace, picture: QImage | None = None,
) -> QImage | None:  # fmt: skip
    """The schematic once in each look, side by side; None for a kind without one."""
    schematic = schematic_for(kind_of(message))
    if schematic is None:
        return None
    drawing = schematic.drawing(message, font)
    frame = frame_of(drawing)
    step = frame.width() + _GAP
    width = step * len(looks) - _GAP
    size = QSize(round(width * scale), round(frame.height() * scale))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(scale, scale)
    for look in looks:
        paint_framed(painter, drawing, look, font, app, picture)
        painter.translate(step, 0)
    painter.end()
    return image
