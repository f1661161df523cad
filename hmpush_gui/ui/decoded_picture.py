"""What became of the bytes of a picture."""

from typing import NamedTuple

from PySide6.QtGui import QImage

from hmpush_gui.pushkit.picture_rules import PictureFacts
from hmpush_gui.pushkit.words import Sentence


class Decoded(NamedTuple):
    """An image, what is known of the whole one, or a sentence why they are missing."""

    image: QImage | None = None
    facts: PictureFacts | None = None
    trouble: Sentence | None = None
