"""What a message does that shows nothing."""

import pytest

from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.kinds import kind, kinds
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.quiet import quiet_parts


def changed(key: str, path: Path, value: object) -> Message:
    made = kind(key).message()
    return Message(made.api, made.push_type, write(made.document, path, value))


def told(message: Message) -> str:
    return "\n".join(f"{title}: {text}" for title, text in quiet_parts(message))


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (kind("v3-background").message(), "Who wakes: Nobody"),
        (kind("v3-background").message(), "keeps only the newest message"),
        (
            changed("v3-background", ("payload", "proxyData"), "ENABLE"),
            "into the app’s own store",
        ),
        (
            changed("v3-background", ("pushOptions", "backgroundMode"), 1),
            "For how long: 30 seconds, at most twice an hour",
        ),
        (kind("v1-data").message(), "Who wakes: Nobody"),
        (
            changed("v1-data", ("message", "android", "urgency"), "HIGH"),
            "For how long: About ten seconds",
        ),
        (kind("v3-widget").message(), "receipt 261"),
        (kind("v3-call").message(), "VoIP extension"),
        (kind("v3-live-view").message(), "capsule"),
    ],
)
def test_it_is_told_who_wakes_and_for_how_long(message: Message, words: str) -> None:
    assert words in told(message)


def test_every_kind_without_a_notification_is_explained_and_no_other() -> None:
    for each in kinds():
        assert bool(quiet_parts(each.message())) is not each.shows_notification
