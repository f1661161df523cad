"""What the texts of a live view demand of each other (facts B.9)."""

from collections.abc import Iterator

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json

LONGEST = 1024
"""Characters of all parts of `contentText` together."""

_TEXTS = ("payload", "activityData", "notificationData", "contentText")


def hints(document: Json) -> Iterator[str]:
    """What is wrong with a live view whose fields are right one by one."""
    texts = read(document, _TEXTS) or []
    if sum(len(each.get("text") or "") for each in texts) > LONGEST:
        yield f"contentText should not exceed {LONGEST} characters"
    colours = {each.get("foregroundColor") for each in texts} - {None}
    if len(colours) > 1:
        yield "contentText allows only one foregroundColor"
