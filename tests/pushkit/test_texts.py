import pytest

from hmpush_gui.pushkit.document import compact, read, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.texts import (
    Texts,
    text_node,
    text_places,
    texts_of,
    with_texts,
)

from .language_samples import BODY, ENGLISH, LINES, TITLE, alert

CARD = ("payload", "activityData", "notificationData")
PIECES = (*CARD, "contentText")


def live() -> Message:
    document = {
        "payload": {
            "activityId": 1,
            "activityData": {
                "notificationData": {
                    "contentTitle": "Train",
                    "contentText": [
                        {"text": "Platform "},
                        {"text": "3", "foregroundColor": "#FF317AF7"},
                        "no object",
                    ],
                    "firstTextBlock": {"firstLine": "09:10"},
                },
            },
        }
    }
    return Message(Api.V3, "7", document)


def test_texts_are_what_people_read_and_nothing_else() -> None:
    assert texts_of(alert()) == ENGLISH
    assert texts_of(live()) == {
        (*CARD, "contentTitle"): "Train",
        (*PIECES, "0", "text"): "Platform ",
        (*PIECES, "1", "text"): "3",
        (*CARD, "firstTextBlock", "firstLine"): "09:10",
    }


def test_both_places_of_a_legacy_notification_have_texts() -> None:
    document = {
        "message": {
            "notification": {"title": "a", "image": "https://a/b.png"},
            "android": {
                "notification": {
                    "title": "b",
                    "inbox_content": ["x", "y"],
                    "buttons": [{"name": "Open", "action_type": 0}],
                }
            },
        }
    }
    texts = texts_of(Message(Api.V1, "", document))
    android = ("message", "android", "notification")
    assert texts == {
        ("message", "notification", "title"): "a",
        (*android, "title"): "b",
        (*android, "inbox_content"): ("x", "y"),
        (*android, "buttons", "0", "name"): "Open",
    }


@pytest.mark.parametrize("value", [5, None, {"a": 1}, ["a", 1], True])
def test_what_is_no_text_is_neither_read_nor_written_over(value: object) -> None:
    message = Message(Api.V3, "0", {"payload": {"notification": {"title": value}}})
    assert texts_of(message) == {}
    if value is not None:
        assert with_texts(message, {TITLE: "new"}) == message


def test_texts_are_put_in_and_those_that_are_not_named_go() -> None:
    changed = with_texts(alert(), {TITLE: "Neu", LINES: ("a", "b")})
    assert texts_of(changed) == {TITLE: "Neu", LINES: ("a", "b")}
    assert read(changed.document, LINES) == ["a", "b"]
    assert read(changed.document, BODY) is None
    category = ("payload", "notification", "category")
    assert read(changed.document, category) == read(alert().document, category)


def test_a_text_that_comes_back_stands_where_the_schema_has_it() -> None:
    message = alert()
    gone = with_texts(message, {BODY: ENGLISH[BODY]})
    back = with_texts(gone, ENGLISH)
    assert compact(back.document) == compact(message.document)


def test_entries_of_a_list_are_reached_and_none_is_made() -> None:
    changed = with_texts(
        live(),
        {
            (*PIECES, "0", "text"): "Gleis ",
            (*PIECES, "2", "text"): "no place",
            (*PIECES, "7", "text"): "no place",
        },
    )
    pieces = read(changed.document, PIECES)
    assert pieces == [
        {"text": "Gleis "},
        {"foregroundColor": "#FF317AF7"},
        "no object",
    ]


def test_taking_texts_away_never_makes_another_kind_of_message() -> None:
    document = {"message": {"notification": {"title": "a"}, "data": "{}"}}
    changed = with_texts(Message(Api.V1, "", document), {})
    assert changed.document == {"message": {"notification": {}, "data": "{}"}}
    title: Texts = {("message", "notification", "title"): "a"}
    assert with_texts(changed, title).document == document


def test_an_object_that_was_empty_stays() -> None:
    document = {"payload": {"notification": {"title": "a"}, "activityData": {}}}
    message = Message(Api.V3, "0", document)
    assert with_texts(message, {}).document == {"payload": {"activityData": {}}}


@pytest.mark.parametrize("key", ["v3-alert", "v1-notification", "v2-notification"])
def test_title_and_text_are_offered_before_they_are_written(key: str) -> None:
    places = text_places(kind(key).message(), set())
    assert [place.path[-1] for place in places] == ["title", "body"]
    assert [place.where for place in places] == ["title", "body"]
    assert [place.is_long for place in places] == [False, True]


def test_what_applies_is_offered_too_and_stands_in_the_order_of_the_schema() -> None:
    style = ("payload", "notification", "style")
    message = Message(Api.V3, "0", write(alert().document, style, 3))
    places = text_places(message, {BODY})
    assert [place.path for place in places] == [TITLE, BODY, LINES]
    assert places[-1].is_list


def test_a_path_that_no_schema_knows_comes_last_under_its_own_name() -> None:
    places = text_places(alert(), {("payload", "old", "words")})
    assert places[-1].title == "words"
    assert places[-1].where == "text"


def test_entries_of_lists_are_described() -> None:
    assert text_node("v3-7", (*PIECES, "1", "text"))["title"] == "Text"
    order = text_places(live(), set(texts_of(live())))
    pieces = [place.path[-2] for place in order if place.path[:-2] == PIECES]
    assert pieces == ["0", "1"]
