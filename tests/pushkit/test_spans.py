import pytest

from hmpush_gui.pushkit.spans import span


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (90, "90 s"),
        (3600, "1 h"),
        (5400, "90 min"),
        (86400, "1 d"),
        (12.9, "12 s"),
    ],
)
def test_a_span_is_said_in_its_largest_whole_unit(seconds: float, words: str) -> None:
    assert str(span(seconds)) == words
