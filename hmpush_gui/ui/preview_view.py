"""Shows one surface, scaled to the width at hand."""

import math

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from .phone_look import LIGHT_PHONE, PhoneLook
from .preview_names import cut_words, surface_title
from .preview_scene import Canvas, Scene
from .surface_items import NoticeItem
from .surface_layout import lay_out_surface
from .surface_painter import paint_surface

_MOST = 1.3
"""No larger than this, so that a card still looks like one on a wide screen."""

_LEAST = 220


class PreviewView(QWidget):
    """A screen of the phone, or as much of its height as there is room for."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.view")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.scene = scene
        self.look = LIGHT_PHONE
        self.layout_in_force = lay_out_surface(scene, self.font(), 0)

    def show_scene(self, scene: Scene, look: PhoneLook) -> None:
        """Draw this from now on."""
        before = self._measures()
        self.scene, self.look = scene, look
        self._lay_out()
        self.setAccessibleName(self._said())
        if before != self._measures():
            self._limit_height()
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The least height that shows everything there is to see."""
        return math.ceil(self.layout_in_force.least * self._scale(width))

    def sizeHint(self) -> QSize:
        width = round(self.scene.canvas.width)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit_height()
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = self._scale(self.width())
        painter.translate(self._left(scale), 0)
        painter.scale(scale, scale)
        paint_surface(
            painter, self.layout_in_force, self.look, self.scene.app, self.font()
        )
        if self.hasFocus():
            self._paint_focus(painter)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_cut(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def cut_at(self, at: QPoint) -> str:
        """What is cut of the text at a point of this widget."""
        scale = self._scale(self.width())
        x = (at.x() - self._left(scale)) / scale
        return self.layout_in_force.cut_at(x, at.y() / scale)

    def _show_cut(self, at: QPoint, on_screen: QPoint) -> None:
        rest = self.cut_at(at)
        if not rest:
            QToolTip.hideText()
            return
        # Late: its tables cost the start some milliseconds.
        from html import escape

        words = self.tr("Not shown: {rest}").format(rest=rest)
        # A tool tip takes what looks like HTML for HTML; this text is not ours.
        QToolTip.showText(on_screen, f"<div>{escape(words)}</div>", self)

    def _paint_focus(self, painter: QPainter) -> None:
        pen = painter.pen()
        pen.setColor(self.palette().highlight().color())
        pen.setWidthF(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, radius = self.layout_in_force.area, self.layout_in_force.radius
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)

    def _measures(self) -> tuple[float, Canvas]:
        """What the size of this widget hangs on."""
        return self.layout_in_force.least, self.scene.canvas

    def _lay_out(self) -> None:
        scale = self._scale(self.width())
        height = self.height() / scale
        self.layout_in_force = lay_out_surface(self.scene, self.font(), height)

    def _limit_height(self) -> None:
        """A screen is no longer than it is."""
        scale = self._scale(self.width())
        self.setMaximumHeight(round(self.scene.canvas.height * scale))

    def _left(self, scale: float) -> float:
        return (self.width() - self.scene.canvas.width * scale) / 2

    def _scale(self, width: int) -> float:
        return min(_MOST, width / self.scene.canvas.width)

    def _said(self) -> str:
        """For those who hear: what is shown, and what is cut."""
        content = self.scene.content
        body = " / ".join(content.lines) or content.body
        place = surface_title(self.scene.surface)
        said = [
            self.tr("Preview, {place}: {text}").format(
                place=place, text=f"{content.title}. {body}"
            )
        ]
        items = self.layout_in_force.items
        said += [item.text for item in items if isinstance(item, NoticeItem)]
        return "\n".join([*said, *cut_words(self.layout_in_force.cuts())])
