"""Decodes pictures that nobody vouches for, in any thread."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QSize
from PySide6.QtGui import QImage, QImageReader

from hmpush_gui.pushkit.picture_format import is_page, picture_format
from hmpush_gui.pushkit.picture_rules import PictureFacts, amount
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .decoded_picture import Decoded

MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 16 * 1024 * 1024
"""More is not unpacked: a small file can claim any number of them."""

_SHOWN = 256
"""No place on the phone shows more pixels than this at its shorter side."""

_CODECS = {
    "PNG": b"png",
    "JPEG": b"jpeg",
    "BMP": b"bmp",
    "WEBP": b"webp",
    "GIF": b"gif",
}


def decode_file(path: Path) -> Decoded:
    """Read and decode a file of the user's; never more than MOST_BYTES of it."""
    try:
        if not path.is_file():
            return Decoded(trouble=_NO_FILE.format(name=path.name))
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        detail = error.strerror or str(error)
        return Decoded(trouble=_UNREADABLE.format(name=path.name, detail=detail))
    if len(data) > MOST_BYTES:
        return Decoded(trouble=_TOO_LARGE.format(most=amount(MOST_BYTES)))
    return decode(data)


def decode(data: bytes) -> Decoded:
    """An image no larger than needed, and what is known of the whole one."""
    name = picture_format(data)
    codec = _CODECS.get(name)
    if codec is None:
        return Decoded(trouble=_not_shown(data, name))
    _quiet_codecs()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(codec))
    # The codec is chosen from the bytes above: no other one is let near them.
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return Decoded(trouble=_BROKEN.format(format=name))
    facts = PictureFacts(size.width(), size.height(), len(data), name)
    if size.width() * size.height() > MOST_PIXELS:
        words = _TOO_MANY_PIXELS.format(width=size.width(), height=size.height())
        return Decoded(facts=facts, trouble=words)
    reader.setScaledSize(_needed(size))
    image = reader.read()
    if image.isNull():
        return Decoded(facts=facts, trouble=_BROKEN.format(format=name))
    return Decoded(
        image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied), facts
    )


def _needed(size: QSize) -> QSize:
    """`size` made smaller as far as nobody sees it."""
    shorter = min(size.width(), size.height())
    if shorter <= _SHOWN:
        return size
    scale = _SHOWN / shorter
    return QSize(round(size.width() * scale), round(size.height() * scale))


def _not_shown(data: bytes, name: str) -> Sentence:
    if not data:
        return _EMPTY
    if is_page(data):
        return _PAGE
    return _OTHER.format(format=name) if name else _NO_PICTURE


@cache
def _quiet_codecs() -> None:
    """Broken pictures are told in the window; codecs would tell the terminal."""
    QLoggingCategory.setFilterRules(
        "qt.gui.imageio*=false\nqt.imageformats*=false\nqt.gui.image*=false"
    )


_NO_FILE = QT_TRANSLATE_NOOP("preview", "{name} is no file any more.")
_UNREADABLE = QT_TRANSLATE_NOOP("preview", "{name} cannot be read ({detail}).")
_TOO_LARGE = QT_TRANSLATE_NOOP("preview", "This file is larger than {most}.")
_EMPTY = QT_TRANSLATE_NOOP("preview", "There is nothing in it: 0 bytes.")
_PAGE = QT_TRANSLATE_NOOP("preview", "This is a web page, not a picture.")
_NO_PICTURE = QT_TRANSLATE_NOOP(
    "preview", "This is no picture that a phone would know. Use PNG or JPEG."
)
_OTHER = QT_TRANSLATE_NOOP(
    "preview", "Would not be shown: {format} is not taken. Use PNG or JPEG."
)
_BROKEN = QT_TRANSLATE_NOOP(
    "preview", "This {format} is broken: it cannot be decoded. Save it anew."
)
_TOO_MANY_PIXELS = QT_TRANSLATE_NOOP(
    "preview", "{width}×{height} pixels are too many to be decoded here."
)
