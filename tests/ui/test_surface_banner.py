import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui.preview_scene import PHONE, Canvas, Surface, Variant
from hmpush_gui.ui.surface_banner import lay_out_banner
from hmpush_gui.ui.surface_items import Backdrop, HandleItem, NoticeItem, StatusItem

from .scenes import FOLD, FOLD_OPEN, LONG, SILENT, first_card, items_of, scene


@pytest.mark.parametrize("canvas", [PHONE, FOLD, FOLD_OPEN])
def test_the_banner_stands_where_facts_g5_puts_it(
    qapp: QApplication, canvas: Canvas
) -> None:
    layout = lay_out_banner(
        scene(Surface.BANNER, canvas=canvas, variant=Variant.FULL, content=LONG),
        qapp.font(),
        canvas.height,
    )
    assert first_card(layout).area == QRectF(16, 50, canvas.width - 32, 64)
    [handle] = items_of(layout, HandleItem)
    assert handle.area == QRectF((canvas.width - 48) / 2, 54, 48, 4)
    assert layout.radius == 28


def test_over_an_app_there_is_room_for_three_lines(qapp: QApplication) -> None:
    layout = lay_out_banner(scene(Surface.BANNER, content=LONG), qapp.font(), 823)
    card = first_card(layout)
    assert len(card.card.body) == 3
    assert card.area.height() == 104
    assert card.raised
    assert layout.backdrop is Backdrop.PAGE
    assert items_of(layout, StatusItem)


def test_over_a_full_screen_there_is_one_line_and_no_status_bar(
    qapp: QApplication,
) -> None:
    layout = lay_out_banner(
        scene(Surface.BANNER, variant=Variant.FULL, content=LONG), qapp.font(), 823
    )
    assert len(first_card(layout).card.body) == 1
    assert layout.backdrop is Backdrop.FILM
    assert not items_of(layout, StatusItem)


@pytest.mark.parametrize("changes", [{"arrival": SILENT}, {"shows_card": False}])
def test_without_a_banner_its_place_is_marked(
    qapp: QApplication, changes: dict[str, object]
) -> None:
    layout = lay_out_banner(scene(Surface.BANNER, **changes), qapp.font(), 823)
    assert not layout.cards()
    [notice] = items_of(layout, NoticeItem)
    assert notice.area == QRectF(16, 50, 342, 64)
    assert notice.text == "No banner"


def test_the_whole_banner_is_seen_in_the_least_height(qapp: QApplication) -> None:
    layout = lay_out_banner(scene(Surface.BANNER, content=LONG), qapp.font(), 0)
    assert layout.area.height() == layout.least
    assert first_card(layout).area.bottom() < layout.least
