"""How much of a text a phone shows."""

import pytest

from hmpush_gui.pushkit.shown_text import (
    BODY,
    TITLE,
    body_is_cut,
    fitting,
    overfills,
    shown_part,
    title_is_cut,
)

FAMILY = "👨\u200d👩\u200d👧"

FULL = [
    "x" * 22,
    "包" * 15,
    "e\u0301" * 22,
    "📦" * 15,
    FAMILY * 15,
    "👍🏽" * 15,
    "🇨🇳" * 15,
    "❤\ufe0f" * 15,
    "1\ufe0f\u20e3" * 15,
    "مرحبا" + "x" * 17,
]


@pytest.mark.parametrize("text", FULL)
def test_a_text_fills_the_title_by_its_width(text: str) -> None:
    assert not overfills(text, TITLE)
    assert overfills(text + "i", TITLE)
    assert not overfills(text + "\u0301\u200d", TITLE)


@pytest.mark.parametrize("piece", ["包", "📦", FAMILY, "🇨🇳", "👍🏽"])
def test_fifteen_wide_characters_fit_a_title(piece: str) -> None:
    assert not title_is_cut(piece * 15)
    assert title_is_cut(piece * 16)
    assert fitting([piece] * 40, TITLE) == 15


@pytest.mark.parametrize(("piece", "most"), [("x", 84), ("包", 57)])
def test_the_text_has_three_lines(piece: str, most: int) -> None:
    assert not body_is_cut(piece * most)
    assert body_is_cut(piece * (most + 1))
    assert fitting(list(piece * 200), BODY) == most


def test_mixed_texts_share_the_room() -> None:
    assert fitting(list("a" * 11 + "包" * 20), TITLE) == 11 + 7


@pytest.mark.parametrize(
    "piece", ["x", "包", "📦", FAMILY, "🇨🇳", "👍🏽", "❤️", "e\u0301"]
)
def test_what_is_shown_ends_between_characters(piece: str) -> None:
    shown = shown_part(piece * 100, TITLE)
    assert shown == piece * (len(shown) // len(piece))
    assert not title_is_cut(shown)
    assert title_is_cut(shown + piece)


def test_a_text_that_fits_is_shown_whole() -> None:
    assert shown_part("", TITLE) == ""
    assert shown_part("包裹 is here", TITLE) == "包裹 is here"
