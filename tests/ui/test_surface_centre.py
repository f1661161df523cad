import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui.card_layout import CardContent
from hmpush_gui.ui.preview_scene import Surface, Variant
from hmpush_gui.ui.surface_centre import lay_out_centre
from hmpush_gui.ui.surface_items import (
    ArrowItem,
    GhostItem,
    IconItem,
    Ink,
    NoticeItem,
    SheetItem,
    StatusItem,
    SurfaceLayout,
)

from .scenes import CONTENT, LONG, SILENT, first_card, items_of, scene


def centre(qapp: QApplication, height: float = 823, **changes: object) -> SurfaceLayout:
    return lay_out_centre(scene(Surface.CENTRE, **changes), qapp.font(), height)


def more(layout: SurfaceLayout) -> QRectF:
    """The heading of the lower area."""
    [found] = [each for each in layout.texts() if each.text == "More notifications"]
    return found.area


def test_what_is_important_stands_above_more_notifications(qapp: QApplication) -> None:
    layout = centre(qapp, content=LONG)
    card = first_card(layout)
    assert (card.area.left(), card.area.width()) == (16, 342)
    assert len(card.card.body) == 3
    assert card.area.bottom() < more(layout).top()


def test_marketing_stands_below_it(qapp: QApplication) -> None:
    layout = centre(qapp, arrival=SILENT)
    assert first_card(layout).area.top() > more(layout).bottom()
    assert items_of(layout, SheetItem)[0].area.bottom() < more(layout).top()


@pytest.mark.parametrize("arrival", [scene(Surface.CENTRE).arrival, SILENT])
def test_with_little_height_the_notification_is_still_seen_whole(
    qapp: QApplication, arrival: object
) -> None:
    layout = centre(qapp, 0, content=LONG, arrival=arrival)
    roomy = centre(qapp, content=LONG, arrival=arrival)
    assert layout.least == roomy.least == layout.area.height()
    assert first_card(layout).area.bottom() < layout.least
    assert first_card(layout).area.top() < first_card(roomy).area.top()
    assert centre(qapp, layout.least, content=LONG, arrival=arrival) == layout


def test_a_closed_group_shows_the_newest_and_how_many_more(qapp: QApplication) -> None:
    layout = centre(qapp, variant=Variant.CLOSED)
    assert not layout.cards()
    texts = {each.text: each for each in layout.texts()}
    sheet = items_of(layout, SheetItem)[0].area
    assert {"Hello", "World", "08:08", "+2"} <= set(texts)
    assert texts["Hello"].ink is Ink.TITLE
    assert texts["Hello"].area.top() == texts["World"].area.top() == sheet.top() + 12
    assert texts["Hello"].area.left() == sheet.left() + 56
    assert texts["+2"].area.right() == sheet.right() - 12
    assert texts["+2"].area.bottom() <= sheet.bottom()


def test_a_closed_group_shows_title_and_body_for_lines(qapp: QApplication) -> None:
    content = CardContent("Hello", "World", "08:08", ("one", "two"))
    closed = centre(qapp, variant=Variant.CLOSED, content=content)
    assert "World" in [each.text for each in closed.texts()]
    opened = centre(qapp, variant=Variant.OPENED, content=content)
    assert [text for _, text in first_card(opened).card.body] == ["one", "two"]


def test_an_opened_group_has_a_header_with_the_name_of_the_app(
    qapp: QApplication,
) -> None:
    layout = centre(qapp, variant=Variant.OPENED)
    [icon] = items_of(layout, IconItem)
    [arrow] = items_of(layout, ArrowItem)
    [name] = [each for each in layout.texts() if each.text == "Shop 商城"]
    assert icon.area.right() < name.area.left() < arrow.area.left()
    card = first_card(layout)
    assert name.area.bottom() < card.area.top()
    below = [sheet.area.top() for sheet in items_of(layout, SheetItem)]
    assert len([top for top in below if top > card.area.bottom()]) == 3


def test_where_there_is_none_it_is_said(qapp: QApplication) -> None:
    layout = centre(qapp, shows_card=False)
    [notice] = items_of(layout, NoticeItem)
    assert notice.text == "No notification"


def test_long_texts_of_a_closed_group_are_cut_and_remembered(
    qapp: QApplication,
) -> None:
    cuts = centre(qapp, variant=Variant.CLOSED, content=LONG).cuts()
    assert LONG.title.endswith(cuts.title.rest)
    assert cuts.title.rest
    assert cuts.body.rest
    none = centre(qapp, variant=Variant.CLOSED, content=CONTENT).cuts()
    assert none.title.rest == none.body.rest == ""


def test_a_closed_group_of_a_message_not_yet_written_is_not_empty(
    qapp: QApplication,
) -> None:
    blank = centre(qapp, variant=Variant.CLOSED, content=CardContent("", "", "08:08"))
    written = centre(qapp, variant=Variant.CLOSED)
    assert len(items_of(blank, GhostItem)) == len(items_of(written, GhostItem)) + 2


def test_there_is_one_clock(qapp: QApplication) -> None:
    for height in (0, 823):
        layout = centre(qapp, height)
        [bar] = items_of(layout, StatusItem)
        large = [each for each in layout.texts() if each.size == 38]
        assert bool(bar.time) is not bool(large)
