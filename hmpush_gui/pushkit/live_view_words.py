"""Says what a live view message does on a phone, and when (facts B.9, C.5, G.6)."""

from collections.abc import Iterator

from .live_view import (
    CREATE,
    CREATE_AT_PLACE,
    END,
    END_AT_PLACE,
    TEXT_ALONE,
    TEXT_BESIDE,
    TITLE_ALONE,
    TITLE_BESIDE,
    UPDATE,
    LiveView,
    read_live_view,
)
from .loose import a_number, a_text, an_object
from .message import Json, Message
from .shown_text import overfills
from .spans import span
from .words import QT_TRANSLATE_NOOP, Sentence


def live_view_words(message: Message) -> list[Sentence]:
    """One sentence for each thing the phone does."""
    view = read_live_view(message)
    payload = an_object(message.document.get("payload"))
    named = {
        "id": a_text(payload.get("activityId")) or "?",
        "event": a_text(payload.get("event")) or "?",
    }
    return [
        *(each.format(**named) for each in _deed(view, payload)),
        *_loudness(view, payload),
        *_capsule(view),
        _NEEDS.format(**named),
        *_cuts(view),
    ]


def _deed(view: LiveView, payload: Json) -> Iterator[Sentence]:
    trigger = an_object(payload.get("trigger"))
    if view.operation == CREATE:
        yield _CREATES
        yield _LIFE
        yield _NOT_AGAIN
    elif view.operation == UPDATE:
        yield _UPDATES
        yield _LIFE
        yield _UNKNOWN_ID
        yield from _version(payload)
    elif view.operation == END:
        keep = a_number(view.card.data.get("keepTime")) or 0
        yield _STAYS.format(time=span(keep)) if keep > 0 else _GOES
        yield from _version(payload)
    elif view.operation == CREATE_AT_PLACE:
        yield _CREATES_AT.format(place=_place(trigger))
        shown = a_number(trigger.get("displayTime")) or 900
        yield _SHOWN_FOR.format(time=span(shown))
    elif view.operation == END_AT_PLACE:
        yield _ENDS_AT.format(place=_place(trigger))
    else:
        yield _NO_OPERATION


_NEEDS = QT_TRANSLATE_NOOP("preview", "It needs the live-view right for {event}.")
_CREATES = QT_TRANSLATE_NOOP(
    "preview",
    "Creates the live view {id} ({event}): a capsule in the status bar, and a card in "
    "the notification centre and on the lock screen.",
)
_UPDATES = QT_TRANSLATE_NOOP(
    "preview", "Changes the live view {id} ({event}) in place, capsule and card."
)
_LIFE = QT_TRANSLATE_NOOP(
    "preview",
    "Without an update it leaves capsule and lock screen after 2 hours, and the "
    "notification centre after 4.",
)
_NOT_AGAIN = QT_TRANSLATE_NOOP(
    "preview", "The same ID cannot be created again within 12 hours."
)
_UNKNOWN_ID = QT_TRANSLATE_NOOP(
    "preview",
    "A phone without a live view of this ID shows nothing, and the ID is blocked on it "
    "for 24 hours.",
)
_STAYS = QT_TRANSLATE_NOOP(
    "preview",
    "Ends the live view {id} ({event}): the capsule goes at once, the card stays in "
    "the notification centre for {time}.",
)
_GOES = QT_TRANSLATE_NOOP(
    "preview",
    "Ends the live view {id} ({event}): capsule and card go at once. “Stay after the "
    "end” would keep the card up to an hour.",
)
_CREATES_AT = QT_TRANSLATE_NOOP(
    "preview",
    "Nothing is shown yet. The phone creates the live view {id} ({event}) on {place}.",
)
_ENDS_AT = QT_TRANSLATE_NOOP(
    "preview", "The phone ends the live view {id} ({event}) on {place}."
)
_SHOWN_FOR = QT_TRANSLATE_NOOP("preview", "It is then shown for {time}.")
_NO_OPERATION = QT_TRANSLATE_NOOP(
    "preview", "Choose an operation: it says whether {id} ({event}) begins or ends."
)


def _version(payload: Json) -> Iterator[Sentence]:
    version = a_number(payload.get("version"))
    if version is not None:
        yield QT_TRANSLATE_NOOP(
            "preview",
            "Version {version} has to be greater than the last one; else it is "
            "dropped.",
        ).format(version=version)


def _place(trigger: Json) -> Sentence:
    """Where a geofence is, and what it waits for."""
    place = an_object(trigger.get("condition"))
    leaving = place.get("monitorEvent") == 2
    delay = a_number(place.get("delayTime")) or 0
    sentence = _LEAVING if leaving else _ENTERING
    if delay > 0:
        sentence = _LEAVING_LATER if leaving else _ENTERING_LATER
    return sentence.format(
        radius=a_text(place.get("radius")) or "?",
        latitude=a_text(place.get("latitude")) or "?",
        longitude=a_text(place.get("longitude")) or "?",
        delay=span(delay),
    )


_ENTERING = QT_TRANSLATE_NOOP(
    "preview", "entering the circle of {radius} m around {latitude}, {longitude}"
)
_LEAVING = QT_TRANSLATE_NOOP(
    "preview", "leaving the circle of {radius} m around {latitude}, {longitude}"
)
_ENTERING_LATER = QT_TRANSLATE_NOOP(
    "preview",
    "entering the circle of {radius} m around {latitude}, {longitude}, {delay} later",
)
_LEAVING_LATER = QT_TRANSLATE_NOOP(
    "preview",
    "leaving the circle of {radius} m around {latitude}, {longitude}, {delay} later",
)


def _loudness(view: LiveView, payload: Json) -> Iterator[Sentence]:
    if view.operation == END:
        return
    if payload.get("mute") is False:
        yield QT_TRANSLATE_NOOP("preview", "The phone rings and vibrates.")
    else:
        yield QT_TRANSLATE_NOOP("preview", "The phone stays silent.")


def _capsule(view: LiveView) -> Iterator[Sentence]:
    if view.capsule is None:
        return
    if not view.capsule.shown:
        yield QT_TRANSLATE_NOOP("preview", "The capsule is hidden (status −1).")
    elif view.capsule.remind == "FLIP":
        yield QT_TRANSLATE_NOOP(
            "preview", "The capsule flips to be noticed, up to 5 times a live view."
        )
    elif view.capsule.remind == "EXPAND":
        yield QT_TRANSLATE_NOOP(
            "preview", "The capsule opens to be noticed, up to twice a live view."
        )


def _cuts(view: LiveView) -> Iterator[Sentence]:
    card = view.card
    beside = card.aside is not None
    title, text = (TITLE_BESIDE, TEXT_BESIDE) if beside else (TITLE_ALONE, TEXT_ALONE)
    if overfills(card.title, title):
        yield QT_TRANSLATE_NOOP(
            "preview",
            "▲ The card title is cut: about {latin} Latin or {chinese} Chinese "
            "characters are shown.",
        ).format(latin=title.latin, chinese=title.chinese)
    whole = "".join(piece.text for piece in card.text)
    if overfills(whole, text):
        yield QT_TRANSLATE_NOOP(
            "preview",
            "▲ The card text is cut: about {latin} Latin or {chinese} Chinese "
            "characters are shown.",
        ).format(latin=text.latin, chinese=text.chinese)
