import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.ui.drawing import Label, Picture
from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE
from hmpush_gui.ui.schematic_view import MARGIN, SchematicView
from tests.live_views import live_view

LONG = live_view(
    {
        "contentTitle": "<b>A very long title</b> for a card",
        "extend": {"type": 4, "image": "car.png"},
    }
)


@pytest.fixture
def view(qtbot: QtBot) -> SchematicView:
    view = SchematicView()
    qtbot.addWidget(view)
    return view


def test_a_kind_without_a_schematic_is_refused(view: SchematicView) -> None:
    assert view.show_message(LONG, LIGHT_PHONE)
    before = view.drawing
    assert not view.show_message(kind("v3-alert").message(), LIGHT_PHONE)
    assert view.drawing == before


@pytest.mark.parametrize("width", [220, 374, 900])
@pytest.mark.parametrize("look", [LIGHT_PHONE, DARK_PHONE], ids=["light", "dark"])
def test_it_keeps_its_shape_at_every_width(
    view: SchematicView, width: int, look: object
) -> None:
    view.show_message(LONG, look)  # type: ignore[arg-type]
    height = view.heightForWidth(width)
    scale = min(1.15, width / 374)
    assert height == round((view.drawing.size.height() + 2 * MARGIN) * scale)
    view.resize(width, height)
    image = view.grab().toImage()
    assert image.pixelColor(width // 2, height // 2).alpha() == 255
    assert view.hasHeightForWidth()


def test_what_is_cut_and_the_names_of_pictures_are_told(view: SchematicView) -> None:
    view.show_message(LONG, LIGHT_PHONE)
    view.resize(748, view.heightForWidth(748))
    scale, left = 1.15, (748 - 374 * 1.15) / 2
    cut = next(each for each in view.drawing.of(Label) if each.whole)
    picture = view.drawing.of(Picture)[-1]

    def told_in(area: Label | Picture) -> str:
        middle = area.area.center()
        x, y = middle.x() + MARGIN, middle.y() + MARGIN
        return view.told_at(QPoint(round(left + x * scale), round(y * scale)))

    assert told_in(cut) == "<b>A very long title</b> for a card"
    assert told_in(picture) == "car.png"
    assert view.told_at(QPoint(1, 1)) == ""


def test_it_is_read_out(view: SchematicView) -> None:
    view.show_message(LONG, LIGHT_PHONE)
    assert view.accessibleName() == "Preview as a schematic"
    assert "Creates the live view 501" in view.accessibleDescription()


def test_where_it_is_low_it_is_drawn_smaller_and_not_cut_off(
    view: SchematicView,
) -> None:
    view.show_message(LONG, LIGHT_PHONE)
    view.resize(374, view.heightForWidth(374) // 2)
    image = view.grab().toImage()
    # The wallpaper's round corners: at each end of a frame that is half as wide.
    assert image.pixelColor(374 // 4 + 1, image.height() - 2) == image.pixelColor(0, 0)
    assert image.pixelColor(187, image.height() - 2) != image.pixelColor(0, 0)
    at = view.drawing.of(Picture)[-1].area.center()
    x, y = at.x() + MARGIN, at.y() + MARGIN
    half = QPoint(round(374 / 4 + x / 2), round(y / 2))
    assert view.told_at(half) == "car.png"
