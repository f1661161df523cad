"""What the fields of a v3 alert demand of each other (facts B.5)."""

from collections.abc import Iterator

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json

from .shape import missing

OPEN_PAGE = 1
MULTI_LINE = 3


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


def speaks(document: Json) -> bool:
    """Whether it asks for speech, which push-type 0 cannot give (facts F.3)."""
    category = read(document, ("payload", "notification", "category"))
    return bool(category == "PLAY_VOICE")
