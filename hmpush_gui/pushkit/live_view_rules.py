"""Rules on the payloads of live views (facts B.9)."""

from collections.abc import Iterator, Mapping
from typing import Any

from .document import Path, read
from .problem import Problem, blocking, hint, warning
from .words import QT_TRANSLATE_NOOP

PAYLOAD: Path = ("payload",)

_CARD: Path = (*PAYLOAD, "activityData", "notificationData")
_LONGEST_TEXT = 1024
_CREATES = (0, 4)
_CREATED = ("FLIGHT", "TAXI", "TRAIN")
_PERHAPS_CREATED = ("EXPRESS", "CHECK_IN")
"""Facts K 7: one sentence of the page names three events, its note five."""

_KEYWORDS = {"FLIGHT": "flightNo", "TRAIN": "trainNo"}
_BLOCKS = {4: ("singleTextBlock",), 5: ("firstTextBlock", "lastTextBlock")}
"""Layout → the blocks of text it has; no other layout has any."""

_LINES = ("firstLine", "secondLine")


def live_view_problems(payload: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with a live view beyond its single fields."""
    yield from _live_view(payload)
    yield from _live_texts(payload)
    yield from _live_places(payload)
    yield from _live_event(payload)


def _live_view(payload: Mapping[str, Any]) -> Iterator[Problem]:
    operation = payload.get("operation")
    if operation in (0, 1) and not payload.get("status"):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "Creating or updating a live view needs its status."
        )
        path = (*PAYLOAD, "status")
        if operation == 0:
            yield blocking("live-status", path, sentence, "B.9")
        else:
            yield hint("live-status", path, sentence, "B.9")
    if operation == 1:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Update only a live view that was created: an unknown activity ID is "
            "blocked for 24 hours.",
        )
        yield hint("live-unknown", (*PAYLOAD, "activityId"), sentence, "B.9")
    if operation in (4, 6) and not isinstance(payload.get("trigger"), dict):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "A delayed live view needs its trigger: where it starts or ends."
        )
        yield blocking("live-trigger", (*PAYLOAD, "trigger"), sentence, "B.9")


def _live_texts(payload: Mapping[str, Any]) -> Iterator[Problem]:
    texts = _pieces(_card(payload))
    path = (*_CARD, "contentText")
    length = sum(len(str(each.get("text") or "")) for each in texts)
    if length > _LONGEST_TEXT:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "The card text has {length} characters in all: at most {most}."
        ).format(length=length, most=_LONGEST_TEXT)
        yield blocking("live-text", path, sentence, "B.9")
    colours = {str(each["foregroundColor"]) for each in texts if _coloured(each)}
    if len(colours) > 1:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "The card text may have one colour only: here are {count}."
        ).format(count=len(colours))
        yield blocking("live-colour", path, sentence, "B.9")


def _coloured(text: Mapping[str, Any]) -> bool:
    return text.get("foregroundColor") is not None


def _live_places(payload: Mapping[str, Any]) -> Iterator[Problem]:
    """A card shows its status, and its keyword, only where a text has a place for it.

    The row does not say whether an update needs them; a status that no text shows is
    worth a hint there.
    """
    card, event = _card(payload), payload.get("event")
    shown = "\n".join(_shown_texts(card))
    keyword = _KEYWORDS.get(event) if isinstance(event, str) else None
    creates = payload.get("operation") in _CREATES
    wanted = ["status", keyword] if creates else ["status"]
    missing = [f"{{{{{each}}}}}" for each in wanted if each]
    missing = [place for place in missing if place not in shown]
    path = (*_CARD, "contentTitle")
    if missing and creates:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "No text of the card has {places}. Write it into the card title, the card "
            "text, the auxiliary text or a text block of the layout.",
        ).format(places=" and ".join(missing))
        yield blocking("live-place", path, sentence, "B.9")
    elif missing and shown and payload.get("operation") == 1:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "No text of the card has {places}, so it does not show the status.",
        ).format(places=missing[0])
        yield hint("live-place", path, sentence, "B.9")


def _shown_texts(card: Mapping[str, Any]) -> Iterator[str]:
    """The texts in which places are filled."""
    texts = [card.get("contentTitle"), *(each.get("text") for each in _pieces(card))]
    extend = card.get("extend")
    if isinstance(extend, dict):
        texts.append(extend.get("text"))
    for layout, names in _BLOCKS.items():
        for name in names if layout == card.get("type") else ():
            block = card.get(name)
            if isinstance(block, dict):
                texts += [block.get(line) for line in _LINES]
    return (text for text in texts if isinstance(text, str))


def _card(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    found = read(dict(payload), _CARD[1:])
    return found if isinstance(found, dict) else {}


def _pieces(card: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The pieces of the card's text."""
    parts = card.get("contentText")
    found = parts if isinstance(parts, list) else []
    return [each for each in found if isinstance(each, dict)]


def _live_event(payload: Mapping[str, Any]) -> Iterator[Problem]:
    event = payload.get("event")
    if payload.get("operation") != 0 or event in _CREATED or not event:
        return
    if event in _PERHAPS_CREATED:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Huawei’s page is of two minds whether {event} can be created by push. If "
            "the phone does not show it, the app has to create it.",
        )
    else:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "A live view of {event} is created by the app, and push only updates it: "
            "Push Kit accepts this message, but the phone shows nothing.",
        )
    path = (*PAYLOAD, "event")
    yield warning("live-event", path, sentence.format(event=event), "B.9, K 7")
