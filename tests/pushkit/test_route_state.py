"""The states of app and phone."""

from hmpush_gui.pushkit.route_state import State, state_title


def test_every_state_has_a_title_of_its_own() -> None:
    assert len({str(state_title(state)) for state in State}) == len(State)
