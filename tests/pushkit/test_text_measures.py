import pytest

from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.shown_text import BODY, TITLE, Room
from hmpush_gui.pushkit.text_measures import room_for

from .language_samples import alert


@pytest.mark.parametrize(
    ("where", "room"),
    [("title", TITLE), ("body", BODY), ("line", Room(28, 19)), ("text", None)],
)
def test_the_places_of_a_notification_have_the_room_of_the_facts(
    where: str, room: object
) -> None:
    assert room_for(alert(), where) == room


@pytest.mark.parametrize(
    ("extend", "title", "text"),
    [
        ({}, Room(23, 16), Room(28, 19)),
        ({"type": 1, "text": "Call"}, Room(18, 13), Room(22, 15)),
    ],
)
def test_a_live_view_has_less_room_beside_an_auxiliary_part(
    extend: object, title: object, text: object
) -> None:
    card = {"type": -1, "contentTitle": "a", "extend": extend}
    document = {"payload": {"operation": 0, "activityData": {"notificationData": card}}}
    message = Message(Api.V3, "7", document)
    assert room_for(message, "card-title") == title
    assert room_for(message, "card-text") == text
