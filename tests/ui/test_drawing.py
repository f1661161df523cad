import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from hmpush_gui.ui.drawing import (
    Box,
    Drawing,
    Label,
    Picture,
    one_line,
    paragraph,
    stacked,
    told,
    width_of,
)

from .schematic_samples import font


def box(width: float, height: float) -> Drawing:
    area = QRectF(0, 0, width, height)
    return Drawing(QSizeF(width, height), (Box(area),))


def test_drawings_are_stacked_with_gaps_between_them(qapp: object) -> None:
    whole = stacked([box(100, 20), box(50, 30), box(80, 10)], 5)
    assert whole.size == QSizeF(100, 20 + 5 + 30 + 5 + 10)
    assert [shape.area.top() for shape in whole.shapes] == [0, 25, 60]


def test_nothing_stacked_takes_no_room() -> None:
    assert stacked([], 5) == Drawing(QSizeF(0, 0), ())


def test_a_line_that_fits_is_whole(qapp: object) -> None:
    label = one_line(QRectF(0, 0, 200, 20), "  a \n b ", font(), 14)
    assert (label.text, label.whole) == ("a b", "")


@pytest.mark.parametrize("text", ["word " * 40, "包裹" * 40, "📦" * 60, "🎉a包" * 30])
def test_a_long_line_ends_inside_its_area_and_keeps_the_whole(
    qapp: object, text: str
) -> None:
    label = one_line(QRectF(0, 0, 90, 20), text, font(), 14)
    assert label.text.endswith("…")
    assert width_of(label.text, font(), 14) <= 90
    assert label.whole == text


def test_a_paragraph_is_as_high_as_its_lines(qapp: object) -> None:
    one = paragraph(QPointF(5, 7), 300, "word", font(), 14)
    many = paragraph(QPointF(5, 7), 100, "word " * 20, font(), 14)
    assert one.area.topLeft() == QPointF(5, 7)
    assert one.area.width() == 300
    assert many.area.height() >= 4 * one.area.height()
    assert many.wraps


def test_the_topmost_shape_with_something_to_tell_is_found() -> None:
    area = QRectF(0, 0, 10, 10)
    cut = Label(area, "a…", 12, whole="abc")
    shapes = (Picture(area, "below.png"), cut, Box(area), Label(area, "plain", 12))
    drawing = Drawing(QSizeF(10, 10), shapes)
    assert drawing.shape_at(QPointF(5, 5)) is cut
    assert drawing.shape_at(QPointF(50, 5)) is None


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (Label(QRectF(), "a…", 12, whole="abc"), "abc"),
        (Label(QRectF(), "abc", 12), ""),
        (Picture(QRectF(), "train.png"), "train.png"),
        (Box(QRectF()), ""),
    ],
)
def test_a_shape_tells_what_is_not_seen(
    shape: Box | Label | Picture, words: str
) -> None:
    assert told(shape) == words
