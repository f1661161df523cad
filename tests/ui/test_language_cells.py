import pytest

from hmpush_gui.pushkit.shown_text import TITLE as TITLE_ROOM
from hmpush_gui.pushkit.texts import TextPlace
from hmpush_gui.ui.language_cells import shown_length, written_cell
from tests.pushkit.language_samples import LINES, alert


def test_lines_that_are_written_as_json_are_measured_but_not_marked() -> None:
    place = TextPlace(LINES, {"type": "array", "x-shown": "line"})
    cell = written_cell(("", "x" * 40), alert(), place, from_right=False)
    assert cell.text.startswith("[")
    assert cell.detail == "47 B · ▲ lines cut: 1"
    assert cell.hidden == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", 0),
        ("a" * 22, 22),
        ("a" * 23, 22),
        ("中" * 16, 15),
        ("e\u0301" * 23, 44),
        ("👨‍👩‍👧" * 16, 15 * 5),
    ],
)
def test_a_text_is_cut_where_the_preview_cuts_it(text: str, shown: int) -> None:
    assert shown_length(text, TITLE_ROOM) == shown


def test_where_no_room_is_known_nothing_is_cut() -> None:
    assert shown_length("a" * 999, None) == 999
