import pytest

from hmpush_gui.pushkit.message import Json
from hmpush_gui.ui.card_layout import WIDTH
from hmpush_gui.ui.drawing import RIGHT, Drawing, Stroke, width_of
from hmpush_gui.ui.sides_layout import lay_out_sides

from .schematic_samples import font, labelled, named, outside, texts

FLIGHT: Json = {
    "firstTextBlock": {"firstLine": "09:10", "secondLine": "北京首都"},
    "lastTextBlock": {"firstLine": "01:45", "secondLine": "Kunming"},
}


def lay_out(**more: object) -> Drawing:
    return lay_out_sides({**FLIGHT, **more}, font())


def test_left_and_right_mirror_each_other(qapp: object) -> None:
    drawing = lay_out()
    left, right = labelled(drawing, "09:10"), labelled(drawing, "01:45")
    assert left.area.left() == 16
    assert right.area.right() == WIDTH - 16
    assert right.align is RIGHT
    assert left.area.width() == right.area.width()
    assert labelled(drawing, "Kunming").area.top() > right.area.bottom()
    assert drawing.size.height() == 62


@pytest.mark.parametrize(("style", "pixels"), [(0, 22), (1, 16), (None, 22)])
def test_the_first_line_is_large_unless_both_are_even(
    qapp: object, style: int | None, pixels: int
) -> None:
    drawing = lay_out(style=style)
    assert labelled(drawing, "09:10").pixels == pixels
    assert labelled(drawing, "北京首都").pixels == 13


def test_a_superscript_stands_at_the_end_of_its_line(qapp: object) -> None:
    last = {**FLIGHT["lastTextBlock"], "firstLineSuperscript": "+1"}
    drawing = lay_out(lastTextBlock=last)
    sign, line = labelled(drawing, "+1"), labelled(drawing, "01:45")
    assert sign.area.left() == line.area.right() + 2
    assert sign.area.right() == WIDTH - 16
    assert sign.area.top() == line.area.top()
    assert sign.pixels < line.pixels
    assert not outside(drawing)


def test_a_middle_text_stands_between_two_lines(qapp: object) -> None:
    drawing = lay_out(spaceText="4 h 35", displayHorizontalLine=True)
    first, second = (each.area for each in drawing.of(Stroke))
    half = width_of("4 h 35", font(), 12) / 2
    assert first.right() == pytest.approx(WIDTH / 2 - half - 4)
    assert second.left() == pytest.approx(WIDTH / 2 + half + 4)
    assert first.left() > labelled(drawing, "09:10").area.right()
    assert second.right() < labelled(drawing, "01:45").area.left()


def test_a_middle_picture_wins_over_a_text(qapp: object) -> None:
    drawing = lay_out(spaceIcon="plane.png", spaceText="4 h 35")
    assert named(drawing, "plane.png").area.center().x() == WIDTH / 2
    assert "4 h 35" not in texts(drawing)


def test_there_is_no_line_unless_it_is_asked_for(qapp: object) -> None:
    assert not lay_out(spaceText="4 h 35").of(Stroke)


def test_a_long_middle_text_leaves_no_room_for_lines(qapp: object) -> None:
    drawing = lay_out(spaceText="a very long way to go", displayHorizontalLine=True)
    assert not drawing.of(Stroke)
    assert not outside(drawing)


@pytest.mark.parametrize(
    ("weather", "words"),
    [
        ({"highTemperature": 24, "lowTemperature": -11}, "24° / -11°"),
        ({"highTemperature": 24.5}, "24.5°"),
    ],
)
def test_weather_and_further_text_share_a_row(
    qapp: object, weather: Json, words: str
) -> None:
    drawing = lay_out(additionalText="Gate B12", weather=weather)
    left, right = labelled(drawing, "Gate B12"), labelled(drawing, words)
    assert left.area.top() == right.area.top()
    assert left.area.right() < right.area.left()
    assert drawing.size.height() == 86


@pytest.mark.parametrize("weather", [{}, None, {"highTemperature": "hot"}])
def test_weather_without_degrees_takes_no_row(qapp: object, weather: object) -> None:
    assert lay_out(weather=weather).size.height() == 62
