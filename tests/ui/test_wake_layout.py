import pytest

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.ui.card_layout import WIDTH
from hmpush_gui.ui.drawing import Box, Ink, Stroke
from hmpush_gui.ui.wake_layout import lay_out_wakes

from .schematic_samples import font, labelled, outside, texts

URGENT = Message(Api.V1, "", {"message": {"data": "", "android": {"urgency": "HIGH"}}})


def test_each_state_of_the_app_has_its_card(qapp: object) -> None:
    drawing = lay_out_wakes(kind("v3-background").message(), font())
    cards = [each for each in drawing.of(Box) if each.fill is Ink.CARD]
    assert [card.area.width() for card in cards] == [WIDTH, WIDTH]
    assert cards[1].area.top() == cards[0].area.bottom() + 10
    assert texts(drawing).count("Phone") == 2
    assert not outside(drawing)


def test_the_last_step_is_dashed_where_no_code_runs(qapp: object) -> None:
    drawing = lay_out_wakes(kind("v3-background").message(), font())
    steps = [(each.dashed, each.colour) for each in drawing.of(Stroke)]
    whole, dashed = (False, Ink.ACCENT), (True, Ink.FAINT)
    assert steps == [whole, whole, whole, dashed]


def test_the_nodes_stand_from_left_to_right_with_arrows_between(qapp: object) -> None:
    drawing = lay_out_wakes(kind("v3-call").message(), font())
    nodes = [labelled(drawing, text).area for text in ("Message", "Phone", "App")]
    first, second = (each.area for each in drawing.of(Stroke))
    assert nodes[0].right() < first.left() < first.right() < nodes[1].left()
    assert nodes[1].right() < second.left() < second.right() < nodes[2].left()


def test_a_process_with_an_end_shows_its_time(qapp: object) -> None:
    drawing = lay_out_wakes(URGENT, font())
    pill = labelled(drawing, "10 s")
    assert pill.area.right() == WIDTH - 14
    assert "10 s" not in texts(lay_out_wakes(kind("v1-data").message(), font()))


@pytest.mark.parametrize("key", ["v3-background", "v1-data", "v3-speech", "v3-call"])
def test_what_happens_is_written_below_its_way(qapp: object, key: str) -> None:
    drawing = lay_out_wakes(kind(key).message(), font())
    for deed in [each for each in drawing.shapes if getattr(each, "wraps", False)]:
        way = [each for each in drawing.of(Stroke) if each.area.top() < deed.area.top()]
        assert max(each.area.bottom() for each in way) < deed.area.top()
