"""How much of a text a phone shows."""

import pytest

from hmpush_gui.pushkit.shown_text import body_is_cut, shown_share, title_is_cut

SHARES = [
    ("", 0.0),
    ("x" * 22, 1.0),
    ("包" * 15, 1.0),
    ("x" * 11 + "包" * 15, 1.5),
    ("e\u0301" * 22, 1.0),
]


@pytest.mark.parametrize(("text", "share"), SHARES)
def test_a_chinese_character_takes_more_room(text: str, share: float) -> None:
    assert shown_share(text, 22, 15) == pytest.approx(share)


def test_an_emoji_is_as_wide_as_a_chinese_character() -> None:
    assert not title_is_cut("📦" * 15)
    assert title_is_cut("📦" * 16)


def test_the_text_has_three_lines() -> None:
    assert not body_is_cut("x" * 84)
    assert body_is_cut("x" * 85)
