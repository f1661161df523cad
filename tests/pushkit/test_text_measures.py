import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.shown_text import BODY, TITLE, Room, overfills, shown_share
from hmpush_gui.pushkit.text_measures import room_for, shown_length

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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", 0),
        ("a" * 22, 22),
        ("a" * 23, 21),
        ("中" * 15, 15),
        ("中" * 16, 14),
        ("é" * 22, 22),
        ("e\u0301" * 22, 44),
    ],
)
def test_a_text_is_cut_where_the_phone_cuts_it(text: str, shown: int) -> None:
    assert shown_length(text, TITLE) == shown


def test_where_no_room_is_known_nothing_is_cut() -> None:
    assert shown_length("a" * 999, None) == 999


@given(st.text(max_size=60))
def test_what_is_read_of_a_cut_text_leaves_room_for_the_sign_that_says_so(
    text: str,
) -> None:
    shown = shown_length(text, TITLE)
    if shown < len(text):
        assert shown_share(text[:shown], TITLE) <= 1.000001
        assert overfills(text, TITLE)
