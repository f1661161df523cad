import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui.preview_scene import CANVASES, Canvas, Surface
from hmpush_gui.ui.surface_home import lay_out_home
from hmpush_gui.ui.surface_items import BadgeItem, IconItem

from .scenes import items_of, scene


@pytest.mark.parametrize("text", ["1", "42", "99+"])
def test_the_badge_stands_at_the_upper_right_of_the_icon(
    qapp: QApplication, text: str
) -> None:
    layout = lay_out_home(scene(Surface.BADGE, badge=text), qapp.font(), 823)
    [icon] = items_of(layout, IconItem)
    [badge] = items_of(layout, BadgeItem)
    assert badge.text == text
    assert badge.area.intersects(icon.area)
    assert badge.area.contains(icon.area.topRight())
    assert badge.area.width() >= badge.area.height() == 22


def test_without_a_number_there_is_no_badge(qapp: QApplication) -> None:
    layout = lay_out_home(scene(Surface.BADGE, badge=""), qapp.font(), 823)
    assert not items_of(layout, BadgeItem)
    assert items_of(layout, IconItem)


@pytest.mark.parametrize("canvas", CANVASES[:-1])
@pytest.mark.parametrize("height", [0, 400, 2000])
def test_every_icon_stands_on_the_screen(
    qapp: QApplication, canvas: Canvas, height: float
) -> None:
    layout = lay_out_home(scene(Surface.BADGE, canvas=canvas), qapp.font(), height)
    for item in layout.items:
        assert layout.area.contains(item.area)
    assert layout.area.height() <= canvas.height


def test_the_name_stands_under_the_icon(qapp: QApplication) -> None:
    layout = lay_out_home(scene(Surface.BADGE), qapp.font(), 823)
    [icon] = items_of(layout, IconItem)
    [name] = [each for each in layout.texts() if each.text.startswith("Shop")]
    assert name.area.top() > icon.area.bottom()
    assert name.area.center().x() == pytest.approx(icon.area.center().x())
    assert icon.area.size() == QRectF(0, 0, 60, 60).size()
