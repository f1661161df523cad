"""How much of a text has room on the phone (facts G.1, G.6)."""

from .live_view import (
    TEXT_ALONE,
    TEXT_BESIDE,
    TITLE_ALONE,
    TITLE_BESIDE,
    read_live_view,
)
from .message import Message, PushType
from .shown_text import BODY, TITLE, Room

_LINES = 3
_ROOMS = {
    "title": TITLE,
    "body": BODY,
    "line": Room(BODY.latin // _LINES, BODY.chinese // _LINES),
}


def room_for(message: Message, where: str) -> Room | None:
    """What fits at the place `where` (`x-shown`); None where that is not known."""
    if message.push_type == PushType.LIVE_VIEW and where.startswith("card"):
        beside = read_live_view(message).card.aside is not None
        title, text = (
            (TITLE_BESIDE, TEXT_BESIDE) if beside else (TITLE_ALONE, TEXT_ALONE)
        )
        return title if where == "card-title" else text
    return _ROOMS.get(where)
