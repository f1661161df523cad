"""Which part of a picture a phone shows in a place of another shape."""

from PySide6.QtCore import QRectF, QSize, QSizeF


def crop(picture: QSize, place: QSizeF) -> QRectF:
    """The middle of `picture` that has the shape of `place` (facts G.1)."""
    width, height = float(picture.width()), float(picture.height())
    shape = place.width() / place.height()
    if width > height * shape:
        inner = height * shape
        return QRectF((width - inner) / 2, 0, inner, height)
    inner = width / shape
    return QRectF(0, (height - inner) / 2, width, inner)
