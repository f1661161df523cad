"""The way of a message in one sentence."""

import pytest

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.route_lines import route_line

from .route_messages import ANDROID, BADGE, HANDED, MIXED, URGENT, of

OPTIONS = "pushOptions"


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (of("v3-alert"), "even with the app’s process dead"),
        (HANDED, "An app in front gets it"),
        (BADGE, "the number on the icon"),
        (MIXED, "the data come with the tap"),
        (of("v3-background"), "nobody is woken"),
        (of("v3-background", (("payload", "proxyData"), "ENABLE")), "into its store"),
        (of("v3-background", ((OPTIONS, "backgroundMode"), 1)), "for 30 seconds"),
        (of("v3-speech"), "extension for ten seconds"),
        (of("v3-call"), "VoIP extension"),
        (URGENT, "about ten seconds"),
        (of("v2-data"), "wait on the phone"),
    ],
)
def test_the_line_says_who_draws_and_who_wakes(message: Message, words: str) -> None:
    assert words in str(route_line(message).words)


def test_of_an_older_message_nobody_says_that_an_app_in_front_gets_it() -> None:
    hidden = of(
        "v1-notification", ((*ANDROID, "notification", "foreground_show"), False)
    )
    assert route_line(hidden) == route_line(of("v1-notification"))
