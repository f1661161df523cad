import pytest

from hmpush_gui.ui.app_face import AppFace
from hmpush_gui.ui.preview_choices import (
    Choices,
    Mode,
    face_settings,
    read_choices,
    read_faces,
)
from hmpush_gui.ui.preview_scene import Surface, Variant

from .scenes import TABLET

CHOSEN = Choices(
    Surface.LOCK,
    {Surface.CENTRE: Variant.OPENED, Surface.LOCK: Variant.COUNT},
    TABLET,
    Mode.DARK,
    badge=7,
)


def test_choices_come_back_as_they_were() -> None:
    assert read_choices(CHOSEN.settings()) == CHOSEN
    assert read_choices(Choices().settings()) == Choices()


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {
            "preview.surface": "moon",
            "preview.canvas": "",
            "preview.mode": "x",
            "preview.badge": "-1",
            "preview.variants": "a b",
        },
        {"preview.badge": "٣"},
    ],
)
def test_what_is_not_understood_is_as_at_first(settings: dict[str, str]) -> None:
    assert read_choices(settings) == Choices()


def test_each_place_remembers_its_state() -> None:
    choices = Choices().with_variant(Variant.CLOSED)
    assert choices.variant() is Variant.CLOSED
    assert choices.variant(Surface.LOCK) is Variant.LIST


def test_faces_come_back_by_their_project() -> None:
    faces = {"shop": AppFace("Shop 商城", "商", "#d4353d"), "x.y": AppFace()}
    assert read_faces({**face_settings(faces), "geometry": "abc"}) == faces


@pytest.mark.parametrize("text", ["", "{", "{}", "[1, 2, 3]", '["a"]', "null"])
def test_a_face_that_is_not_understood_is_left_out(text: str) -> None:
    assert read_faces({"preview.app.shop": text}) == {}
