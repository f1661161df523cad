"""Messages whose schematics the tests look at, and shapes found in them."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.ui.drawing import Drawing, Label, Picture


def font() -> QFont:
    return QApplication.font()


def labelled(drawing: Drawing, text: str) -> Label:
    """The one label that says `text`."""
    (found,) = [each for each in drawing.of(Label) if each.text == text]
    return found


def texts(drawing: Drawing) -> list[str]:
    return [each.text for each in drawing.of(Label)]


def named(drawing: Drawing, name: str) -> Picture:
    """The one place of the picture `name`."""
    (found,) = [each for each in drawing.of(Picture) if each.name == name]
    return found


def outside(drawing: Drawing) -> list[object]:
    """Shapes that stand outside the size of their drawing."""
    frame = QRectF(0, 0, drawing.size.width(), drawing.size.height())
    frame = frame.adjusted(-0.5, -0.5, 0.5, 0.5)
    return [each for each in drawing.shapes if not frame.contains(each.area)]


def size(width: float, height: float) -> QSizeF:
    return QSizeF(width, height)


def widget(**payload: object) -> Message:
    return Message(Api.V3, "1", {"payload": payload})


def call(extra: str) -> Message:
    document: Json = {"payload": {"extraData": extra}, "pushOptions": {"ttl": 60}}
    return Message(Api.V3, "10", document)
