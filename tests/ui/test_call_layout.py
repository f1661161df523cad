import pytest

from hmpush_gui.ui.call_layout import lay_out_call
from hmpush_gui.ui.card_layout import WIDTH
from hmpush_gui.ui.drawing import Box, Ink

from .schematic_samples import call, font, labelled, outside, texts


@pytest.mark.parametrize(
    ("extra", "caller", "letter"),
    [
        ('{"callerName": "李雷"}', "李雷", "李"),
        ('{"from": "ann"}', "ann", "A"),
        ("{}", "Somebody", "S"),
    ],
)
def test_the_caller_is_shown_with_a_letter(
    qapp: object, extra: str, caller: str, letter: str
) -> None:
    drawing = lay_out_call(call(extra), font())
    assert labelled(drawing, caller).area.center().x() == WIDTH / 2
    assert labelled(drawing, letter).area.center().x() == WIDTH / 2
    assert not outside(drawing)


def test_both_buttons_mirror_each_other(qapp: object) -> None:
    drawing = lay_out_call(call("{}"), font())
    no, yes = (
        next(each.area for each in drawing.of(Box) if each.fill is ink)
        for ink in (Ink.BAD, Ink.GOOD)
    )
    assert no.top() == yes.top()
    assert WIDTH - yes.right() == no.left()


def test_the_screen_is_outlined_as_a_stand_in(qapp: object) -> None:
    drawing = lay_out_call(call("{}"), font())
    screen = next(each for each in drawing.of(Box) if each.dashed)
    words = "Only a stand-in: the app draws its own call screen."
    assert words in texts(drawing)
    assert screen.area.contains(labelled(drawing, words).area)


def test_a_very_long_name_is_cut_inside_the_screen(qapp: object) -> None:
    drawing = lay_out_call(call('{"caller": "%s"}' % ("李雷 " * 60)), font())
    assert any(text.endswith("…") for text in texts(drawing))
    assert not outside(drawing)
