import pytest

from hmpush_gui.pushkit.cut_text import cut_to


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("x" * 23, "x" * 23),
        ("x" * 24, "x" * 23 + "…"),
        ("包" * 16, "包" * 16),
        ("包" * 17, "包" * 16 + "…"),
        ("a  b\nc", "a b c"),
        ("twenty-two characters  x y", "twenty-two characters x…"),
    ],
)
def test_a_text_ends_where_the_place_is_full(text: str, shown: str) -> None:
    assert cut_to(text, 23, 16) == shown


def test_a_huge_text_is_cut_at_once() -> None:
    assert cut_to("包" * 4_000_000, 23, 16) == "包" * 16 + "…"
