import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE, PhoneLook
from hmpush_gui.ui.surface_items import Backdrop
from hmpush_gui.ui.wallpaper import paint_backdrop


def painted(backdrop: Backdrop, look: PhoneLook, scale: float = 1) -> QImage:
    side = round(200 * scale)
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_backdrop(painter, QRectF(0, 0, 200, 200), 30, backdrop, look)
    painter.end()
    return image


@pytest.mark.parametrize("look", [LIGHT_PHONE, DARK_PHONE])
@pytest.mark.parametrize("scale", [0.7, 1, 2])
@pytest.mark.parametrize("backdrop", Backdrop)
def test_it_fills_the_screen_but_for_its_corners(
    qapp: object, backdrop: Backdrop, look: PhoneLook, scale: float
) -> None:
    image = painted(backdrop, look, scale)
    last = image.width() - 1
    for x, y in ((0, 0), (last, 0), (0, last), (last, last)):
        assert image.pixelColor(x, y).name() == "#ff00ff"
    for x in (2, last // 2, last - 2):
        assert image.pixelColor(x, last // 2).name() != "#ff00ff"


def test_the_sky_runs_down_the_wall(qapp: object) -> None:
    image = painted(Backdrop.WALL, LIGHT_PHONE)
    top, bottom = image.pixelColor(100, 4), image.pixelColor(100, 195)
    assert top.blue() > top.red()
    assert bottom.red() > bottom.blue()
