"""A name that the window says itself cannot be told from its words."""

import pytest

from hmpush_gui.ui.plain_names import is_plain


@pytest.mark.parametrize(
    "name", ["Test", "Send", "测试", "Push Kit", "A", "7", "Settings"]
)
def test_words_of_the_window_are_plain(name: str) -> None:
    assert is_plain(name)


@pytest.mark.parametrize(
    "name",
    ["Zebra & Sons Savings", "Quagga", "美团", "Sen", "388421841222199046", "TS"],
)
def test_other_names_are_not(name: str) -> None:
    assert not is_plain(name)
