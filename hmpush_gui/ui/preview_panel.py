"""What a person would see of the message being written."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hmpush_gui.pushkit.message import Message

from .app_face import AppFace
from .phone_settings import PhoneSettings
from .picture_bar import PictureBar
from .picture_source import PictureSource
from .preview_choices import Choices, Mode
from .preview_controls import PreviewControls
from .preview_explained import explained, explained_quiet
from .preview_lines import PreviewLines
from .preview_names import approximate
from .preview_page import PreviewPage
from .preview_pictures import PreviewPictures
from .preview_shots import draw_all, draw_one
from .preview_state import PreviewState
from .preview_view import PreviewView
from .route_line import RouteLine
from .theme import Tone

if TYPE_CHECKING:
    from .schematic_view import SchematicView

LOAD = "preview.load_pictures"
"""The setting whether pictures are loaded from their servers."""


class PreviewPanel(QWidget):
    """Every place in which the notification is seen, and in words how it arrives;
    or what a message without one does.

    Signals:
        told: what became of a picture, and how that sounds.
        settings_changed: a choice that should be remembered.
        faces_changed: how apps look.
    """

    told = Signal(str, Tone)
    settings_changed = Signal()
    faces_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.state = PreviewState()
        self.route = RouteLine(self)
        self.controls = PreviewControls(self.state.choices, self)
        self.phone = PhoneSettings(self)
        self.phone.hide()
        self.view = PreviewView(self.state.scene(), self)
        self.schematic: SchematicView | None = None
        self.lines = PreviewLines(self)
        self.source = PictureSource(self)
        self.picture_bar = PictureBar(self.source, self)
        self.note = QLabel(approximate(), self)
        self.note.setObjectName("preview.note")
        self.note.setProperty("quiet", True)
        self.note.setWordWrap(True)
        self.pictures = PreviewPictures(
            self,
            lambda scale: draw_one(self.state, self.font(), scale),
            lambda scale: draw_all(self.state, self.font(), scale),
            self.state.file_name,
            self.state.sheet_name,
        )
        self.pictures.menu.addSeparator()
        self.pictures.menu.addAction(self.picture_bar.try_one)
        self.more = self._button("more", self.tr("Phone"))
        self.more.setToolTip(self.tr("The app’s name and icon, time, light or dark"))
        self.more.setCheckable(True)
        self.picture = self._button("picture", self.tr("Picture ▾"))
        self.picture.setToolTip(self.tr("Copy or save the preview as a picture"))
        self.picture.setProperty("menu", True)
        self.picture.setMenu(self.pictures.menu)
        self.picture.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        self._connect()

    # Told by the window.

    def show_message(self, message: Message) -> None:
        self.state.message = message
        self.source.show_message(message)
        self._on_picture_changed()

    def show_project(self, key: str, name: str) -> None:
        """The app's face is of a project; its name, until another is written."""
        if (key, name) != self.state.project:
            self.state.project = (key, name)
            self._show_choices()
            self._refresh()

    def settings(self) -> Mapping[str, str]:
        return {**self.state.settings(), LOAD: "on" if self.source.on else "off"}

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        self.state.apply_settings(settings)
        self.source.set_on(settings.get(LOAD) != "off")
        self._show_choices()
        self._refresh()
        self.faces_changed.emit()

    # Inside.

    def _refresh(self) -> None:
        state, kind = self.state, self.state.kind
        self.route.show_message(state.message)
        shows = kind.shows_notification
        self._page.show_quiet(not shows)
        self.controls.setVisible(shows)
        self.phone.setVisible(self.more.isChecked())
        self.controls.enable_places(state.has_places)
        self._show_schematic()
        if not shows:
            self.lines.show_lines(explained_quiet(state.message, kind))
            return
        scene = state.scene()
        self.view.show_scene(scene, state.look)
        self.phone.show_now(scene.content.time)
        cuts = self.view.layout_in_force.cuts()
        self.lines.show_lines(explained(state.message, kind, state.choices, cuts))

    def _show_schematic(self) -> None:
        """Built when first needed: most messages are notifications."""
        state = self.state
        if state.has_schematic and self.schematic is None:
            from .schematic_view import SchematicView

            self.schematic = SchematicView(self)
            self._page.add_below(self.schematic)
        if self.schematic is not None:
            if state.has_schematic:
                self.schematic.show_message(
                    state.message, state.look, state.face, state.picture
                )
            self.schematic.setVisible(state.has_schematic)

    def _show_choices(self) -> None:
        self.controls.show_choices(self.state.choices)
        self.phone.show_mode(self.state.choices.mode)
        self.phone.show_face(self.state.written_face, self.state.project[1])

    def _on_choices_changed(self, choices: Choices) -> None:
        # Time and mode are chosen elsewhere.
        mine = self.state.choices
        self.state.choices = replace(choices, time=mine.time, mode=mine.mode)
        self._refresh()
        self.settings_changed.emit()

    def _on_mode_changed(self, mode: Mode) -> None:
        self.state.choices = replace(self.state.choices, mode=mode)
        self._refresh()
        self.settings_changed.emit()

    def _on_face_changed(self, face: AppFace) -> None:
        self.state.faces[self.state.project[0]] = face
        self._refresh()
        self.faces_changed.emit()
        self.settings_changed.emit()

    def _on_time_changed(self, time: str) -> None:
        self.state.choices = replace(self.state.choices, time=time)
        self._refresh()

    def _on_picture_changed(self) -> None:
        self.state.picture = self.source.picture
        self.state.hides_picture = self.source.hides
        self._refresh()

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"preview.{name}")
        button.setText(words)
        return button

    def _connect(self) -> None:
        self.controls.changed.connect(self._on_choices_changed)
        self.phone.face_changed.connect(self._on_face_changed)
        self.phone.time_changed.connect(self._on_time_changed)
        self.phone.mode_changed.connect(self._on_mode_changed)
        self.pictures.told.connect(self.told)
        self.source.changed.connect(self._on_picture_changed)
        self.picture_bar.load.toggled.connect(self.settings_changed)
        self.more.toggled.connect(self.phone.setVisible)

    def _lay_out(self) -> None:
        self._page = PreviewPage(self.view, self.lines, self)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.more)
        foot.addWidget(self.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 6)
        column.setSpacing(8)
        column.addWidget(self.route)
        column.addWidget(self.controls)
        column.addWidget(self.phone)
        column.addWidget(self._page, 1)
        column.addWidget(self.picture_bar)
        column.addLayout(foot)
