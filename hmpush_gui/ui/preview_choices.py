"""What the user chose to see in the preview, and how it is kept."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from .app_face import AppFace
from .preview_scene import CANVASES, PHONE, VARIANTS, Canvas, Surface, Variant

_T = TypeVar("_T", bound=StrEnum)


class Mode(StrEnum):
    """Light or dark of the phone, which needs not be the window's."""

    FOLLOW = "follow"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Choices:
    """Place, state of each place, device, mode; the time (empty: now) and the badge
    that the icon shows before the message.
    """

    surface: Surface = Surface.CENTRE
    variants: Mapping[Surface, Variant] = field(default_factory=dict)
    canvas: Canvas = PHONE
    mode: Mode = Mode.FOLLOW
    time: str = ""
    badge: int = 0

    def variant(self, surface: Surface | None = None) -> Variant:
        """The state chosen of a place, the one in view unless told."""
        surface = surface or self.surface
        return self.variants.get(surface, VARIANTS[surface][0])

    def with_variant(self, variant: Variant) -> "Choices":
        return replace(self, variants={**self.variants, self.surface: variant})

    def settings(self) -> dict[str, str]:
        """The choices as texts by name; the time is of the day, and not kept."""
        return {
            "preview.surface": str(self.surface),
            "preview.canvas": self.canvas.key,
            "preview.mode": str(self.mode),
            "preview.badge": str(self.badge),
            "preview.variants": " ".join(self.variants.values()),
        }


def read_choices(settings: Mapping[str, str]) -> Choices:
    """The choices that were kept; what is not understood is as at first."""
    canvases = {each.key: each for each in CANVASES}
    badge = settings.get("preview.badge", "")
    return Choices(
        surface=_one(Surface, settings.get("preview.surface"), Surface.CENTRE),
        variants=_variants(settings.get("preview.variants", "").split()),
        canvas=canvases.get(settings.get("preview.canvas", ""), PHONE),
        mode=_one(Mode, settings.get("preview.mode"), Mode.FOLLOW),
        badge=int(badge) if badge.isascii() and badge.isdecimal() else 0,
    )


def _one(kind: type[_T], text: str | None, otherwise: _T) -> _T:
    return kind(text) if text in set(kind) else otherwise


def _variants(words: Iterable[str]) -> dict[Surface, Variant]:
    return {
        surface: variant
        for surface, known in VARIANTS.items()
        for variant in known
        if variant in words
    }


def face_settings(faces: Mapping[str, AppFace]) -> dict[str, str]:
    """The faces of apps by the key of their project, as texts."""
    return {
        f"preview.app.{key}": json.dumps(
            [face.name, face.letter, face.colour], ensure_ascii=False
        )
        for key, face in faces.items()
    }


def read_faces(settings: Mapping[str, str]) -> dict[str, AppFace]:
    """The faces that were kept; what is not understood is left out."""
    found = {}
    for name, text in settings.items():
        key = name.removeprefix("preview.app.")
        if key != name and (face := _read_face(text)):
            found[key] = face
    return found


def _read_face(text: str) -> AppFace | None:
    try:
        parts = json.loads(text)
    except ValueError:
        return None
    texts = isinstance(parts, list) and all(isinstance(part, str) for part in parts)
    return AppFace(*parts) if texts and len(parts) == 3 else None
