"""What the phone of the preview is like: its app, its time, light or dark."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from .app_face import ICON_COLOURS, AppFace
from .preview_choices import Mode
from .preview_controls import small_combo
from .preview_names import mode_title

_SWATCH = 16
_WIDEST = 640


class PhoneSettings(QWidget):
    """A few settings that no message can change: the system takes them from the app.

    Signals:
        face_changed: the AppFace as it is written now.
        time_changed: the time to show, empty for the time of day.
        mode_changed: light or dark.
    """

    face_changed = Signal(AppFace)
    time_changed = Signal(str)
    mode_changed = Signal(Mode)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.phone")
        self.name = self._edit("name", self.tr("Name of the app"), 30)
        self.letter = self._edit("letter", self.tr("Letter on the icon"), 8)
        self.colour = self._colours()
        self.time = self._edit("time", self.tr("Time on the phone"), 12)
        self.mode = small_combo(
            self, "preview.phone.mode", self.tr("Light or dark phone")
        )
        for mode in Mode:
            self.mode.addItem(mode_title(mode), mode)
        self._connect()
        self._lay_out()

    @property
    def face(self) -> AppFace:
        return AppFace(
            self.name.text(), self.letter.text(), str(self.colour.currentData())
        )

    def show_face(self, face: AppFace, known_as: str) -> None:
        """Show this, and say nothing. Without a name the app is `known_as` this."""
        for edit, text in ((self.name, face.name), (self.letter, face.letter)):
            if edit.text() != text:
                edit.setText(text)
        self.name.setPlaceholderText(known_as or self.tr("App"))
        self.colour.setCurrentIndex(max(0, self.colour.findData(face.colour)))
        self._show_sign()

    def show_mode(self, mode: Mode) -> None:
        self.mode.setCurrentIndex(list(Mode).index(mode))

    def show_now(self, time: str) -> None:
        """The time that is shown if none is written."""
        self.time.setPlaceholderText(time)

    def _edit(self, name: str, title: str, most: int) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(f"preview.phone.{name}")
        edit.setAccessibleName(title)
        edit.setToolTip(title)
        edit.setMaxLength(most)
        return edit

    def _colours(self) -> QComboBox:
        combo = small_combo(self, "preview.phone.colour", self.tr("Colour of the icon"))
        combo.setIconSize(QSize(_SWATCH, _SWATCH))
        names = (
            self.tr("Blue"),
            self.tr("Teal"),
            self.tr("Green"),
            self.tr("Orange"),
            self.tr("Red"),
            self.tr("Pink"),
            self.tr("Violet"),
            self.tr("Slate"),
        )
        for value, name in zip(ICON_COLOURS, names, strict=True):
            combo.addItem(_swatch(value), name, value)
        return combo

    def _connect(self) -> None:
        self.name.textEdited.connect(self._on_face_edited)
        self.letter.textEdited.connect(self._on_face_edited)
        self.colour.activated.connect(self._on_face_edited)
        self.time.textEdited.connect(self.time_changed)
        self.mode.activated.connect(lambda row: self.mode_changed.emit(list(Mode)[row]))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self.name, 0, 0, 1, 3)
        grid.addWidget(self.letter, 0, 3)
        grid.addWidget(self.colour, 1, 0)
        grid.addWidget(self.mode, 1, 1, 1, 2)
        grid.addWidget(self.time, 1, 3)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.setMaximumWidth(_WIDEST)
        for edit in (self.letter, self.time):
            edit.setMinimumWidth(44)
            edit.setMaximumWidth(76)

    def _on_face_edited(self) -> None:
        self._show_sign()
        self.face_changed.emit(self.face)

    def _show_sign(self) -> None:
        name = self.name.text() or self.name.placeholderText()
        self.letter.setPlaceholderText(AppFace(name).sign)


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(0, 0, _SWATCH, _SWATCH, 4, 4)
    painter.end()
    return QIcon(pixmap)
