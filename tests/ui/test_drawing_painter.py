import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from hmpush_gui.ui.drawing import (
    Box,
    Colour,
    Drawing,
    Ink,
    Label,
    Picture,
    Ring,
    Shape,
    Stroke,
)
from hmpush_gui.ui.drawing_painter import colour_of, paint_drawing
from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE, PhoneLook

from .schematic_samples import font

LOOKS = {"light": LIGHT_PHONE, "dark": DARK_PHONE}
AREA = QRectF(10, 10, 40, 40)


def painted(shape: Shape, look: PhoneLook, picture: QImage | None = None) -> QImage:
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_drawing(painter, Drawing(QSizeF(60, 60), (shape,)), look, font(), picture)
    assert painter.transform().isIdentity()
    painter.end()
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 20
    }


SHAPES: list[Shape] = [
    Box(AREA, Ink.ACCENT, 8),
    Box(AREA, None, 8, Ink.FAINT, dashed=True),
    Stroke(AREA, "#FF0000FF", 3),
    Stroke(AREA, Ink.BODY, 2, dashed=True, arrow=True),
    Ring(AREA, 0.5, Ink.ACCENT, Ink.TRACK),
    Ring(AREA, None, Ink.ACCENT, Ink.TRACK),
    Label(AREA, "██", 16, Ink.TITLE),
    Label(AREA, "██ ██ ██", 12, Ink.TITLE, wraps=True),
    Picture(AREA, "a.png"),
]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: type(shape).__name__)
def test_every_shape_is_painted_inside_its_area(
    qapp: object, shape: Shape, look: PhoneLook
) -> None:
    found = inked(painted(shape, look))
    assert found
    assert all(9 <= x <= 50 and 9 <= y <= 50 for x, y in found)


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        (Ink.TITLE, LIGHT_PHONE.title),
        (Ink.ACCENT, LIGHT_PHONE.icon),
        (Ink.ON_ACCENT, "#ffffff"),
        ("#80112233", "#112233"),
    ],
)
def test_inks_are_of_the_look_and_other_colours_of_the_message(
    colour: Colour, name: str
) -> None:
    assert colour_of(colour, LIGHT_PHONE).name() == QColor(name).name()


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("ink", Ink)
def test_every_ink_has_a_colour_in_every_look(ink: Ink, look: PhoneLook) -> None:
    assert colour_of(ink, look).isValid()


def test_a_solid_card_hides_what_is_behind_it() -> None:
    for look in LOOKS.values():
        assert colour_of(Ink.SOLID, look).alpha() == 255


def halves() -> QImage:
    """A wide picture: red at the sides, green in the middle."""
    image = QImage(90, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    painter = QPainter(image)
    painter.fillRect(30, 0, 30, 30, QColor("#00ff00"))
    painter.end()
    return image


def test_the_loaded_picture_is_cropped_to_its_place(qapp: object) -> None:
    place = Picture(AREA, "https://x/y.png", 4, loaded=True)
    image = painted(place, LIGHT_PHONE, halves())
    for x, y in ((14, 30), (30, 14), (46, 30), (30, 46)):
        assert image.pixelColor(x, y).name() == "#00ff00"
    assert image.pixelColor(5, 30).alpha() == 0


def test_pictures_of_the_app_never_show_the_one_of_the_message(qapp: object) -> None:
    image = painted(Picture(AREA, "a.png"), LIGHT_PHONE, halves())
    assert image == painted(Picture(AREA, "a.png"), LIGHT_PHONE)
