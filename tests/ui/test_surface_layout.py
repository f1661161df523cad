import pytest
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui.preview_scene import (
    CANVASES,
    PHONE,
    VARIANTS,
    Canvas,
    Surface,
    Variant,
)
from hmpush_gui.ui.surface_items import CardItem, StatusItem
from hmpush_gui.ui.surface_layout import lay_out_surface

from .scenes import LONG, items_of, missing_glyphs, scene, written

EVERY = [(surface, each) for surface in Surface for each in VARIANTS[surface]]


def test_the_examples_of_facts_g5_are_the_first_canvases() -> None:
    sizes = [(each.width, each.height) for each in CANVASES[:3]]
    assert sizes == [(374, 823), (440, 744), (665, 940)]


@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize(("surface", "variant"), EVERY)
def test_everything_stands_on_the_screen_at_every_height(
    qapp: QApplication, surface: Surface, variant: Variant, canvas: Canvas
) -> None:
    made = scene(surface, variant=variant, canvas=canvas, content=LONG)
    for height in (None, 0, canvas.height / 2, 10 * canvas.height):
        layout = lay_out_surface(made, qapp.font(), height)
        assert layout.area.width() == canvas.width
        assert layout.area.height() >= layout.least
        for item in layout.items:
            assert layout.area.contains(item.area), item


@pytest.mark.parametrize(("surface", "variant"), EVERY)
def test_the_whole_screen_is_laid_out_without_a_height(
    qapp: QApplication, surface: Surface, variant: Variant
) -> None:
    layout = lay_out_surface(scene(surface, variant=variant), qapp.font())
    assert layout.area.height() == PHONE.height


@pytest.mark.parametrize(("surface", "variant"), EVERY)
def test_every_sign_has_a_glyph(
    qapp: QApplication, surface: Surface, variant: Variant
) -> None:
    made = scene(surface, variant=variant, content=LONG)
    texts = list(written(lay_out_surface(made, qapp.font())))
    assert texts
    for text, size in texts:
        assert not missing_glyphs(text, qapp.font(), size), text


def test_the_small_icon_comes_into_the_status_bar_if_the_category_has_one(
    qapp: QApplication,
) -> None:
    made = scene(Surface.CENTRE)
    [bar] = items_of(lay_out_surface(made, qapp.font()), StatusItem)
    assert bar.with_app
    alone = scene(Surface.CENTRE, shows_card=False)
    [bar] = items_of(lay_out_surface(alone, qapp.font()), StatusItem)
    assert not bar.with_app


def test_what_is_cut_is_found_at_its_place(qapp: QApplication) -> None:
    layout = lay_out_surface(scene(Surface.LOCK, content=LONG), qapp.font())
    [card] = items_of(layout, CardItem)
    title, body = card.card.title_rest, card.card.body_rest
    x, y = card.area.left() + 80, card.area.top()
    assert layout.cut_at(x, y + 20) == title
    assert layout.cut_at(x, y + 44) == body
    assert layout.cut_at(x, y - 20) == ""
    assert (layout.cuts().title.rest, layout.cuts().body.rest) == (title, body)
    assert layout.cuts().title.shown == card.card.title_text
