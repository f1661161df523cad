"""An editor for a colour: its text, and a swatch that opens a palette."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QIcon,
    QKeyEvent,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QColorDialog, QLineEdit, QWidget

from hmpush_gui.pushkit.fields import Field

from .text_editors import TextEditor

_SIDE = 16


class ColourEditor(TextEditor):
    """`#RRGGBB`, or `#AARRGGBB` where the schema's `x-colour` is `argb`.

    A click on the swatch, or Alt+Down, opens the palette.
    """

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._alpha = field.schema["x-colour"] == "argb"
        self._default = str(field.schema.get("default", ""))
        self.swatch = QAction(self)
        self.swatch.setToolTip(self.tr("Choose a colour (Alt+Down)"))
        self.swatch.triggered.connect(self.choose)
        self.addAction(self.swatch, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._paint)
        self._paint()

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        self._paint()

    def choose(self) -> None:
        """Open the palette; what is chosen there becomes the text."""
        dialog = QColorDialog(_colour(self.text() or self._default), self.window())
        dialog.setObjectName("colour.dialog")
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setOption(QColorDialog.ColorDialogOption.ShowAlphaChannel, self._alpha)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._take)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = event.key() == Qt.Key.Key_Down
        if down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.choose()
            return
        super().keyPressEvent(event)

    def _take(self, colour: QColor) -> None:
        form = QColor.NameFormat.HexArgb if self._alpha else QColor.NameFormat.HexRgb
        self.setText(colour.name(form).upper())

    def _paint(self) -> None:
        self.swatch.setIcon(
            _icon(
                _colour(self.text() or self._default),
                self.palette().color(QPalette.ColorRole.Mid),
                self.devicePixelRatioF(),
            )
        )


def _colour(text: str) -> QColor:
    """The colour of `text`; an invalid one where it is no colour."""
    digits = text.removeprefix("#")
    if not text.startswith("#") or len(digits) not in (6, 8):
        return QColor()
    return QColor.fromString(text)


def _icon(colour: QColor, edge: QColor, ratio: float) -> QIcon:
    pixmap = QPixmap(QSize(_SIDE, _SIDE) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge)
    square = QRectF(0.5, 0.5, _SIDE - 1, _SIDE - 1)
    if colour.isValid():
        painter.setBrush(colour)
        painter.drawRoundedRect(square, 4, 4)
    else:
        # No colour: an empty square, crossed out.
        painter.drawRoundedRect(square, 4, 4)
        painter.drawLine(square.bottomLeft(), square.topRight())
    painter.end()
    return QIcon(pixmap)
