"""What becomes of a message in each state."""

import re

import pytest

from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.pages import page
from hmpush_gui.pushkit.route_stages import stages_of
from hmpush_gui.pushkit.route_state import State
from hmpush_gui.pushkit.route_told import Evidence, Told

from .route_messages import ANDROID, HANDED, NOTE, URGENT, of


def told(message: Message, state: State) -> Told:
    (found,) = [each for each in stages_of(message) if state in each.states]
    return found.told


@pytest.mark.parametrize(
    ("message", "state", "words"),
    [
        (of("v3-alert"), State.DEAD, "no code of the app runs"),
        (of("v3-alert"), State.LOCKED, "Nothing on the lock screen"),
        (
            of("v3-alert", ((*NOTE, "category"), "IM")),
            State.LOCKED,
            "shows on the lock",
        ),
        (of("v1-notification"), State.LOCKED, "Huawei’s own classification"),
        (HANDED, State.FRONT, "the app gets the message"),
        (HANDED, State.BACK, "The system draws it"),
        (
            of(
                "v1-notification",
                ((*ANDROID, "notification", "foreground_show"), False),
            ),
            State.FRONT,
            "Nothing shows while",
        ),
        (of("v3-background"), State.FRONT, "at once"),
        (of("v3-background"), State.BACK, "only the newest message"),
        (
            of("v3-background", (("payload", "proxyData"), "ENABLE")),
            State.DEAD,
            "into the app’s own store",
        ),
        (
            of("v3-background", (("payload", "proxyData"), "ENABLE")),
            State.BACK,
            "only the newest message",
        ),
        (URGENT, State.DEAD, "It may run for 10 s."),
        (of("v3-speech"), State.FRONT, "No notification is shown."),
        (of("v3-call"), State.DEAD, "VoIP extension"),
        (of("v3-call"), State.LOCKED, "not held back at night"),
        (of("v3-widget"), State.BACK, "into the card"),
        (of("v3-live-view"), State.LOCKED, "until two hours"),
    ],
)
def test_each_state_has_its_deed(message: Message, state: State, words: str) -> None:
    assert words in str(told(message, state).words)


def test_what_nobody_documents_is_said_to_be_so() -> None:
    assert told(of("v3-alert"), State.STOPPED).evidence is Evidence.NOWHERE
    assert "do not count on it" in str(told(of("v3-call"), State.STOPPED).words)
    assert told(URGENT, State.DEAD).evidence is Evidence.GUIDE


@pytest.mark.parametrize("key", [each.key for each in kinds()])
def test_every_state_is_told_once_with_what_it_rests_on(key: str) -> None:
    stages = stages_of(of(key))
    if key.endswith(("webpush", "apns")):
        assert stages == ()
        return
    assert [state for each in stages for state in each.states] == list(State)
    for each in stages:
        rests = each.told.evidence is not Evidence.NOWHERE
        assert bool(re.match(r"[A-J]\.?\d?", each.told.source)) is rests
        assert all(page(name).url for name in each.told.pages)
