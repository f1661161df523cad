"""What a person would see of the message being written."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.arrival import arrival_of
from hmpush_gui.pushkit.badge import badge_after, is_badge_only
from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.message import Api, Message

from .app_face import AppFace
from .app_face_row import AppFaceRow
from .card_painter import DARK_PHONE, LIGHT_PHONE, PhoneLook
from .preview_choices import (
    Choices,
    Mode,
    face_settings,
    read_choices,
    read_faces,
)
from .preview_content import content_of
from .preview_controls import PreviewControls
from .preview_explained import OTHER_SYSTEMS, explained, explained_quiet
from .preview_export import Shot, contact_sheet, picture
from .preview_lines import PreviewLines
from .preview_names import approximate, canvas_title, surface_title, variant_title
from .preview_pictures import PreviewPictures
from .preview_scene import Scene, Surface
from .preview_view import PreviewView
from .theme import Tone, is_dark

_WIDE = 720
"""Pixels of width from which the words stand beside the phone."""


class PreviewPanel(QWidget):
    """Every place in which the notification is seen, and in words how it arrives;
    or what a message without one does.

    Signals:
        told: what became of a picture, and how that sounds.
        settings_changed: a choice that should be remembered.
    """

    told = Signal(str, Tone)
    settings_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._message = Message(Api.V3, "0", {})
        self._picture: QImage | None = None
        self._faces: dict[str, AppFace] = {}
        self._project = ("", "")
        self.choices = Choices()
        self.controls = PreviewControls(self.choices, self)
        self.app = AppFaceRow(self)
        self.view = PreviewView(self._scene(), self)
        self.heading = QLabel(self)
        self.heading.setProperty("heading", True)
        self.heading.setWordWrap(True)
        self.lines = PreviewLines(self)
        self.note = QLabel(approximate(), self)
        self.note.setObjectName("preview.note")
        self.note.setProperty("quiet", True)
        self.pictures = PreviewPictures(self, self._draw, self._draw_all, self._name)
        self._lay_out()
        self._connect()

    # Told by the window.

    def show_message(self, message: Message) -> None:
        self._message = message
        self._refresh()

    def show_picture(self, picture: QImage | None) -> None:
        """Take the message's image; None while there is none to show."""
        self._picture = picture
        self._refresh()

    def show_project(self, key: str, name: str) -> None:
        """The app's face is of a project; its name, until another is written."""
        self._project = (key, name)
        self._show_face()
        self._refresh()

    def settings(self) -> Mapping[str, str]:
        return {**self.choices.settings(), **face_settings(self._faces)}

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        self.choices = read_choices(settings)
        self._faces = read_faces(settings)
        self.controls.show_choices(self.choices)
        self._show_face()
        self._refresh()

    # Inside.

    @property
    def face(self) -> AppFace:
        key, name = self._project
        face = self._faces.get(key, AppFace())
        return replace(face, name=face.name or name)

    @property
    def _look(self) -> PhoneLook:
        follows = self.choices.mode is Mode.FOLLOW
        dark = is_dark() if follows else self.choices.mode is Mode.DARK
        return DARK_PHONE if dark else LIGHT_PHONE

    def _scene(self, surface: Surface | None = None) -> Scene:
        message, choices = self._message, self.choices
        others = kind_of(message).shape in OTHER_SYSTEMS
        place = Surface.CENTRE if others else surface or choices.surface
        date = QLocale().toString(QDate.currentDate(), self.tr("dddd, d MMMM"))
        return Scene(
            place,
            choices.variant(place),
            choices.canvas,
            content_of(message, choices.time, self._picture),
            arrival_of(message, wearable=choices.canvas.wearable),
            self.face,
            badge_after(message, choices.badge).text,
            date,
            shows_card=not is_badge_only(message),
        )

    def _refresh(self) -> None:
        kind = kind_of(self._message)
        shows = kind.shows_notification
        for widget in (self.view, self.controls, self.note):
            widget.setVisible(shows)
        self.heading.setVisible(not shows)
        self.controls.enable_places(kind.shape not in OTHER_SYSTEMS)
        if shows:
            self.view.show_scene(self._scene(), self._look)
            cuts = self.view.layout_in_force.cuts()
            self.lines.show_lines(explained(self._message, kind, self.choices, cuts))
        else:
            self.heading.setText(self.tr("No notification. What happens instead:"))
            self.lines.show_lines(explained_quiet(self._message, kind))

    def _draw(self, scale: float) -> QImage:
        scene = self._scene()
        return picture(Shot(_title(scene), scene, self._look), self.font(), scale)

    def _draw_all(self, scale: float) -> QImage:
        scenes = [self._scene(surface) for surface in Surface]
        shots = [Shot(_title(scene), scene, self._look) for scene in scenes]
        return contact_sheet(shots, self.font(), scale)

    def _name(self) -> str:
        """A name for the file of a picture."""
        dark = "dark" if self._look is DARK_PHONE else "light"
        return f"preview-{self.choices.surface}-{self.choices.canvas.key}-{dark}"

    def _show_face(self) -> None:
        key, _ = self._project
        written = self._faces.get(key, AppFace())
        self.app.show_face(written, content_of(self._message).time)
        self.app.name.setPlaceholderText(self._project[1])

    def _on_choices_changed(self, choices: Choices) -> None:
        self.choices = replace(choices, time=self.choices.time)
        self._refresh()
        self.settings_changed.emit()

    def _on_face_changed(self, face: AppFace) -> None:
        self._faces[self._project[0]] = face
        self._refresh()
        self.settings_changed.emit()

    def _on_time_changed(self, time: str) -> None:
        self.choices = replace(self.choices, time=time)
        self._refresh()

    def _connect(self) -> None:
        self.controls.changed.connect(self._on_choices_changed)
        self.app.face_changed.connect(self._on_face_changed)
        self.app.time_changed.connect(self._on_time_changed)
        self.pictures.told.connect(self.told)
        self.more.toggled.connect(self.app.setVisible)
        self.app.hide()

    def _lay_out(self) -> None:
        self.more = QToolButton(self)
        self.more.setObjectName("preview.more")
        self.more.setText(self.tr("App and time"))
        self.more.setToolTip(self.tr("Name and icon of the app, and the time"))
        self.more.setCheckable(True)
        self.picture_button = QToolButton(self)
        self.picture_button.setObjectName("preview.picture")
        self.picture_button.setText(self.tr("Picture"))
        self.picture_button.setToolTip(self.tr("Copy or save the preview as a picture"))
        self.picture_button.setMenu(self.pictures.menu)
        self.picture_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.more)
        foot.addWidget(self.picture_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 6)
        column.setSpacing(8)
        column.addWidget(self.controls)
        column.addWidget(self.app)
        column.addWidget(self._scrolled(), 1)
        column.addLayout(foot)

    def _scrolled(self) -> QScrollArea:
        """Phone and words, which may be higher than the panel."""
        page = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, page)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(10)
        self._columns.addWidget(self.view, 1)
        words = QVBoxLayout()
        words.addWidget(self.heading)
        words.addWidget(self.lines)
        words.addStretch(1)
        self._columns.addLayout(words)
        area = QScrollArea(self)
        area.setObjectName("preview.scroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        way = (
            QBoxLayout.Direction.LeftToRight
            if wide
            else QBoxLayout.Direction.TopToBottom
        )
        self._columns.setDirection(way)


def _title(scene: Scene) -> str:
    return " · ".join(
        [
            surface_title(scene.surface),
            variant_title(scene.variant),
            canvas_title(scene.canvas),
        ]
    )
