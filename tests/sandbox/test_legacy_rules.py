"""Parts of a v1 or v2 message that need each other are missed."""

from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api

from .conftest import Asker, drop, illegal, put

ANDROID = "message.android"

Json = dict[str, Any]


@pytest.mark.parametrize("name", ["title", "body"])
def test_legacy_words_may_stand_in_either_place_but_must_stand_somewhere(
    asker: Asker, legacy: Json, name: str
) -> None:
    without = drop(legacy, f"message.notification.{name}")
    moved = put(without, f"{ANDROID}.notification.{name}", "words")

    assert asker.ask(without, api=Api.V1) == illegal(f"{name} cannot be null in body")
    assert asker.ask(moved, api=Api.V1)[1] == "80000000"


def test_a_legacy_notification_needs_its_android_half(
    asker: Asker, legacy: Json
) -> None:
    without = drop(legacy, "message.android")
    empty = put(legacy, "message.android", {})

    assert asker.ask(without, api=Api.V1) == illegal("android cannot be null in body")
    assert asker.ask(empty, api=Api.V1) == illegal(
        "android notification cannot be null in body"
    )


def test_a_legacy_message_is_a_notification_or_data(asker: Asker, legacy: Json) -> None:
    token = legacy["message"]["token"]
    nothing = {"message": {"token": token}}
    data = {"message": {"token": token, "data": "hello"}}
    android_data = {"message": {"token": token, "android": {"data": "hello"}}}

    assert asker.ask(nothing, api=Api.V1) == illegal(
        "notification and data cannot both be null in body"
    )
    assert asker.ask(data, api=Api.V1)[1] == "80000000"
    assert asker.ask(android_data, api=Api.V1)[1] == "80000000"


@pytest.mark.parametrize(
    ("target", "msg"),
    [
        (
            {"token": ["a"], "topic": "news"},
            "only one of token, topic and condition is allowed",
        ),
        (
            {"topic": "news", "condition": "'a' in topics"},
            "only one of token, topic and condition is allowed",
        ),
    ],
)
def test_a_legacy_message_has_one_target(
    asker: Asker, legacy: Json, target: Json, msg: str
) -> None:
    document = drop(legacy, "message.token")
    document["message"] |= target

    expected = (400, "80100001", f"Check Parameter Error, {msg}")
    assert asker.ask(document, api=Api.V1) == expected
