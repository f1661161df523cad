import pytest
from PySide6.QtGui import QColor

from hmpush_gui.ui.app_face import ICON_COLOURS, AppFace


@pytest.mark.parametrize(
    ("name", "letter", "sign"),
    [
        ("shop", "", "S"),
        ("商城", "", "商"),
        ("shop", "x", "x"),
        ("shop", "🇨🇳 flag", "🇨🇳"),
        ("", "", "A"),
        ("  ", " ", "A"),
    ],
)
def test_the_icon_has_one_sign(name: str, letter: str, sign: str) -> None:
    assert AppFace(name, letter).sign == sign


@pytest.mark.parametrize("colour", ICON_COLOURS)
def test_white_reads_on_every_colour_of_an_icon(colour: str) -> None:
    def light(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    ink = QColor(colour)
    parts = ((0.2126, ink.redF()), (0.7152, ink.greenF()), (0.0722, ink.blueF()))
    luminance = sum(weight * light(value) for weight, value in parts)
    assert 1.05 / (luminance + 0.05) >= 3
