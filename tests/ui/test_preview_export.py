import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui import theme
from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE
from hmpush_gui.ui.preview_export import SHEET_HEIGHT, Shot, contact_sheet, picture
from hmpush_gui.ui.preview_scene import PHONE, Canvas, Surface

from .scenes import FOLD, TABLET, WATCH, scene


def ink(image: QImage, area: QRectF) -> int:
    """How many pixels of `area` differ from its first."""
    ground = image.pixelColor(area.topLeft().toPoint())
    return sum(
        image.pixelColor(x, y) != ground
        for x in range(int(area.left()), int(area.right()))
        for y in range(int(area.top()), int(area.bottom()))
    )


@pytest.mark.parametrize("canvas", [PHONE, FOLD, TABLET, WATCH])
@pytest.mark.parametrize("scale", [1, 2])
def test_a_picture_is_the_screen_with_its_margins(
    qapp: QApplication, canvas: Canvas, scale: int
) -> None:
    shot = Shot("Title", scene(Surface.LOCK, canvas=canvas), LIGHT_PHONE)
    image = picture(shot, qapp.font(), scale)
    assert image.width() == scale * (canvas.width + 48)
    assert image.height() == scale * (canvas.height + 24 + 34 + 34)


@pytest.mark.parametrize("look", [LIGHT_PHONE, DARK_PHONE])
def test_a_picture_has_its_title_and_says_that_it_is_approximate(
    qapp: QApplication, look: object
) -> None:
    shot = Shot("Title", scene(Surface.LOCK), look)  # type: ignore[arg-type]
    image = picture(shot, qapp.font(), 1)
    wide, tall = image.width(), image.height()
    assert ink(image, QRectF(20, 20, 200, 30)) > 50
    assert ink(image, QRectF(0, tall - 32, wide, 30)) > 300
    untitled = picture(Shot("", shot.scene, shot.look), qapp.font(), 1)
    assert ink(untitled, QRectF(20, 20, 200, 30)) == 0


@pytest.mark.parametrize("scale", [1, 2])
def test_a_contact_sheet_has_every_place_in_light_and_dark(
    qapp: QApplication, scale: int
) -> None:
    shots = [Shot(str(each), scene(each), LIGHT_PHONE) for each in Surface]
    image = contact_sheet(shots, qapp.font(), scale)
    row = 24 + 34 + SHEET_HEIGHT + 34
    assert image.width() == scale * (4 * (374 + 24) + 24)
    assert image.height() == scale * 2 * row
    upper = image.pixelColor(2, 2)
    lower = image.pixelColor(2, int(scale * row) + 2)
    assert upper.name() == theme.LIGHT.window
    assert lower.name() == theme.DARK.window
