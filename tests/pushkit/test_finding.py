import pytest

from hmpush_gui.pushkit.finding import Finding, Part, State, shown, worst
from hmpush_gui.pushkit.words import Sentence

from . import key_samples


def finding(state: State) -> Finding:
    return Finding(Part.KEY, "x", state, Sentence("test", "x"))


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], State.FINE),
        ([State.FINE, State.UNKNOWN], State.UNKNOWN),
        ([State.UNKNOWN, State.LOOK], State.LOOK),
        ([State.LOOK, State.WRONG, State.FINE], State.WRONG),
    ],
)
def test_the_worst_state_is_the_one_that_keeps_a_send_away(
    states: list[State], expected: State
) -> None:
    assert worst(map(finding, states)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("101", "101"),
        ("a\nb\x00c", "a·b·c"),
        ("x" * 65, "(65 characters, not shown)"),
        ("-----BEGIN PRIVATE KEY", "(22 characters, not shown)"),
    ],
)
def test_a_value_that_may_be_a_key_is_not_shown(text: str, expected: str) -> None:
    assert str(shown(text)) == expected


def test_a_key_in_the_wrong_place_is_not_shown() -> None:
    assert key_samples.pem()[40:80] not in str(shown(key_samples.pem()))
