"""What a phone makes of a picture: limits and formats (facts A.4, B.5, B.6, D, G.1)."""

from collections.abc import Iterator
from typing import NamedTuple

from .picture_place import PictureUse
from .reference import limits
from .words import QT_TRANSLATE_NOOP, Sentence

_FORMATS = {
    PictureUse.NOTIFICATION: ("PNG", "JPEG", "BMP", "WEBP"),
    PictureUse.LEGACY: ("PNG", "JPEG"),
    PictureUse.WIDGET: ("PNG", "JPEG", "WEBP"),
}
_PIXEL = 4
"""Bytes of a decoded pixel."""


# Named tuples: a dataclass each would cost the start more than a millisecond.
class PictureFacts(NamedTuple):
    """What is known of a picture: its pixels, the bytes of its file, its format."""

    width: int
    height: int
    file_bytes: int
    format: str


class PictureHint(NamedTuple):
    """A finding about a picture; `hides` if a phone would not show it at all."""

    sentence: Sentence
    hides: bool = False


def picture_hints(facts: PictureFacts, use: PictureUse) -> list[PictureHint]:
    """What a phone would do other than show the whole picture."""
    found = [*_size(facts, use), *_format(facts, use), *_shape(facts, use)]
    # What is not shown at all needs no remark on how it would be shown.
    return [hint for hint in found if hint.hides] or found


def _size(facts: PictureFacts, use: PictureUse) -> Iterator[PictureHint]:
    if use is PictureUse.NOTIFICATION:
        pixels, most = (
            facts.width * facts.height * _PIXEL,
            limits()["image_pixels_bytes"],
        )
        if pixels > most:
            side = int((most / _PIXEL) ** 0.5)
            words = _TOO_MANY_PIXELS.format(
                width=facts.width, height=facts.height, size=amount(pixels),
                most=amount(most), side=side,
            )  # fmt: skip
            yield PictureHint(words, hides=True)
        return
    most = limits()["image_file_bytes"]
    if facts.file_bytes > most:
        words = _FILE_TOO_LARGE.format(size=amount(facts.file_bytes), most=amount(most))
        yield PictureHint(words, hides=True)


def _format(facts: PictureFacts, use: PictureUse) -> Iterator[PictureHint]:
    if facts.format not in _FORMATS[use]:
        known = ", ".join(_FORMATS[use])
        yield PictureHint(
            _WRONG_FORMAT.format(format=facts.format, known=known), hides=True
        )
    elif facts.format == "WEBP" and use is PictureUse.NOTIFICATION:
        yield PictureHint(_NEW_FORMAT)


def _shape(facts: PictureFacts, use: PictureUse) -> Iterator[PictureHint]:
    if use is not PictureUse.WIDGET and facts.width != facts.height:
        yield PictureHint(_CROPPED.format(width=facts.width, height=facts.height))


def amount(size: int) -> str:
    """`size` bytes in B, KB or MB, with one decimal where it says more."""
    for unit, name in ((1024 * 1024, "MB"), (1024, "KB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{size} B"


_TOO_MANY_PIXELS = QT_TRANSLATE_NOOP(
    "preview",
    "Would not be shown: {width}×{height} is {size} of pixels, at most {most} (about "
    "{side}×{side}). 128×128 is advised.",
)
_FILE_TOO_LARGE = QT_TRANSLATE_NOOP(
    "preview", "Would not be shown: the file has {size}, at most {most}."
)
_WRONG_FORMAT = QT_TRANSLATE_NOOP(
    "preview", "Would not be shown: {format} is not taken here, only {known}."
)
_NEW_FORMAT = QT_TRANSLATE_NOOP(
    "preview", "WEBP is shown from HarmonyOS 6.1.0(23) on; older phones show nothing."
)
_CROPPED = QT_TRANSLATE_NOOP(
    "preview", "Not a square: of {width}×{height} the middle is shown."
)
