"""What the fields of an alert or spoken message demand of each other (facts B.5)."""

from collections.abc import Iterator

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json

from .shape import missing

OPEN_PAGE = 1
MULTI_LINE = 3
SPEECH = "PLAY_VOICE"


def hints(document: Json) -> Iterator[str]:
    """What is wrong with an alert whose fields are right one by one."""
    notification = read(document, ("payload", "notification"))
    click = notification["clickAction"]
    if click["actionType"] == OPEN_PAGE and not (
        click.get("action") or click.get("uri")
    ):
        yield "clickAction action and uri cannot both be null"
    if notification.get("style") == MULTI_LINE and not notification.get("inboxContent"):
        yield missing("inboxContent")
    if "soundDuration" in notification and not notification.get("sound"):
        yield "soundDuration is only allowed together with sound"


def speech_hints(document: Json) -> Iterator[str]:
    """What is wrong with a text-to-speech message (facts B.7)."""
    if read(document, ("payload", "notification", "category")) != SPEECH:
        yield f"notification category should be {SPEECH}"
    yield from hints(document)
