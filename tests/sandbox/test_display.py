"""What a phone makes of a message."""

from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.phone import Delivery

from .conftest import NOW, Asker, put

NOTE = "payload.notification"
ANDROID = "message.android"

Json = dict[str, Any]


def _receive(asker: Asker, document: Json, **how: Any) -> Delivery:
    reply = asker.send(document, **how)
    assert reply.code == "80000000", reply.msg
    return asker.delivered[-1]


def test_a_full_alert_is_received_as_it_was_sent(asker: Asker, alert: Json) -> None:
    document = put(alert, "pushOptions.testMessage", True)
    for name, value in {
        "style": 3,
        "inboxContent": ["1. Tulips", "2. Compost"],
        "image": "https://img.example.com/a.png",
        "notifyId": 77,
        "clickAction.data": {"orderId": "77", "城": 1},
    }.items():
        document = put(document, f"{NOTE}.{name}", value)

    reply = asker.send(document)

    assert asker.delivered == [
        Delivery(
            token="SANDBOX-live-000001",
            at=NOW,
            request_id=reply.request_id,
            api=Api.V3,
            push_type="0",
            title="Parcel",
            body="It is on its way.",
            category="EXPRESS",
            alerting=True,
            shows=True,
            data='{"orderId":"77","城":1}',
            test=True,
            notify_id=77,
            image="https://img.example.com/a.png",
            lines=("1. Tulips", "2. Compost"),
            slot="notify 0 77",
            badge="",
        )
    ]


def test_a_bare_alert_has_nothing_but_its_words(asker: Asker, alert: Json) -> None:
    received = _receive(asker, alert)

    assert (received.data, received.image, received.lines) == ("", "", ())
    assert received.notify_id is None
    assert not received.test


def test_a_background_message_shows_nothing(asker: Asker, background: Json) -> None:
    received = _receive(asker, background, push_type="6")

    assert (received.shows, received.alerting) == (False, False)
    assert (received.title, received.body, received.category) == ("", "", "")
    assert received.data == '{"sync":"notes"}'
    assert received.push_type == "6"


@pytest.mark.parametrize(
    ("category", "rings"),
    [("MARKETING", False), ("IM", True), ("EXPRESS", True), ("NOT_KNOWN", True)],
)
def test_every_category_rings_but_marketing(
    asker: Asker, alert: Json, legacy: Json, category: str, rings: bool
) -> None:
    v3 = _receive(asker, put(alert, f"{NOTE}.category", category))
    v1 = _receive(asker, put(legacy, f"{ANDROID}.category", category), api=Api.V1)

    assert (v3.category, v3.alerting, v3.shows) == (category, rings, True)
    assert (v1.category, v1.alerting, v1.shows) == (category, rings, True)


@pytest.mark.parametrize(("importance", "rings"), [("LOW", False), ("NORMAL", True)])
def test_a_legacy_notification_of_low_importance_is_silent(
    asker: Asker, legacy: Json, importance: str, rings: bool
) -> None:
    document = put(legacy, f"{ANDROID}.notification.importance", importance)

    assert _receive(asker, document, api=Api.V1).alerting is rings


def test_a_bare_legacy_notification_rings(asker: Asker, legacy: Json) -> None:
    received = _receive(asker, legacy, api=Api.V2)

    assert (received.api, received.push_type) == (Api.V2, "")
    assert (received.title, received.body) == ("Parcel", "It is on its way.")
    assert (received.alerting, received.shows, received.test) == (True, True, False)
    assert received.notify_id is None


def test_a_full_legacy_notification_is_received_as_it_was_sent(
    asker: Asker, legacy: Json
) -> None:
    document = put(legacy, "message.data", '{"a":1}')
    document = put(document, "message.notification.image", "https://x/outer.png")
    document = put(document, f"{ANDROID}.target_user_type", 1)
    for name, value in {
        "title": "Inner",
        "notify_id": 77,
        "image": "https://x/inner.png",
        "style": 3,
        "inbox_content": ["1", "2"],
    }.items():
        document = put(document, f"{ANDROID}.notification.{name}", value)

    received = _receive(asker, document, api=Api.V1)

    assert (received.title, received.body) == ("Inner", "It is on its way.")
    assert (received.data, received.test) == ('{"a":1}', True)
    assert (received.notify_id, received.lines) == (77, ("1", "2"))
    assert received.image == "https://x/inner.png"


def test_a_legacy_data_message_shows_nothing(asker: Asker) -> None:
    document = {"message": {"token": ["a"], "data": "hello"}}

    received = _receive(asker, document, api=Api.V1)

    assert (received.shows, received.alerting, received.data) == (False, False, "hello")


def test_android_data_wins_over_the_general_data(asker: Asker) -> None:
    document = {
        "message": {"token": ["a"], "data": "outer", "android": {"data": "inner"}}
    }

    assert _receive(asker, document, api=Api.V1).data == "inner"


def test_lines_show_only_in_the_multi_line_style(asker: Asker, alert: Json) -> None:
    document = put(alert, f"{NOTE}.inboxContent", ["1"])

    assert _receive(asker, put(document, f"{NOTE}.style", 0)).lines == ()


@pytest.mark.parametrize(("sent", "read"), [(-1, None), (0, 0), (7, 7), (7.0, 7)])
def test_a_negative_notify_id_is_none(
    asker: Asker, alert: Json, sent: float, read: int | None
) -> None:
    received = _receive(asker, put(alert, f"{NOTE}.notifyId", sent))

    assert received.notify_id == read
    assert received.notify_id is None or type(received.notify_id) is int
