import re
from pathlib import Path

import pytest

from hmpush_gui import assets
from hmpush_gui.ui import icons

NAMES = sorted(path.stem for path in Path(assets.path("icons")).glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_can_be_drawn(qapp: object, name: str) -> None:
    assert not icons.icon(name).pixmap(16, 16).isNull()


def test_every_icon_that_is_asked_for_is_there() -> None:
    folder = Path(icons.__file__).parent
    text = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    asked = set(re.findall(r'\b(?:icon|_style_path)\("(\w+)"\)', text))
    assert asked
    assert asked <= set(NAMES)
