"""What a message does that brings data alone."""

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
    ],
)
def test_it_is_told_who_wakes_and_for_how_long(message: Message, words: str) -> None:
    assert words in told(message)


def test_other_kinds_are_explained_elsewhere() -> None:
    explained = {each.shape for each in kinds() if quiet_parts(each.message())}
    assert explained == {"background", "data"}
