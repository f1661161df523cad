import pytest

from hmpush_gui.ui.code_text import CodeText


@pytest.mark.parametrize(
    ("text", "position", "unit"),
    [("abc", 2, 2), ("优é", 1, 1), ("🎉x", 1, 2), ("a🎉b🎉c", 4, 6), ("🎉", 0, 0)],
)
def test_characters_and_units_are_told_apart(
    text: str, position: int, unit: int
) -> None:
    code = CodeText(text)
    assert code.unit(position) == unit
    assert code.character(unit) == position
    assert len(text[:position].encode("utf-16-le")) // 2 == unit


def test_the_outline_is_read_once() -> None:
    code = CodeText('{"a": 1}')
    assert code.outline.keys(()) == ["a"]
    assert code.outline is code.outline
