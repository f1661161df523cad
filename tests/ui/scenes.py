"""Scenes that the tests of the preview share."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from PySide6.QtGui import QFont, QTextLayout

from hmpush_gui.pushkit.arrival import Arrival
from hmpush_gui.ui.app_face import AppFace
from hmpush_gui.ui.card_layout import CardContent, card_font
from hmpush_gui.ui.preview_scene import CANVASES, PHONE, VARIANTS, Scene, Surface
from hmpush_gui.ui.surface_items import CardItem, Item, SurfaceLayout

_T = TypeVar("_T", bound=Item)

LOUD = Arrival("EXPRESS", "", True, True, True, True, True, True)
SILENT = Arrival()

FOLD, FOLD_OPEN, TABLET, WATCH = CANVASES[1:]

CONTENT = CardContent("Hello", "World", "08:08")

LONG = CardContent(
    "您的包裹已由顺丰发出，预计明天上午送达，请保持电话畅通",
    "Parcel SF123456 📦 left 深圳 and will be with you e\u0301arly tomorrow. " * 4,
    "08:08",
)


def scene(surface: Surface, **changes: object) -> Scene:
    """A scene of a phone with a notification that arrives everywhere."""
    made = Scene(
        surface,
        VARIANTS[surface][0],
        PHONE,
        CONTENT,
        LOUD,
        AppFace("Shop 商城"),
        "5",
        "Friday, 27 November",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def items_of(layout: SurfaceLayout, kind: type[_T]) -> list[_T]:
    return [item for item in layout.items if isinstance(item, kind)]


def written(layout: SurfaceLayout) -> Iterator[tuple[str, int]]:
    """Every text that is painted, with its size."""
    for text in layout.texts():
        yield text.text, text.size
    for item in layout.cards():
        yield item.card.title_text, 16
        yield item.card.time_text, 12
        yield from ((line, 14) for _, line in item.card.body)


def missing_glyphs(text: str, font: QFont, size: int) -> int:
    """How many of the signs would be drawn as an empty box."""
    layout = QTextLayout(text, card_font(font, size))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return sum(index == 0 for run in layout.glyphRuns() for index in run.glyphIndexes())


def first_card(layout: SurfaceLayout) -> CardItem:
    return layout.cards()[0]
