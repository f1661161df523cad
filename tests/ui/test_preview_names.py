import pytest

from hmpush_gui.ui.preview_choices import Mode
from hmpush_gui.ui.preview_names import (
    canvas_title,
    cut_words,
    mode_title,
    surface_title,
    surface_word,
    variant_title,
)
from hmpush_gui.ui.preview_scene import CANVASES, Surface, Variant
from hmpush_gui.ui.surface_items import Cut, Cuts

FAMILY = "👨\u200d👩\u200d👧"


def test_everything_has_a_name_of_its_own(qapp: object) -> None:
    for names in (
        [surface_title(each) for each in Surface],
        [surface_word(each) for each in Surface],
        [variant_title(each) for each in Variant],
        [canvas_title(each) for each in CANVASES],
        [mode_title(each) for each in Mode],
    ):
        assert all(names)
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("cuts", "words"),
    [
        (Cuts(Cut("short", ""), Cut("x", "")), []),
        (
            Cuts(Cut("short…", " and more"), Cut()),
            ["Title cut after “short”. Not shown: and more"],
        ),
        (
            Cuts(Cut(), Cut("0123456789ab…", "c\nd")),
            ["Text cut after “…23456789ab”. Not shown: c d"],
        ),
        (
            Cuts(Cut(FAMILY * 12 + "…", "x" * 100), Cut()),
            [f"Title cut after “…{FAMILY * 10}”. Not shown: {'x' * 80}…"],
        ),
    ],
)
def test_a_cut_is_told_by_what_stands_before_and_after_it(
    qapp: object, cuts: Cuts, words: list[str]
) -> None:
    assert cut_words(cuts) == words
