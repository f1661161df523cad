import pytest

from hmpush_gui.exchange.message_file import MessageFile
from hmpush_gui.exchange.sample import Sample, shown_words
from hmpush_gui.pushkit.message import Api, Json, Message

LIVE = {"contentTitle": "Flight", "contentText": [{"text": "gate "}, {"text": "B27"}]}
SHOWN: list[tuple[Json, tuple[str, str]]] = [
    ({"payload": {"notification": {"title": "a", "body": "b"}}}, ("a", "b")),
    (
        {"payload": {"activityData": {"notificationData": LIVE}}},
        ("Flight", "gate B27"),
    ),
    ({"payload": {"activityData": {"notificationData": {}}}}, ("", "")),
    ({"payload": {"extraData": "{}"}}, ("", "")),
]


@pytest.mark.parametrize(("document", "words"), SHOWN)
def test_what_a_person_would_see_is_told(
    document: Json, words: tuple[str, str]
) -> None:
    assert shown_words(Message(Api.V3, "0", document)) == words


def test_an_iphone_shows_apples_own_words() -> None:
    aps = {"aps": {"alert": {"title": "a", "body": "b"}}}
    message = Message(Api.V1, "", {"message": {"apns": {"payload": aps}}})
    assert shown_words(message) == ("a", "b")


WORDS = [
    ("", True),
    ("parcel", True),
    ("PARCEL depot", True),
    ("notification v3", True),
    ("包裹", True),
    ("parcel flight", False),
]


@pytest.mark.parametrize(("words", "fits"), WORDS)
def test_all_words_have_to_stand_somewhere(words: str, fits: bool) -> None:
    document = {"payload": {"notification": {"title": "Parcel", "body": "包裹"}}}
    file = MessageFile(Message(Api.V3, "0", document), "Parcel", "It left the depot.")
    assert Sample("parcel", file).fits(words) is fits
