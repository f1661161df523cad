"""What a live view message shows, as values (facts B.9); wrong values are left out."""

import re
from dataclasses import dataclass
from typing import Any

from .document import read
from .live_view_status import status_words
from .loose import a_colour, a_list, a_number, a_text, an_object, objects
from .message import Json, Message
from .shown_text import Room

CREATE, UPDATE, END, CREATE_AT_PLACE, END_AT_PLACE = 0, 1, 2, 4, 6
PROGRESS, EMPHASIS, SIDES, SCORE, BASE = 3, 4, 5, 7, -1
"""Layouts of the card."""

TITLE_ALONE, TEXT_ALONE = Room(23, 16), Room(28, 19)
TITLE_BESIDE, TEXT_BESIDE = Room(18, 13), Room(22, 15)
"""What the card shows without and with an auxiliary part (G.6)."""

_EXAMPLES = {"flightNo": "XY100", "trainNo": "X1000"}
_PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text with its own colour, `#AARRGGBB`, or none."""

    text: str
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Capsule:
    """The pill in the status bar. `share` 0..1 is None while its end is unknown."""

    kind: int
    shown: bool
    icon: str
    title: str
    content: str
    colour: str | None
    remind: str
    clock: str
    share: float | None


@dataclass(frozen=True, slots=True)
class Aside:
    """The auxiliary part at the right of the card: 1 text, 2 in a capsule, 3/4 icon."""

    kind: int
    text: str
    image: str


@dataclass(frozen=True, slots=True)
class LiveCard:
    """The fixed part of the card, and its extension as `data` of the layout."""

    layout: int
    title: str
    text: tuple[Piece, ...]
    aside: Aside | None
    data: Json


@dataclass(frozen=True, slots=True)
class OuterScreen:
    """The small outer screen of a folding phone."""

    title: str
    body: tuple[Piece, ...]
    colour: str | None
    picture: str


@dataclass(frozen=True, slots=True)
class LiveView:
    """A live view message; None where it has no such part."""

    operation: int | None
    capsule: Capsule | None
    card: LiveCard
    outer: OuterScreen | None
    lock_picture: str


def read_live_view(message: Message) -> LiveView:
    """What `message` would show, placeholders replaced by examples."""
    payload = an_object(message.document.get("payload"))
    data = an_object(payload.get("activityData"))
    notification = _filled(an_object(data.get("notificationData")), payload)
    capsule, outer = data.get("capsuleData"), data.get("externalData")
    operation = a_number(payload.get("operation"))
    return LiveView(
        None if operation is None else int(operation),
        _capsule(capsule) if isinstance(capsule, dict) else None,
        _card(notification),
        _outer(outer) if isinstance(outer, dict) else None,
        a_text(read(notification, ("lockScreen", "picture"))),
    )


def _filled(node: Any, payload: Json) -> Any:
    """`node` with every placeholder that is known replaced."""
    keywords = an_object(
        read(payload, ("activityData", "notificationData", "keywords"))
    )
    known = {**_EXAMPLES, **{key: a_text(keywords[key]) for key in keywords}}
    card = an_object(node)
    texts = [each.text for each in pieces(card.get("contentText"))]
    said = "".join([a_text(card.get("contentTitle")), *texts])
    known["status"] = status_words(a_text(payload.get("status")), said) or "Status"
    return _replaced(node, known)


def _replaced(node: Any, known: dict[str, str]) -> Any:
    if isinstance(node, str):
        return _PLACE.sub(lambda place: known.get(place[1]) or place[0], node)
    if isinstance(node, list):
        return [_replaced(each, known) for each in node]
    if isinstance(node, dict):
        return {key: _replaced(each, known) for key, each in node.items()}
    return node


def _card(data: Json) -> LiveCard:
    layout = a_number(data.get("type"))
    return LiveCard(
        BASE if layout is None else int(layout),
        a_text(data.get("contentTitle")),
        pieces(data.get("contentText")),
        _aside(an_object(data.get("extend"))),
        data,
    )


def _aside(extend: Json) -> Aside | None:
    kind = a_number(extend.get("type"))
    if kind is None or int(kind) not in (1, 2, 3, 4):
        return None
    image = a_text(extend.get("image")) or a_text(extend.get("pic"))
    return Aside(int(kind), a_text(extend.get("text")), image)


def pieces(value: Any) -> tuple[Piece, ...]:
    """A text in pieces, or one plain text."""
    if isinstance(value, str):
        return (Piece(value),)
    return tuple(
        Piece(a_text(each.get("text")), a_colour(each.get("foregroundColor")))
        for each in objects(value)
    )


def _capsule(data: Json) -> Capsule:
    kind = a_number(data.get("type"))
    return Capsule(
        1 if kind is None else int(kind),
        data.get("status") != -1,
        a_text(data.get("icon")),
        a_text(data.get("title")),
        a_text(data.get("content")),
        a_colour(data.get("bgColor")),
        a_text(data.get("remind")) or "DEFAULT",
        _clock(an_object(data.get("capsuleTimer"))),
        _share(an_object(data.get("progress"))),
    )


def _clock(timer: Json) -> str:
    """The timer as a phone writes it: 01:05 or 1:01:05."""
    milliseconds = a_number(timer.get("time")) or 0
    minutes, seconds = divmod(max(0, int(milliseconds)) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{seconds:02}"
    return f"{minutes:02}:{seconds:02}"


def _share(progress: Json) -> float | None:
    if progress.get("indeterminate") is True:
        return None
    full = a_number(progress.get("max")) or 100
    done = a_number(progress.get("progress")) or 0
    return min(1.0, max(0.0, done / full))


def _outer(data: Json) -> OuterScreen:
    return OuterScreen(
        a_text(data.get("title")),
        pieces(data.get("body")),
        a_colour(data.get("bgColor")),
        a_text(data.get("bgImage")),
    )


def node_icons(data: Json) -> tuple[str, ...]:
    """The names at the points of a progress bar, five at most."""
    nodes = a_list(an_object(data.get("richProgress")).get("nodeIcons"))
    return tuple(a_text(each) for each in nodes[:5])
