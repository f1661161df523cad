from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from hmpush_gui.pushkit.live_view import read_live_view
from hmpush_gui.ui.card_layout import WIDTH
from hmpush_gui.ui.drawing import Box, Drawing, Ink, Picture, Stroke
from hmpush_gui.ui.live_extension_layout import lay_out_extension
from tests.live_views import live_view

from .schematic_samples import font, labelled, named, outside, texts

if TYPE_CHECKING:
    from hmpush_gui.pushkit.message import Json

TRACK = QRectF(28, 20, WIDTH - 56, 24)


def lay_out(layout: int, **data: object) -> Drawing:
    card = read_live_view(live_view({"type": layout, **data})).card
    return lay_out_extension(card, font())


def progress(**bar: object) -> Drawing:
    return lay_out(3, richProgress=bar)


@pytest.mark.parametrize(
    ("value", "share"), [(0, 0), (40, 0.4), (100, 1), (250, 1), (-5, 0), ("x", 0)]
)
def test_the_bar_is_filled_as_far_as_the_progress(
    qapp: object, value: object, share: float
) -> None:
    drawing = progress(progress=value, color="#FF00AA00")
    done = [each for each in drawing.of(Stroke) if each.colour == "#FF00AA00"]
    assert drawing.of(Stroke)[0].area == TRACK
    assert [each.area.width() for each in done] == (
        [pytest.approx(TRACK.width() * share)] if share else []
    )


def test_without_a_colour_the_bar_has_the_documented_one(qapp: object) -> None:
    track, done = progress(progress=50).of(Stroke)
    assert (track.colour, done.colour) == (Ink.TRACK, "#FF317AF7")


@pytest.mark.parametrize(
    ("kind", "dashed", "width"),
    [(0, True, 3), (1, False, 3), (2, False, 8), (None, False, 3)],
)
def test_the_line_is_dashed_solid_or_thick(
    qapp: object, kind: int | None, dashed: bool, width: float
) -> None:
    for stroke in progress(progress=50, type=kind).of(Stroke):
        assert (stroke.dashed, stroke.width) == (dashed, width)


@pytest.mark.parametrize("count", [2, 3, 5])
def test_nodes_are_spread_evenly_over_the_bar(qapp: object, count: int) -> None:
    drawing = progress(progress=50, nodeIcons=[f"{each}.png" for each in range(count)])
    middles = [each.area.center().x() for each in drawing.of(Picture)]
    step = TRACK.width() / (count - 1)
    assert middles == pytest.approx([TRACK.left() + step * n for n in range(count)])
    assert not outside(drawing)


def test_nodes_that_are_reached_have_the_colour_of_the_bar(qapp: object) -> None:
    drawing = progress(progress=50, nodeIcons=["a", "b", "c"], color="#FF00AA00")
    assert [each.colour for each in drawing.of(Picture)] == [
        "#FF00AA00", "#FF00AA00", Ink.FAINT,
    ]  # fmt: skip


def test_the_indicator_stands_where_the_progress_is(qapp: object) -> None:
    with_icon = named(progress(progress=25, indicatorIcon="car.png"), "car.png")
    assert with_icon.area.center().x() == TRACK.left() + TRACK.width() / 4
    assert with_icon.area.bottom() <= TRACK.top()
    dot = progress(progress=25).of(Box)[-1]
    assert dot.area.center().x() == TRACK.left() + TRACK.width() / 4


def test_emphasised_text_leaves_room_for_its_picture(qapp: object) -> None:
    block: Json = {"firstLine": "No. 17", "secondLine": "3 before you"}
    beside = lay_out(4, singleTextBlock=block, descPic="queue.png")
    alone = lay_out(4, singleTextBlock=block)
    picture = named(beside, "queue.png").area
    assert (picture.width(), picture.right()) == (52, WIDTH - 16)
    assert labelled(beside, "No. 17").area.right() == picture.left() - 12
    assert labelled(alone, "No. 17").area.right() == WIDTH - 16
    assert labelled(alone, "No. 17").pixels > labelled(alone, "3 before you").pixels


def test_the_underline_is_as_long_as_its_text(qapp: object) -> None:
    short, long = (
        lay_out(4, singleTextBlock={"firstLine": text, "underlineColor": "#FFAA0000"})
        for text in ("A", "A long first line")
    )
    assert 0 < short.of(Box)[0].area.width() < long.of(Box)[0].area.width()
    assert not lay_out(4, singleTextBlock={"firstLine": "A"}).of(Box)


def test_the_score_stands_between_the_teams(qapp: object) -> None:
    game = {
        "host": {"icon": "n.png", "name": "North", "score": 2},
        "guest": {"icon": "s.png", "name": "South", "score": "1"},
        "competition": {"desc": "Second half", "time": "67:12"},
    }
    drawing = lay_out(7, game=game)
    order = [
        named(drawing, "n.png").area, labelled(drawing, "2").area,
        labelled(drawing, "67:12").area, labelled(drawing, "1").area,
        named(drawing, "s.png").area,
    ]  # fmt: skip
    for left, right in pairwise(order):
        assert left.right() <= right.left()
    host, guest = order[0], order[-1]
    assert host.left() == WIDTH - guest.right()
    assert not outside(drawing)


def test_a_rich_description_wins_over_a_plain_one(qapp: object) -> None:
    rich = [{"text": "Half"}, {"text": " time"}]
    drawing = lay_out(7, game={"competition": {"desc": "no", "richDesc": rich}})
    assert "Half time" in texts(drawing)


@pytest.mark.parametrize("layout", [-1, 99])
def test_the_base_template_has_no_extension(qapp: object, layout: int) -> None:
    drawing = lay_out(layout)
    assert (drawing.size.height(), drawing.shapes) == (0, ())
