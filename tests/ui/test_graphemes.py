import pytest

from hmpush_gui.ui.graphemes import clusters, well_formed

FAMILY = "👨\u200d👩\u200d👧"

PIECES = [
    [],
    ["a", " ", "b"],
    ["包", "裹"],
    ["e\u0301", "x"],
    [FAMILY, "x"],
    ["🇨🇳", "🇩🇪", "包"],
    ["👍🏽", "!"],
    ["❤\ufe0f", "1\ufe0f\u20e3"],
    ["م", "ر", "ح"],
    ["क्षि"],
    ["a", "\n", "b"],
]


@pytest.mark.parametrize("pieces", PIECES)
def test_a_character_is_what_a_person_sees_as_one(pieces: list[str]) -> None:
    assert clusters("".join(pieces)) == pieces


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("abc", "abc"),
        ("包📦", "包📦"),
        ("\ud83d", "\N{REPLACEMENT CHARACTER}"),
        ("a\udce6b", "a\N{REPLACEMENT CHARACTER}b"),
        ("\ud83d\udce6", "📦"),
    ],
)
def test_half_a_character_is_replaced(text: str, good: str) -> None:
    assert well_formed(text) == good


@pytest.mark.parametrize("piece", ["a", "包", FAMILY, "🇨🇳", "e\u0301"])
def test_no_more_are_looked_for_than_are_wanted(piece: str) -> None:
    assert clusters(piece * 50, 7) == [piece] * 7
    assert clusters(piece * 3, 7) == [piece] * 3


def test_mixed_texts_are_the_sum_of_their_parts() -> None:
    pieces = ["a", "e\u0301", "包", FAMILY, " ", "🇨🇳", "x", "\n", "👍🏽", "م", "b"]
    assert clusters("".join(pieces * 3)) == pieces * 3
