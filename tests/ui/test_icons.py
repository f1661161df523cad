import re
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from hmpush_gui import assets
from hmpush_gui.ui import icons

NAMES = sorted(path.stem for path in Path(assets.path("icons/off")).glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_can_be_drawn(qapp: object, name: str) -> None:
    assert opacity(name, QIcon.Mode.Normal) > 150


@pytest.mark.parametrize("name", NAMES)
def test_what_cannot_be_pressed_is_faint_on_light_and_dark(
    qapp: object, name: str
) -> None:
    assert 0 < opacity(name, QIcon.Mode.Disabled) < 128


def opacity(name: str, mode: QIcon.Mode) -> int:
    image = icons.icon(name).pixmap(QSize(40, 40), 1.0, mode).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    drawn = [image.pixelColor(*each).alpha() for each in places]
    # Two strokes that cross are less faint, and edges are fainter.
    return int(median(each for each in drawn if each > 40))


def test_every_icon_that_is_asked_for_is_there() -> None:
    folder = Path(icons.__file__).parent
    text = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    asked = set(re.findall(r'\b(?:icon|_style_path)\("(\w+)"\)', text))
    assert asked
    assert asked - {"tick"} <= set(NAMES)
