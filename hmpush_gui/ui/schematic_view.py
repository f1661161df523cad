"""Shows the schematic of a message on a piece of wallpaper, scaled to its room."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.message import Message

from .app_face import AppFace
from .card_layout import WIDTH
from .drawing import Drawing, told
from .drawing_painter import paint_drawing
from .phone_look import LIGHT_PHONE, PhoneLook
from .schematics import schematic_for
from .surface_items import Backdrop
from .wallpaper import paint_backdrop

MARGIN = 16.0
_APP = AppFace()
_MOST = 1.15
_LEAST = 220


class SchematicView(QWidget):
    """A view of one message; hovering shows what is cut, and names of pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.schematic")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.look = LIGHT_PHONE
        self.app = _APP
        self.picture: QImage | None = None
        self.drawing = Drawing(QRectF(0, 0, WIDTH, 0).size(), ())

    def show_message(
        self,
        message: Message,
        look: PhoneLook,
        app: AppFace = _APP,
        picture: QImage | None = None,
    ) -> bool:
        """Draw `message`; False, and nothing, if its kind has no schematic."""
        schematic = schematic_for(kind_of(message))
        if schematic is None:
            return False
        before = self.drawing.size
        self.look, self.app, self.picture = look, app, picture
        self.drawing = schematic.drawing(message, self.font())
        self.setAccessibleName(self.tr("Preview as a schematic"))
        self.setAccessibleDescription("\n".join(schematic.words(message)))
        if before != self.drawing.size:
            self.updateGeometry()
        self.update()
        return True

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self.drawing.size.height() + 2 * MARGIN
        return round(height * _most(width))

    def sizeHint(self) -> QSize:
        width = round(WIDTH + 2 * MARGIN)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = self._scale()
        painter.translate(self._left(scale), 0)
        painter.scale(scale, scale)
        paint_framed(
            painter, self.drawing, self.look, self.font(), self.app, self.picture
        )
        if self.hasFocus():
            self._paint_focus(painter)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.told_at(event.pos())
            # A tool tip takes what looks like HTML for HTML; this text is not ours.
            text = f"<div>{escape(words)}</div>" if words else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def told_at(self, at: QPoint) -> str:
        """The whole of a cut text, or the name of a picture, at a point of this."""
        scale = self._scale()
        x = (at.x() - self._left(scale)) / scale - MARGIN
        shape = self.drawing.shape_at(QPointF(x, at.y() / scale - MARGIN))
        return told(shape) if shape else ""

    def _scale(self) -> float:
        """Smaller than the width allows where it would be cut off below."""
        high = self.height() / (self.drawing.size.height() + 2 * MARGIN)
        return min(_most(self.width()), high)

    def _left(self, scale: float) -> float:
        return (self.width() - (WIDTH + 2 * MARGIN) * scale) / 2

    def _paint_focus(self, painter: QPainter) -> None:
        pen = painter.pen()
        pen.setColor(self.palette().highlight().color())
        pen.setWidthF(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(frame_of(self.drawing).adjusted(1, 1, -1, -1), 18, 18)


def paint_framed(
    painter: QPainter, drawing: Drawing, look: PhoneLook, font: QFont, app: AppFace,
    picture: QImage | None,
) -> None:  # fmt: skip
    """`drawing` on wallpaper, from (0, 0)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_backdrop(painter, frame_of(drawing), 18, Backdrop.WALL, look)
    painter.translate(MARGIN, MARGIN)
    paint_drawing(painter, drawing, look, font, picture, app)
    painter.restore()


def frame_of(drawing: Drawing) -> QRectF:
    """The piece of wallpaper that `drawing` stands on."""
    size = drawing.size
    return QRectF(0, 0, WIDTH + 2 * MARGIN, size.height() + 2 * MARGIN)


def _most(width: int) -> float:
    return min(_MOST, width / (WIDTH + 2 * MARGIN))
