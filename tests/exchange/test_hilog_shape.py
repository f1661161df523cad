"""Shapes of values in logs, and what they are when decoded."""

import pytest

from hmpush_gui.exchange.hilog_shape import can_be_token, decoded


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("abc%3D%3d", "abc=="),
        ("abc%2Bd%2F", "abc+d/"),
        ("abc\\/d\\u003d", "abc/d="),
        ("abc%26x=%2B", "abc"),
        ("abc%22%7D", "abc"),
        ("100%", "100%"),
        ("abc.", "abc"),
    ],
)
def test_escapes_are_undone_where_they_stand_for_a_part_of_a_token(
    value: str, plain: str
) -> None:
    assert decoded(value) == plain


def test_a_word_for_push_tokens_makes_a_shorter_value_likely() -> None:
    assert can_be_token("SANDBOX-live-000001", named=True)
    assert not can_be_token("SANDBOX-live-000001", named=False)
