import pytest
from PySide6.QtCore import QRectF, QSizeF

from hmpush_gui.pushkit.live_view import LiveCard, Piece, read_live_view
from hmpush_gui.pushkit.message import Json
from hmpush_gui.ui.card_layout import WIDTH
from hmpush_gui.ui.drawing import AppIcon, Box, Drawing, Ink, Label, Picture, width_of
from hmpush_gui.ui.live_card_layout import coloured_line, lay_out_live_card
from tests.live_views import live_view

from .schematic_samples import font, labelled, outside


def card(**data: object) -> LiveCard:
    return read_live_view(live_view(dict(data))).card


def lay_out(**data: object) -> Drawing:
    return lay_out_live_card(card(**data), font())


def test_the_fixed_part_stands_as_on_a_notification(qapp: object) -> None:
    drawing = lay_out(contentTitle="Title", contentText=[{"text": "Text"}])
    assert drawing.size == QSizeF(WIDTH, 64)
    assert drawing.of(Box)[0].area == QRectF(0, 0, WIDTH, 64)
    assert drawing.of(AppIcon)[0].area == QRectF(12, 16, 32, 32)
    title, text = labelled(drawing, "Title"), labelled(drawing, "Text")
    assert title.area == QRectF(56, 12, WIDTH - 12 - 56, 20)
    assert (text.area.left(), text.area.top()) == (56, 34)
    assert (title.pixels, text.pixels) == (16, 14)


@pytest.mark.parametrize("kind", [1, 2, 3, 4])
def test_the_auxiliary_part_is_44_by_44_at_the_right(qapp: object, kind: int) -> None:
    extend: Json = {"type": kind, "text": "Call", "image": "call.png"}
    drawing = lay_out(contentTitle="Title", extend=extend)
    aside = QRectF(WIDTH - 56, 10, 44, 44)
    assert labelled(drawing, "Title").area.right() == aside.left() - 8
    if kind in (3, 4):
        assert [each.area for each in drawing.of(Picture)] == [aside]
    else:
        assert aside.contains(labelled(drawing, "Call").area)


@pytest.mark.parametrize(
    ("text", "extend", "shown"),
    [
        ("i" * 24, {}, "i" * 23 + "…"),
        ("i" * 23, {}, "i" * 23),
        ("i" * 19, {"type": 1}, "i" * 18 + "…"),
    ],
)
def test_a_title_ends_after_as_many_characters_as_a_phone_shows(
    qapp: object, text: str, extend: Json, shown: str
) -> None:
    label = labelled(lay_out(contentTitle=text, extend=extend), shown)
    assert label.whole == (text if shown != text else "")


@pytest.mark.parametrize("wide", ["W" * 23, "包" * 16])
def test_a_wide_title_stays_inside_the_card(qapp: object, wide: str) -> None:
    drawing = lay_out(contentTitle=wide)
    label = drawing.of(Label)[0]
    assert width_of(label.text, font(), 16, medium=True) <= label.area.width()


def line(pieces: tuple[Piece, ...], shown: str, width: float = 300) -> list[Label]:
    area = QRectF(56, 34, width, 20)
    found = coloured_line(area, pieces, shown, font(), 14)
    return [each for each in found if isinstance(each, Label)]


def test_pieces_stand_side_by_side_in_their_colours(qapp: object) -> None:
    pieces = (Piece("Go to "), Piece("platform 3", "#FF317AF7"), Piece(" now"))
    labels = line(pieces, "Go to platform 3 now")
    assert [each.text for each in labels] == ["Go to", "platform 3", "now"]
    assert [each.colour for each in labels] == [Ink.BODY, "#FF317AF7", Ink.BODY]
    whole = width_of("Go to platform 3 now", font(), 14)
    last = labels[-1]
    end = last.area.left() + width_of("now", font(), 14)
    assert end == pytest.approx(56 + whole, abs=1.5)


def test_pieces_with_doubled_blanks_and_line_ends_are_one_line(qapp: object) -> None:
    labels = line((Piece("  a \n"), Piece(" b  "), Piece("c")), "a b c")
    assert [each.text for each in labels] == ["a", "b", "c"]


def test_what_is_cut_away_takes_later_pieces_with_it(qapp: object) -> None:
    labels = line((Piece("abcdef"), Piece("ghi", "#FF000000"), Piece("jkl")), "abcd…")
    assert [each.text for each in labels] == ["abcd…"]


def test_pieces_never_leave_their_area(qapp: object) -> None:
    pieces = tuple(Piece("包裹" * 3) for _ in range(9))
    for label in line(pieces, "包裹" * 27, width=120):
        assert label.area.right() == 176
        assert width_of(label.text, font(), 14) <= label.area.width()


@pytest.mark.parametrize("layout", [3, 4, 5, 7, -1, 99])
def test_the_extension_stands_below_and_inside(qapp: object, layout: int) -> None:
    drawing = lay_out(
        type=layout,
        contentTitle="x" * 99,
        contentText=[{"text": "y" * 99}],
        extend={"type": 2, "text": "long text"},
    )
    assert not outside(drawing)
    assert (drawing.size.height() > 64) is (layout in (3, 4, 5, 7))
