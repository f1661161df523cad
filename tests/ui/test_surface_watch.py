import pytest
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui.card_layout import CardContent
from hmpush_gui.ui.preview_scene import Surface
from hmpush_gui.ui.surface_items import (
    BadgeItem,
    CardItem,
    IconItem,
    Ink,
    NoticeItem,
    SurfaceLayout,
)
from hmpush_gui.ui.surface_watch import lay_out_watch

from .scenes import LONG, LOUD, SILENT, WATCH, items_of, scene


def watch(
    qapp: QApplication, surface: Surface = Surface.CENTRE, **changes: object
) -> SurfaceLayout:
    made = scene(surface, canvas=WATCH, **changes)
    return lay_out_watch(made, qapp.font(), 0)


def test_a_watch_has_neither_picture_nor_lines(qapp: QApplication) -> None:
    content = CardContent("Hello", "World", "08:08", ("one", "two"), True)
    layout = watch(qapp, content=content)
    bodies = [each.text for each in layout.texts() if each.ink is Ink.BODY]
    assert bodies == ["World"]
    assert not items_of(layout, CardItem)
    assert items_of(layout, IconItem)


@pytest.mark.parametrize(
    ("surface", "changes", "words"),
    [
        (Surface.BADGE, {}, "No badges on wearables"),
        (Surface.BANNER, {}, "No banner"),
        (Surface.LOCK, {"arrival": SILENT}, "Nothing on the lock screen"),
        (Surface.LOCK, {"arrival": LOUD}, ""),
        (Surface.CENTRE, {"shows_card": False}, "No notification"),
        (Surface.CENTRE, {}, ""),
    ],
)
def test_what_a_watch_does_not_show_it_says(
    qapp: QApplication, surface: Surface, changes: dict[str, object], words: str
) -> None:
    layout = watch(qapp, surface, **changes)
    assert [each.text for each in items_of(layout, NoticeItem)] == (
        [words] if words else []
    )
    assert not items_of(layout, BadgeItem)


def test_everything_stands_inside_the_round_screen(qapp: QApplication) -> None:
    layout = watch(qapp, content=LONG)
    middle, radius = layout.area.center(), layout.radius
    for text in layout.texts():
        used = 0.35 * text.area.width() if text.ink is Ink.WALL else text.area.width()
        for y in (text.area.top(), text.area.bottom()):
            far = (used / 2) ** 2 + (y - middle.y()) ** 2
            assert far <= radius**2
    assert layout.cuts().title.rest
    assert layout.cuts().body.rest
