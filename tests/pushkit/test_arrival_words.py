"""The sentences under a preview."""

import pytest

from hmpush_gui.pushkit.arrival_words import Mark, arrival_lines
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message


def alert(**fields: object) -> Message:
    made = kind("v3-alert").message()
    document = made.document
    for name, value in fields.items():
        document = write(document, ("payload", "notification", name), value)
    return Message(made.api, made.push_type, document)


def told(message: Message, *, wearable: bool = False) -> str:
    lines = arrival_lines(message, wearable=wearable)
    return "\n".join(f"{line.mark}: {line.sentence}" for line in lines)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (alert(), "no: Sound: silent"),
        (alert(), "no: Banner: none"),
        (alert(), "yes: Notification centre: below"),
        (alert(category="IM"), "yes: Notification centre: on top"),
        (alert(category="IM"), "depends: Banner: for about five seconds"),
        (alert(category="IM"), "depends: All this if the app has the right for IM"),
        (alert(category="IM", sound="bell.mp3"), "rings with the app’s “bell.mp3”"),
        (alert(category="NEW"), "depends: The category NEW is not known"),
        (alert(foregroundShow=False), "While the app is in front, nothing is shown"),
        (alert(style=1), "deprecated"),
        (alert(overlayIcon="https://x"), "from HarmonyOS 6.1.0(23) on"),
        (alert(), "depends: Only if the user has allowed"),
        (kind("v3-speech").message(), "vibrates without a ring"),
        (kind("v3-speech").message(), "extension for ten seconds"),
        (kind("v1-notification").message(), "Huawei’s own classification decides"),
    ],
)
def test_a_line_tells_what_happens_and_on_what_it_depends(
    message: Message, words: str
) -> None:
    assert words in told(message)


@pytest.mark.parametrize(
    ("category", "words"),
    [("MARKETING", "yes: Sound: rings"), ("IM", "no: Sound: silent")],
)
def test_on_a_wearable_it_is_the_other_way_round(category: str, words: str) -> None:
    text = told(alert(category=category), wearable=True)
    assert words in text
    assert "Banner" not in text


def test_a_badge_alone_says_that_nothing_else_happens() -> None:
    message = alert(badge={"setNum": 3})
    [line] = arrival_lines(message)
    assert line.mark is Mark.NOTE
    assert "Nothing but the badge changes" in str(line.sentence)
