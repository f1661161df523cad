from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui.app_face import AppFace
from hmpush_gui.ui.phone_look import LIGHT_PHONE
from hmpush_gui.ui.status_painter import paint_status
from hmpush_gui.ui.surface_items import StatusItem


def painted(qapp: QApplication, *, with_app: bool) -> QImage:
    image = QImage(374, 36, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    item = StatusItem(QRectF(0, 0, 374, 36), "08:08", with_app)
    app = AppFace("Shop", "", "#ff0000")
    paint_status(painter, item, LIGHT_PHONE, app, qapp.font())
    painter.end()
    return image


def ink(image: QImage, left: int, right: int) -> int:
    """How many pixels between these are not white."""
    return sum(
        image.pixelColor(x, y).name() != "#ffffff"
        for x in range(left, right)
        for y in range(image.height())
    )


def test_the_time_stands_left_and_the_battery_right(qapp: QApplication) -> None:
    image = painted(qapp, with_app=False)
    assert ink(image, 24, 80) > 50
    assert ink(image, 120, 260) == 0
    assert ink(image, 270, 352) > 150


def test_the_small_icon_stands_beside_the_time(qapp: QApplication) -> None:
    without, icon = painted(qapp, with_app=False), painted(qapp, with_app=True)
    assert ink(icon, 24, 120) > ink(without, 24, 120) + 100
