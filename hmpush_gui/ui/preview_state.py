"""The message in the preview, and how it is looked at; no widgets."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QImage  # noqa: TC002

from hmpush_gui.pushkit.arrival import arrival_of
from hmpush_gui.pushkit.badge import badge_after, is_badge_only
from hmpush_gui.pushkit.kinds import Kind, kind_of
from hmpush_gui.pushkit.message import Api, Message

from .app_face import AppFace
from .card_layout import CardContent, as_seen
from .phone_look import DARK_PHONE, LIGHT_PHONE, PhoneLook
from .preview_choices import Choices, Mode, face_settings, read_choices, read_faces
from .preview_content import content_of
from .preview_explained import OTHER_SYSTEMS
from .preview_export import Shot
from .preview_names import surface_title, variant_title
from .preview_scene import Scene, Surface
from .theme import is_dark
from .veiling import painted


class PreviewState:
    """Builds the scenes to draw.

    `faces` are the apps' by the key of their project; `project` is the key and name of
    the one in force.
    """

    def __init__(self) -> None:
        self.message = Message(Api.V3, "0", {})
        self.picture: QImage | None = None
        self.hides_picture = False
        self.choices = Choices()
        self.faces: dict[str, AppFace] = {}
        self.project = ("", "")

    @property
    def kind(self) -> Kind:
        return kind_of(self.message)

    @property
    def has_places(self) -> bool:
        """Whether HarmonyOS draws it, in its places."""
        return self.kind.shape not in OTHER_SYSTEMS

    @property
    def has_schematic(self) -> bool:
        """Whether there is more to show than a notification, or something instead."""
        return not self.kind.shows_notification or self.kind.shape == "speech"

    @property
    def written_face(self) -> AppFace:
        return self.faces.get(self.project[0], AppFace())

    @property
    def face(self) -> AppFace:
        return self.face_of(*self.project)

    def face_of(self, key: str, name: str) -> AppFace:
        """As written; without a name the app is called like its project, `name`."""
        face = self.faces.get(key, AppFace())
        return replace(face, name=painted(face.name or name))

    @property
    def look(self) -> PhoneLook:
        mode = self.choices.mode
        dark = is_dark() if mode is Mode.FOLLOW else mode is Mode.DARK
        return DARK_PHONE if dark else LIGHT_PHONE

    def scene(self, surface: Surface | None = None) -> Scene:
        """What is to be drawn, of the chosen place unless told another."""
        choices = self.choices
        place = surface or choices.surface if self.has_places else Surface.CENTRE
        # The table of what is shown is HarmonyOS's own.
        by_table = choices.canvas.by_table and self.has_places
        return Scene(
            place,
            choices.variant(place),
            replace(choices.canvas, by_table=by_table),
            self._content(),
            arrival_of(self.message, wearable=choices.canvas.wearable),
            self.face,
            badge_after(self.message, choices.badge).text,
            _today(),
            shows_card=not is_badge_only(self.message),
        )

    def _content(self) -> CardContent:
        """What the card says; a picture that a phone leaves out takes no room."""
        content = content_of(self.message, self.choices.time, self.picture)
        if self.hides_picture:
            content = replace(content, has_image=False, picture=None)
        return as_seen(content)

    def shot(self) -> Shot:
        """The picture of what is in view, with its title."""
        scene = self.scene()
        return Shot(_title(scene), scene, self.look)

    def shots(self) -> list[Shot]:
        """The pictures of all places."""
        places = list(Surface) if self.has_places else [Surface.CENTRE]
        scenes = [self.scene(place) for place in places]
        return [Shot(_title(scene), scene, self.look) for scene in scenes]

    def file_name(self) -> str:
        """A name for the picture's file, without its ending."""
        tone = "dark" if self.look is DARK_PHONE else "light"
        if not self.kind.shows_notification:
            return f"preview-{self.kind.shape}-{tone}"
        return f"preview-{self.choices.surface}-{self.choices.canvas.key}-{tone}"

    def sheet_name(self) -> str:
        """A name for the file of all places, which shows both modes."""
        if not self.kind.shows_notification:
            return f"preview-{self.kind.shape}-all"
        return f"preview-{self.choices.canvas.key}-all"

    def settings(self) -> dict[str, str]:
        return {**self.choices.settings(), **face_settings(self.faces)}

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        self.choices = read_choices(settings)
        self.faces = read_faces(settings)


def _title(scene: Scene) -> str:
    return f"{surface_title(scene.surface)} · {variant_title(scene.variant)}"


def _today() -> str:
    date = QCoreApplication.translate("preview", "dddd, d MMMM")
    return QLocale().toString(QDate.currentDate(), date)
