import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF

from hmpush_gui.ui.picture_crop import crop


@pytest.mark.parametrize(
    ("picture", "place", "part"),
    [
        (QSize(100, 100), QSizeF(48, 48), QRectF(0, 0, 100, 100)),
        (QSize(200, 100), QSizeF(48, 48), QRectF(50, 0, 100, 100)),
        (QSize(100, 300), QSizeF(48, 48), QRectF(0, 100, 100, 100)),
        (QSize(100, 100), QSizeF(80, 40), QRectF(0, 25, 100, 50)),
        (QSize(1, 1000), QSizeF(48, 48), QRectF(0, 499.5, 1, 1)),
    ],
)
def test_the_middle_of_a_picture_is_shown(
    picture: QSize, place: QSizeF, part: QRectF
) -> None:
    assert crop(picture, place) == part
