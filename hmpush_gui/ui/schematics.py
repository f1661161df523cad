"""What each kind of message that is no plain notification looks like on a phone.

A schematic is honest: it shows which value stands where, not the phone's own drawing.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from hmpush_gui.pushkit.call import call_words
from hmpush_gui.pushkit.live_view_words import live_view_words
from hmpush_gui.pushkit.wake import wake_words
from hmpush_gui.pushkit.widget import widget_words
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .call_layout import lay_out_call
from .card_layout import WIDTH
from .drawing import CENTRE, Drawing, Ink, one_line, stacked
from .drawing_painter import paint_drawing
from .live_view_layout import lay_out_live_view
from .wake_layout import lay_out_wakes
from .widget_layout import lay_out_widget
from .words import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont, QImage, QPainter

    from hmpush_gui.pushkit.kinds import Kind
    from hmpush_gui.pushkit.message import Message
    from hmpush_gui.pushkit.words import Sentence

    from .phone_look import PhoneLook
NOTE = QT_TRANSLATE_NOOP("preview", "Schematic: devices draw it in their own way")


@dataclass(frozen=True, slots=True)
class Schematic:
    """How one kind of message is drawn and put into words.

    `with_card`: it stands below the notification's card, not in its place.
    """

    draw: "Callable[[Message, QFont], Drawing]"
    tell: "Callable[[Message], list[Sentence]]"
    with_card: bool = False

    def drawing(self, message: "Message", font: "QFont") -> "Drawing":
        """Its shapes, and below them a line that says what it is."""
        area = QRectF(0, 0, WIDTH, 16)
        line = one_line(area, said(NOTE), font, 11, Ink.WALL, align=CENTRE)
        note = Drawing(QSizeF(WIDTH, 16), (line,))
        return stacked([self.draw(message, font), note], 10)

    def size(self, message: "Message", font: "QFont") -> QSizeF:
        """The room it takes, in virtual pixels of the phone."""
        return self.drawing(message, font).size

    def paint(
        self, painter: "QPainter", message: "Message", look: "PhoneLook",
        font: "QFont", picture: "QImage | None" = None,
    ) -> None:  # fmt: skip
        """Paint it from (0, 0); `picture` is the message's own, if it is loaded."""
        paint_drawing(painter, self.drawing(message, font), look, font, picture)

    def words(self, message: "Message") -> list[str]:
        """What the phone does, a sentence each."""
        return [said(sentence) for sentence in self.tell(message)]


_WAKES = Schematic(lay_out_wakes, wake_words)

_SCHEMATICS = {
    "v3-live-view": Schematic(lay_out_live_view, live_view_words),
    "v3-widget": Schematic(lay_out_widget, widget_words),
    "v3-call": Schematic(lay_out_call, call_words),
    "v3-speech": Schematic(lay_out_wakes, wake_words, with_card=True),
    "v3-background": _WAKES,
    "v1-data": _WAKES,
    "v2-data": _WAKES,
}


def schematic_for(kind: "Kind") -> Schematic | None:
    """The schematic of this kind; None for what is a plain notification."""
    return _SCHEMATICS.get(kind.key)
