import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.text_cells import from_cell, to_cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("One", "One"),
        (("One", "Two"), "One\nTwo"),
        (("",), '[""]'),
        (("a\nb",), '["a\\nb"]'),
        (('["x"]',), '["[\\"x\\"]"]'),
        ((), ""),
    ],
)
def test_a_list_has_a_line_for_each_entry_or_is_json(text: object, cell: str) -> None:
    assert isinstance(text, str | tuple)
    assert to_cell(text) == cell


@given(st.text(min_size=1) | st.lists(st.text(), min_size=1).map(tuple))
def test_every_text_is_read_back(text: str | tuple[str, ...]) -> None:
    assert from_cell(to_cell(text), is_list=not isinstance(text, str)) == text


def test_lines_from_other_programs_are_lines_too() -> None:
    assert from_cell("a\r\n\r\nb", is_list=True) == ("a", "b")
    assert from_cell('["a", 1]', is_list=True) == ('["a", 1]',)
    assert from_cell("\n", is_list=True) is None
    assert from_cell("", is_list=False) is None
