from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from hmpush_gui.pushkit.live_view import Capsule
from hmpush_gui.ui.capsule_layout import lay_out_status_bar, readable_on
from hmpush_gui.ui.drawing import Box, Ink, Label, Picture, Ring

from .schematic_samples import font, labelled, outside, texts

CAPSULE = Capsule(
    1, True, "car.png", "Taxi", "3 min", "#FF0A6CFF", "DEFAULT", "00:00", 0.0
)
TIMER = replace(CAPSULE, kind=2, clock="12:34")


def grounds(capsule: Capsule) -> list[QRectF]:
    drawing = lay_out_status_bar(capsule, font())
    return [each.area for each in drawing.of(Box) if each.fill == capsule.colour]


def test_the_capsule_measures_80_by_28_and_128_when_it_is_open(qapp: object) -> None:
    closed, opened = grounds(CAPSULE)
    assert (closed.width(), closed.height()) == (80, 28)
    assert (opened.width(), opened.height()) == (128, 28)
    assert closed.right() < opened.left()
    assert closed.top() == opened.top()


def test_its_icon_measures_18_by_18(qapp: object) -> None:
    drawing = lay_out_status_bar(CAPSULE, font())
    closed, _ = grounds(CAPSULE)
    first, second = drawing.of(Picture)
    assert first.area == QRectF(closed.left() + 5, closed.top() + 5, 18, 18)
    assert (first.name, second.name) == ("car.png", "car.png")


@pytest.mark.parametrize(
    ("capsule", "closed", "opened"),
    [
        (CAPSULE, "3 min", "Taxi 3 min"),
        (replace(CAPSULE, content=""), "Taxi", "Taxi"),
        (TIMER, "12:34", "12:34 Taxi"),
        (replace(TIMER, title=""), "12:34", "12:34 3 min"),
    ],
)
def test_it_says_the_short_part_and_opened_both(
    qapp: object, capsule: Capsule, closed: str, opened: str
) -> None:
    said = texts(lay_out_status_bar(capsule, font()))
    assert said[-2:] == [closed, opened]


def test_a_long_text_stays_in_the_capsule(qapp: object) -> None:
    drawing = lay_out_status_bar(replace(CAPSULE, content="检票口" * 20), font())
    for label, ground in zip(drawing.of(Label)[-2:], grounds(CAPSULE), strict=True):
        assert label.text.endswith("…")
        assert ground.contains(label.area)
    assert not outside(drawing)


def test_progress_is_a_ring_in_the_place_of_the_icon(qapp: object) -> None:
    drawing = lay_out_status_bar(replace(CAPSULE, kind=3, share=0.4), font())
    assert [ring.share for ring in drawing.of(Ring)] == [0.4, 0.4]
    assert not drawing.of(Picture)


@pytest.mark.parametrize(
    ("capsule", "words"),
    [(None, "No capsule"), (replace(CAPSULE, shown=False), "Capsule hidden")],
)
def test_a_capsule_that_is_not_shown_is_an_empty_outline(
    qapp: object, capsule: Capsule | None, words: str
) -> None:
    drawing = lay_out_status_bar(capsule, font())
    assert labelled(drawing, words)
    assert any(box.dashed and box.fill is None for box in drawing.of(Box))
    assert not outside(drawing)


@pytest.mark.parametrize(
    ("ground", "dark"),
    [
        ("#FF0A6CFF", False), ("#FFFFD54A", True), ("#FF6A1B9A", False),
        ("#10000000", True), (Ink.ACCENT, False),
    ],
)  # fmt: skip
def test_the_text_can_be_read_on_every_colour(ground: str, dark: bool) -> None:
    assert (readable_on(ground) != Ink.ON_ACCENT) is dark
