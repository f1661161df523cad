import pytest
from PySide6.QtWidgets import QApplication

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.ui.app_face import AppFace
from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE
from hmpush_gui.ui.schematic_export import schematic_picture

from .schematic_samples import font

BOTH_LOOKS = (LIGHT_PHONE, DARK_PHONE)
CALL = kind("v3-call").message()


@pytest.mark.parametrize("scale", [1, 2])
def test_a_schematic_can_be_given_away_as_a_picture(
    qapp: QApplication, scale: int
) -> None:
    image = schematic_picture(CALL, [LIGHT_PHONE], font(), scale, AppFace())
    assert image is not None
    assert image.width() == 374 * scale
    assert image.pixelColor(image.width() // 2, image.height() // 2).alpha() == 255


def test_both_looks_stand_side_by_side(qapp: QApplication) -> None:
    image = schematic_picture(CALL, BOTH_LOOKS, font(), 1, AppFace())
    assert image is not None
    assert image.width() == 374 * 2 + 24
    middle = image.height() // 2
    assert image.pixelColor(374 + 12, middle).alpha() == 0
    light, dark = image.pixelColor(60, middle), image.pixelColor(374 + 24 + 60, middle)
    assert light.lightness() > dark.lightness()


def test_a_notification_is_no_schematic(qapp: QApplication) -> None:
    message = kind("v3-alert").message()
    assert schematic_picture(message, BOTH_LOOKS, font(), 1, AppFace()) is None
