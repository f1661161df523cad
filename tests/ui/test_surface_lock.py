import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui.preview_scene import PHONE, Canvas, Surface, Variant
from hmpush_gui.ui.surface_items import IconItem, NoticeItem, SheetItem, StatusItem
from hmpush_gui.ui.surface_lock import lay_out_lock

from .scenes import FOLD, FOLD_OPEN, LONG, SILENT, first_card, items_of, scene


@pytest.mark.parametrize("canvas", [PHONE, FOLD, FOLD_OPEN])
def test_the_card_stands_where_facts_g5_puts_it(
    qapp: QApplication, canvas: Canvas
) -> None:
    layout = lay_out_lock(
        scene(Surface.LOCK, canvas=canvas, content=LONG), qapp.font(), canvas.height
    )
    assert layout.area == QRectF(0, 0, canvas.width, canvas.height)
    card = first_card(layout)
    assert card.area == QRectF(16, canvas.height - 190, canvas.width - 32, 64)
    assert card.card.icon == QRectF(12, 16, 32, 32)
    assert len(card.card.body) == 1


@pytest.mark.parametrize(("height", "tall"), [(0, 330), (500, 500), (9000, 823)])
def test_with_less_height_the_card_keeps_its_place_from_below(
    qapp: QApplication, height: float, tall: float
) -> None:
    layout = lay_out_lock(scene(Surface.LOCK), qapp.font(), height)
    assert layout.area.height() == tall
    assert first_card(layout).area.top() == tall - 190
    clock = layout.texts()[0]
    assert clock.area.bottom() < tall - 190


def test_a_silent_message_is_not_on_the_lock_screen(qapp: QApplication) -> None:
    layout = lay_out_lock(scene(Surface.LOCK, arrival=SILENT), qapp.font(), 823)
    assert not layout.cards()
    [notice] = items_of(layout, NoticeItem)
    assert notice.text == "Nothing on the lock screen"


def test_unopened_there_are_an_icon_and_a_count(qapp: QApplication) -> None:
    layout = lay_out_lock(scene(Surface.LOCK, variant=Variant.COUNT), qapp.font(), 823)
    assert not layout.cards()
    [pill] = items_of(layout, SheetItem)
    [icon] = items_of(layout, IconItem)
    assert pill.area.center().x() == pytest.approx(187)
    assert pill.area.contains(icon.area)
    assert layout.texts()[-1].text == "1"


def test_hidden_texts_give_the_name_of_the_app_alone(qapp: QApplication) -> None:
    layout = lay_out_lock(scene(Surface.LOCK, variant=Variant.HIDDEN), qapp.font(), 823)
    card = first_card(layout).card
    assert card.title_text == "Shop 商城"
    assert [text for _, text in card.body] == ["1 notification"]


def test_the_large_clock_stands_alone(qapp: QApplication) -> None:
    layout = lay_out_lock(scene(Surface.LOCK), qapp.font(), 823)
    [bar] = items_of(layout, StatusItem)
    assert bar.time == ""
    assert bar.with_app
    assert layout.texts()[0].text == "08:08"
