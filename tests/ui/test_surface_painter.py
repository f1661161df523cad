import time

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE, PhoneLook
from hmpush_gui.ui.preview_scene import PHONE, VARIANTS, Scene, Surface, Variant
from hmpush_gui.ui.surface_items import BadgeItem
from hmpush_gui.ui.surface_layout import lay_out_surface
from hmpush_gui.ui.surface_painter import paint_surface

from .scenes import CONTENT, LONG, SILENT, WATCH, items_of, scene

LOOKS = {"light": LIGHT_PHONE, "dark": DARK_PHONE}
EVERY = [(surface, each) for surface in Surface for each in VARIANTS[surface]]


def painted(
    qapp: QApplication, made: Scene, look: PhoneLook, scale: float = 1
) -> QImage:
    layout = lay_out_surface(made, qapp.font())
    width, height = made.canvas.width * scale, made.canvas.height * scale
    image = QImage(round(width), round(height), QImage.Format.Format_ARGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_surface(painter, layout, look, made.app, qapp.font())
    painter.end()
    return image


def reach(image: QImage, area: QRectF) -> int:
    """How far the brightness of the pixels of `area` reaches."""
    values = [
        image.pixelColor(x, y).lightness()
        for x in range(int(area.left()), int(area.right()), 2)
        for y in range(int(area.top()), int(area.bottom()), 2)
    ]
    return max(values) - min(values)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize(("surface", "variant"), EVERY)
@pytest.mark.parametrize("scale", [1, 2])
def test_every_place_is_painted_with_round_corners_and_readable_texts(
    qapp: QApplication, surface: Surface, variant: Variant, look: PhoneLook, scale: int
) -> None:
    made = scene(surface, variant=variant, content=LONG)
    image = painted(qapp, made, look, scale)
    assert image.pixelColor(1, 1).name() == "#ff00ff"
    assert image.pixelColor(image.width() // 2, 2 * scale).name() != "#ff00ff"
    layout = lay_out_surface(made, qapp.font())
    for text in layout.texts():
        part = QRectF(text.area.topLeft() * scale, text.area.size() * scale)
        assert reach(image, part) > 60, text
    for item in layout.cards():
        title = item.card.title.translated(item.area.topLeft())
        part = QRectF(title.topLeft() * scale, title.size() * scale)
        assert reach(image, part) > 100


@pytest.mark.parametrize("surface", Surface)
def test_light_and_dark_differ(qapp: QApplication, surface: Surface) -> None:
    made = scene(surface)
    light, dark = (painted(qapp, made, look) for look in LOOKS.values())
    assert light.pixelColor(187, 300).lightness() > 150
    assert dark.pixelColor(187, 300).lightness() < 100


def test_a_watch_is_black_in_both(qapp: QApplication) -> None:
    made = scene(Surface.CENTRE, canvas=WATCH)
    for look in LOOKS.values():
        assert painted(qapp, made, look).pixelColor(116, 210).name() == "#000000"


def test_the_badge_is_red(qapp: QApplication) -> None:
    made = scene(Surface.BADGE, badge="99+")
    [badge] = items_of(lay_out_surface(made, qapp.font()), BadgeItem)
    image = painted(qapp, made, LIGHT_PHONE)
    at = badge.area.center().toPoint()
    assert image.pixelColor(at.x(), int(badge.area.top()) + 3).name() == "#e84026"


def test_what_rings_and_what_is_silent_look_different(qapp: QApplication) -> None:
    for surface in (Surface.CENTRE, Surface.LOCK, Surface.BANNER):
        loud = painted(qapp, scene(surface), LIGHT_PHONE)
        assert loud != painted(qapp, scene(surface, arrival=SILENT), LIGHT_PHONE)


def test_arabic_and_chinese_are_painted_from_the_left(qapp: QApplication) -> None:
    """The phone's own language decides the side, not the text's."""
    for title in ("مرحبا", "您好"):
        content = type(CONTENT)(title, "", "08:08")
        made = scene(Surface.LOCK, content=content)
        image = painted(qapp, made, LIGHT_PHONE)
        top = PHONE.height - 190 + 12
        assert reach(image, QRectF(16 + 56, top, 40, 20)) > 100
        assert reach(image, QRectF(16 + 200, top, 40, 20)) < 20


def test_a_change_of_text_is_laid_out_and_painted_within_a_frame(
    qapp: QApplication,
) -> None:
    def seconds(count: int) -> float:
        start = time.perf_counter()
        for _ in range(count):
            painted(qapp, scene(Surface.CENTRE, content=LONG), LIGHT_PHONE)
        return (time.perf_counter() - start) / count

    seconds(2)
    # Generous, for the machine may be busy; it takes some 4 ms.
    assert seconds(10) < 0.1
