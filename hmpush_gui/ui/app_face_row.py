"""Name, icon and time of the preview: the phone's own, not the message's."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from .app_face import ICON_COLOURS, AppFace

_SWATCH = 16


class AppFaceRow(QWidget):
    """A small row of settings.

    Signals:
        face_changed: the AppFace as it is written now.
        time_changed: the time to show, empty for the time of day.
    """

    face_changed = Signal(AppFace)
    time_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.app")
        self.name = self._edit("name", self.tr("Name of the app"), 30)
        self.letter = self._edit("letter", self.tr("Letter on the icon"), 8)
        self.time = self._edit("time", self.tr("Time"), 12)
        self.colour = QComboBox(self)
        self.colour.setObjectName("preview.app.colour")
        self.colour.setAccessibleName(self.tr("Colour of the icon"))
        self.colour.setToolTip(self.colour.accessibleName())
        self.colour.setIconSize(QSize(_SWATCH, _SWATCH))
        for value, title in zip(ICON_COLOURS, self._colour_names(), strict=True):
            self.colour.addItem(_swatch(value), title, value)
        self.letter.setFixedWidth(44)
        self.time.setFixedWidth(64)
        self.colour.setMinimumContentsLength(1)
        self._connect()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 3)
        row.addWidget(self.letter)
        row.addWidget(self.colour, 1)
        row.addWidget(self.time)

    @property
    def face(self) -> AppFace:
        return AppFace(
            self.name.text(), self.letter.text(), str(self.colour.currentData())
        )

    def show_face(self, face: AppFace, now: str) -> None:
        """Show these, and say nothing. `now` is the time that is shown if none is."""
        for edit, text in ((self.name, face.name), (self.letter, face.letter)):
            if edit.text() != text:
                edit.setText(text)
        self.letter.setPlaceholderText(face.sign)
        self.time.setPlaceholderText(now)
        self.colour.setCurrentIndex(max(0, self.colour.findData(face.colour)))

    def _edit(self, name: str, title: str, most: int) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(f"preview.app.{name}")
        edit.setAccessibleName(title)
        edit.setToolTip(title)
        edit.setMaxLength(most)
        return edit

    def _colour_names(self) -> tuple[str, ...]:
        return (
            self.tr("Blue"),
            self.tr("Teal"),
            self.tr("Green"),
            self.tr("Orange"),
            self.tr("Red"),
            self.tr("Pink"),
            self.tr("Violet"),
            self.tr("Slate"),
        )

    def _connect(self) -> None:
        self.name.textEdited.connect(self._on_face_edited)
        self.letter.textEdited.connect(self._on_face_edited)
        self.colour.activated.connect(self._on_face_edited)
        self.time.textEdited.connect(self.time_changed)

    def _on_face_edited(self) -> None:
        self.letter.setPlaceholderText(AppFace(self.name.text()).sign)
        self.face_changed.emit(self.face)


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
