"""What works against itself in a message."""

import pytest

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.route_risks import risks_of

from .route_messages import ANDROID, HANDED, MIXED, NOTE, URGENT, of


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (MIXED, "its data wake nobody"),
        (of("v1-notification", ((*ANDROID, "data"), "x")), "its data wake nobody"),
        (
            of("v2-notification", ((*ANDROID, "urgency"), "HIGH")),
            "here it wakes nobody",
        ),
        (HANDED, "does not listen"),
        (of("v3-alert", (("payload", "extraData"), "x")), "“extraData” reaches nobody"),
        (of("v3-background", (NOTE, {"title": "x"})), "is not drawn"),
        (of("v3-call", (NOTE, {"title": "x"})), "is not drawn"),
    ],
)
def test_what_is_mixed_is_told(message: Message, words: str) -> None:
    assert words in "\n".join(str(each.words) for each in risks_of(message))


@pytest.mark.parametrize(
    "message",
    [
        URGENT,
        of("v3-speech"),
        of("v1-notification", (("message", "data"), "{}")),
        of("v1-notification", (("message", "data"), "")),
        of("v3-alert", ((*NOTE, "clickAction", "data"), {"order": 1})),
    ],
)
def test_what_goes_together_is_no_risk(message: Message) -> None:
    assert risks_of(message) == ()
