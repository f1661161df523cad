import pytest

from hmpush_gui.pushkit.finding import State
from hmpush_gui.ui.finding_summary import first_trouble, summary

from .findings import finding


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ([State.FINE, State.FINE], "✓ Nothing is wrong: 2 things looked at."),
        ([State.FINE, State.LOOK], "▲ Nothing is wrong; to look at: 1."),
        ([State.LOOK, State.WRONG, State.WRONG], "✕ Wrong: 2."),
        ([State.UNKNOWN, State.FINE], "? Could not tell: 1."),
    ],
)
def test_the_worst_is_said_in_one_line(states: list[State], words: str) -> None:
    assert summary([finding(each) for each in states]) == words


def test_the_first_trouble_comes_with_its_fix() -> None:
    found = [finding(State.LOOK), finding(State.WRONG, "Cut."), finding(State.WRONG)]
    assert first_trouble(found) == "Cut. Mend it."
    assert first_trouble(found[:1]) == ""
