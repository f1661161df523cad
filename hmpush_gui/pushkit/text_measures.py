"""Where a text is cut on the phone (facts G.1, G.6)."""

from bisect import bisect_right

from .live_view import (
    TEXT_ALONE,
    TEXT_BESIDE,
    TITLE_ALONE,
    TITLE_BESIDE,
    read_live_view,
)
from .message import Message, PushType
from .shown_text import BODY, TITLE, Room, overfills, shown_share

_LINES = 3
_ROOMS = {
    "title": TITLE,
    "body": BODY,
    "line": Room(BODY.latin // _LINES, BODY.chinese // _LINES),
}
_FULL = 1 + 1e-6


def room_for(message: Message, where: str) -> Room | None:
    """What fits at the place `where` (`x-shown`); None where that is not known."""
    if message.push_type == PushType.LIVE_VIEW and where.startswith("card"):
        beside = read_live_view(message).card.aside is not None
        title, text = (
            (TITLE_BESIDE, TEXT_BESIDE) if beside else (TITLE_ALONE, TEXT_ALONE)
        )
        return Room(*(title if where == "card-title" else text))
    return _ROOMS.get(where)


def shown_length(text: str, room: Room | None) -> int:
    """How many characters of `text` are read before it is cut; all if it fits.

    The last one that would fit makes way for the “…” of the phone.
    """
    if room is None or not overfills(text, room):
        return len(text)
    lengths = range(len(text))
    beyond = bisect_right(
        lengths, _FULL, key=lambda length: shown_share(text[:length], room)
    )
    return max(0, beyond - 2)
