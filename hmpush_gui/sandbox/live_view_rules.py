"""What the texts of a live view demand of each other (facts B.9)."""

from collections.abc import Iterator

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json

from .live_views import CREATE, CREATE_LATER

LONGEST = 1024
"""Characters of all parts of `contentText` together."""

_CARD = ("payload", "activityData", "notificationData")

_ALWAYS = "{{status}}"
_FOR = {"FLIGHT": "{{flightNo}}", "TRAIN": "{{trainNo}}"}
"""The places that the texts of a new card need, by event."""

_BLOCKS = {4: ("singleTextBlock",), 5: ("firstTextBlock", "lastTextBlock")}
"""The text blocks of a layout."""


def hints(document: Json) -> Iterator[str]:
    """What is wrong with a live view whose fields are right one by one."""
    card = read(document, _CARD)
    texts = card.get("contentText") or []
    if sum(len(each.get("text") or "") for each in texts) > LONGEST:
        yield f"contentText should not exceed {LONGEST} characters"
    colours = {each.get("foregroundColor") for each in texts} - {None}
    if len(colours) > 1:
        yield "contentText allows only one foregroundColor"
    payload = document["payload"]
    if payload["operation"] in (CREATE, CREATE_LATER):
        # Facts B.9 ask for them of a card; only a new one has to have texts at all.
        words = list(_words(card))
        for place in (_ALWAYS, _FOR.get(payload["event"])):
            if place and not any(place in word for word in words):
                yield f"notificationData should contain {place}"


def _words(card: Json) -> Iterator[str]:
    """The texts of a card whose places are filled."""
    yield card.get("contentTitle", "")
    for piece in card.get("contentText", ()):
        yield piece.get("text", "")
    yield card.get("extend", {}).get("text", "")
    for name in _BLOCKS.get(card["type"], ()):
        block = card.get(name, {})
        yield from (block.get("firstLine", ""), block.get("secondLine", ""))
