"""What becomes of a message while the phone is offline."""

from typing import Any

import pytest

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.route_store import kept

from .route_messages import ANDROID, of

OPTIONS = "pushOptions"


def lives(ttl: Any) -> Message:
    return of("v3-alert", ((OPTIONS, "ttl"), ttl))


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (of("v3-alert"), "for 24 h"),
        (lives(90), "for 90 s"),
        (lives(120), "for 2 min"),
        (lives("soon"), "for 24 h"),
        (lives(-5), "for 0 s"),
        (lives("inf"), "for 360 h"),
        (of("v1-data", ((*ANDROID, "ttl"), "7200s")), "for 2 h"),
        (of("v1-data", ((*ANDROID, "ttl"), "3.5")), "for 3.5 s"),
        (of("v3-background"), "background messages only the newest"),
        (of("v3-alert", ((OPTIONS, "collapseKey"), 7)), "the collapse key 7"),
        (of("v3-alert", ((OPTIONS, "collapseKey"), -1)), "120 messages"),
        (of("v3-call", ((OPTIONS, "collapseKey"), 7)), "120 messages"),
        (of("v1-data", ((*ANDROID, "collapse_key"), 0)), "the collapse key 0"),
    ],
)
def test_it_is_kept_as_long_as_it_lives(message: Message, words: str) -> None:
    assert words in str(kept(message).words)


@pytest.mark.parametrize("ttl", ["nan", "inf", "-inf", "1e400", 10**400, True, [], {}])
def test_a_time_that_is_none_ends_in_a_sentence(ttl: object) -> None:
    assert "Push Kit keeps it for" in str(kept(lives(ttl)).words)
