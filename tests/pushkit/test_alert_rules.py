"""Rules on the notification of an alert."""

import pytest

from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.message_rules import message_problems


def rules(document: Json, push_type: str = "0") -> dict[str, str]:
    """Rule → severity of every problem of a message with this document."""
    message = Message(Api.V3, push_type, document)
    return {each.rule: str(each.severity) for each in message_problems(message)}


def wrap(fields: Json) -> Json:
    good = {"category": "IM", "title": "Parcel", "body": "Here", "notifyId": 1}
    return {"payload": {"notification": {**good, **fields}}}


CASES = [
    ({"clickAction": {"actionType": 1}}, "page", "blocking"),
    ({"category": "PLAY_VOICE"}, "play-voice", "blocking"),
    ({"category": "MARKETING"}, "marketing", "warning"),
    ({"category": "IM"}, "category-right", "warning"),
    ({"style": 3}, "lines", "blocking"),
    ({"inboxContent": ["a"]}, "lines-unused", "hint"),
    ({"style": 1}, "big-text", "warning"),
    ({"image": "https://img.example.com/a.gif"}, "image-type", "warning"),
    ({"image": "https://[broken/a.png"}, "image-type", "warning"),
    ({"soundDuration": 3}, "sound", "blocking"),
    ({"sound": "a.mp3", "category": "MARKETING"}, "sound-silent", "hint"),
    ({"profileId": "+86 138 0000 0000"}, "profile", "warning"),
    ({"profileId": "anna@example.com"}, "profile", "warning"),
    ({"notifyId": -1}, "notify-id", "hint"),
    ({"badge": {"addNum": 1, "setNum": 2}}, "badge", "hint"),
]


@pytest.mark.parametrize(("fields", "rule", "severity"), CASES)
def test_what_breaks_a_rule_is_told(fields: Json, rule: str, severity: str) -> None:
    assert rules(wrap(fields)).get(rule) == severity


FINE = [
    ({"clickAction": {"actionType": 1, "uri": "a://b"}}, "page"),
    ({"style": 3, "inboxContent": ["a"]}, "lines"),
    ({"style": 3, "inboxContent": ["a"]}, "lines-unused"),
    ({"image": "https://img.example.com/a.PNG?size=2"}, "image-type"),
    ({"image": "http://img.example.com/a.gif"}, "image-type"),
    ({"sound": "a.mp3", "soundDuration": 3}, "sound"),
    ({"sound": "a.mp3"}, "sound-silent"),
    ({"profileId": "anon-profile-7"}, "profile"),
    ({"notifyId": 0}, "notify-id"),
    ({"badge": {"setNum": 2}}, "badge"),
]


@pytest.mark.parametrize(("fields", "rule"), FINE)
def test_what_is_in_order_is_not_told(fields: Json, rule: str) -> None:
    assert rule not in rules(wrap(fields))
