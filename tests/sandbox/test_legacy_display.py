"""What a phone, an iPhone and a browser make of a v1 or v2 message."""

from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api

from .conftest import Asker, drop, illegal, put

Json = dict[str, Any]
APPLE: Json = {
    "payload": {"aps": {"alert": {"title": "Apple", "body": "For iOS."}}},
    "hms_options": {"target_user_type": 1},
}
WEB: Json = {"notification": {"title": "Web", "body": "For browsers."}}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ("Parcel", "It is on its way.")),
        ({"apns": APPLE}, ("Parcel", "It is on its way.")),
        ({"apns": APPLE, "android": None}, ("Apple", "For iOS.")),
        ({"webpush": WEB, "android": None}, ("Web", "For browsers.")),
        (
            {"apns": put(APPLE, "payload.aps.alert", "Short."), "android": None},
            ("Parcel", "Short."),
        ),
        (
            {"apns": put(APPLE, "payload", {"aps": 7}), "android": None},
            ("Parcel", "It is on its way."),
        ),
        ({"apns": APPLE, "android": None, "notification": None}, ("Apple", "For iOS.")),
    ],
)
def test_the_words_are_those_of_the_platform(
    asker: Asker, legacy: Json, changes: Json, words: tuple[str, str]
) -> None:
    for name, value in changes.items():
        path = f"message.{name}"
        legacy = drop(legacy, path) if value is None else put(legacy, path, value)

    assert asker.ask(legacy, api=Api.V1)[1] == "80000000"
    (shown,) = asker.delivered
    assert (shown.title, shown.body, shown.shows) == (*words, True)


@pytest.mark.parametrize(
    ("apns", "hint"),
    [
        (drop(APPLE, "payload"), "payload cannot be null in body"),
        (drop(APPLE, "hms_options"), "hms_options cannot be null in body"),
        (put(APPLE, "hms_options.target_user_type", 4), "hms_options target_user_type"),
    ],
)
def test_an_ios_message_that_is_wrong_is_named(
    asker: Asker, legacy: Json, apns: Json, hint: str
) -> None:
    status, code, msg = asker.ask(put(legacy, "message.apns", apns), api=Api.V1)

    assert (status, code) == (400, "80100003")
    assert msg.startswith(f"Illegal payload, {hint}")


def test_an_android_half_without_a_notification_is_still_missed(
    asker: Asker, legacy: Json
) -> None:
    both = put(put(legacy, "message.apns", APPLE), "message.android", {})

    assert asker.ask(both, api=Api.V1) == illegal(
        "android notification cannot be null in body"
    )


def test_the_same_tag_replaces(asker: Asker, legacy: Json) -> None:
    note = "message.android.notification"
    for tag, title in (("a", "1"), ("b", "2"), ("a", "3")):
        document = put(legacy, f"{note}.tag", tag)
        asker.ask(put(document, f"{note}.title", title), api=Api.V1)

    assert [each.title for each in asker.sandbox.deliveries] == ["2", "3"]
