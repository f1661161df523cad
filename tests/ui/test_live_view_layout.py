import pytest

from hmpush_gui.pushkit.message import Json
from hmpush_gui.ui.card_layout import WIDTH
from hmpush_gui.ui.drawing import Box, Label, Picture
from hmpush_gui.ui.live_view_layout import lay_out_live_view
from tests.live_views import CAPSULE, live_view

from .schematic_samples import font, labelled, outside, texts


def test_status_bar_card_and_outer_screen_stand_below_each_other(qapp: object) -> None:
    parts = {
        "capsuleData": CAPSULE,
        "externalData": {"title": "G7", "body": [{"text": "Platform 3"}]},
    }
    drawing = lay_out_live_view(live_view({"contentTitle": "Train"}, parts), font())
    order = [
        "B12",
        "Notification centre and lock screen",
        "Train",
        "Outer screen",
        "G7",
    ]
    tops = [labelled(drawing, text).area.top() for text in order]
    assert tops == sorted(tops)
    assert drawing.size.width() == WIDTH
    assert not outside(drawing)


@pytest.mark.parametrize(
    ("operation", "card", "caption"),
    [
        (1, {}, "Notification centre and lock screen"),
        (4, {}, "Notification centre and lock screen, later"),
        (2, {}, "Ended: taken away from everywhere"),
        (2, {"keepTime": 600}, "Notification centre, for 10 min after the end"),
    ],
)
def test_the_caption_says_where_and_when_the_card_is_seen(
    qapp: object, operation: int, card: Json, caption: str
) -> None:
    drawing = lay_out_live_view(live_view(card, operation=operation), font())
    assert labelled(drawing, caption)


def test_an_ended_live_view_has_no_capsule(qapp: object) -> None:
    message = live_view({}, {"capsuleData": CAPSULE}, operation=2)
    assert "B12" not in texts(lay_out_live_view(message, font()))


def test_the_outer_screen_has_the_colours_of_the_message(qapp: object) -> None:
    outer = {
        "bgColor": "#FFEEAA", "bgImage": "night.png", "title": "x" * 99,
        "body": [{"text": "y", "foregroundColor": "#FF112233"}],
    }  # fmt: skip
    drawing = lay_out_live_view(live_view({}, {"externalData": outer}), font())
    ground = next(each for each in drawing.of(Box) if each.fill == "#FFEEAA")
    picture = drawing.of(Picture)[-1]
    assert ground.area.contains(picture.area)
    assert labelled(drawing, "y").colour == "#FF112233"
    title = next(each for each in drawing.of(Label) if each.whole)
    assert title.area.right() < picture.area.left()


def test_a_lock_screen_picture_has_its_own_place(qapp: object) -> None:
    card = {"lockScreen": {"picture": "route.png"}}
    drawing = lay_out_live_view(live_view(card), font())
    assert drawing.of(Picture)[-1].name == "route.png"
    assert labelled(drawing, "Lock-screen picture")
