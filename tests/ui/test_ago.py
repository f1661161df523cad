import pytest

from hmpush_gui.ui.ago import ago

NOW = 1_700_000_000.0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "just now"),
        (59, "just now"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (3600, "1 h ago"),
        (86_400, "1 d ago"),
        (6.9 * 86_400, "6 d ago"),
    ],
)
def test_the_time_since_is_told_in_its_largest_unit(seconds: float, words: str) -> None:
    assert ago(NOW - seconds, NOW) == words


def test_what_is_older_than_a_week_is_told_by_its_date() -> None:
    assert "23" in ago(NOW - 30 * 86_400, NOW)
