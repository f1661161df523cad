import pytest

from hmpush_gui.pushkit.campaign import IN_FLIGHT
from hmpush_gui.sender import DEVICES_A_SECOND
from hmpush_gui.ui.sending import MOST_IN_FLIGHT, PACE, Sending

from .conftest import Heard


def test_it_begins_as_the_engine_does() -> None:
    assert (Sending().pace, Sending().in_flight) == (DEVICES_A_SECOND, IN_FLIGHT)


@pytest.mark.parametrize("pace", [1, 250, None])
def test_a_choice_comes_back_from_the_settings(pace: int | None) -> None:
    sending, later = Sending(), Sending()
    sending.set(pace, 3)
    later.apply_settings(sending.settings())
    assert (later.pace, later.in_flight) == (pace, 3)


@pytest.mark.parametrize("text", ["0", "-1", "much", "9999999999", "½"])
def test_settings_that_make_no_sense_are_passed_over(text: str) -> None:
    sending = Sending()
    sending.apply_settings({"sending.pace": text, "sending.in_flight": text})
    assert (sending.pace, sending.in_flight) == (PACE, MOST_IN_FLIGHT)


def test_only_a_change_is_told(heard: Heard) -> None:
    sending = Sending()
    changes = heard(sending.changed)
    sending.set(PACE, MOST_IN_FLIGHT)
    assert changes == []
    sending.set(None, MOST_IN_FLIGHT)
    assert len(changes) == 1
