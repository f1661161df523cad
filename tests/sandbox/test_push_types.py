"""Every push-type is judged and arrives, as the documentation says it does."""

from typing import Any

import pytest

from hmpush_gui.sandbox.quotas import Quotas

from .conftest import Asker, drop, illegal, put

Json = dict[str, Any]
PAYLOAD = "payload"
CONTENT = "payload.activityData.notificationData"


def test_a_right_message_of_each_push_type_is_accepted(
    asker: Asker, alert: Json, widget: Json, speech: Json, live: Json, background: Json
) -> None:
    for push_type, document in {
        "0": alert,
        "1": widget,
        "2": speech,
        "6": background,
        "7": live,
        "10": background,
    }.items():
        assert asker.ask(document, push_type=push_type)[1] == "80000000", push_type

    assert [each.push_type for each in asker.delivered] == [
        *("0", "1", "2", "6", "7", "10")
    ]
    assert asker.results() == [0] * 6


@pytest.mark.parametrize(
    ("path", "value", "hint"),
    [
        ("formData", {"datashareproxy://x": 1}, "formData key has an"),
        ("formData", {"n": 2**53}, "formData n value ranges from"),
        ("formData", {"n": None}, "formData n should be of type"),
        ("formId", 2**63, "payload formId value ranges from"),
        ("version", -1, "payload version value ranges from"),
        ("moduleName", "", "moduleName cannot be null in body"),
        ("images", [{"keyName": "city", "url": "https://x/a.png"}], "images keyName"),
        ("images", [{"keyName": "a", "url": "http://x/a.png"}], "images url has an"),
        ("images", [{}, {}], "payload images should not exceed 1 items"),
    ],
)
def test_a_widget_update_that_is_wrong_is_named(
    asker: Asker, widget: Json, path: str, value: object, hint: str
) -> None:
    status, code, msg = asker.ask(
        put(widget, f"{PAYLOAD}.{path}", value), push_type="1"
    )

    assert (status, code) == (400, "80100003")
    assert msg.startswith(f"Illegal payload, {hint}")


@pytest.mark.parametrize(
    "data",
    [{"n": 2**53 - 1}, {"n": -(2**53) + 1}, {"a": [None]}, {"on": True}, {}],
)
def test_widget_data_at_its_limits_is_accepted(
    asker: Asker, widget: Json, data: Json
) -> None:
    assert asker.ask(put(widget, "payload.formData", data), push_type="1")[1] == (
        "80000000"
    )


@pytest.mark.parametrize("is_test", [False, True])
def test_a_widget_update_goes_to_one_token(
    asker: Asker, widget: Json, is_test: bool
) -> None:
    document = put(widget, "pushOptions", {"testMessage": is_test})
    document = put(document, "target.token", ["a", "b"])

    expected = (400, "80300010", "token count should within 1 and 1.")
    assert asker.ask(document, push_type="1") == expected


def test_a_widgets_version_grows_and_zero_begins_anew(
    asker: Asker, widget: Json
) -> None:
    asker.sandbox.quotas = Quotas(widget=None)
    for version in (5, 5, 4, 6, 0, 1):
        asker.ask(put(widget, "payload.version", version), push_type="1")
    asker.ask(put(widget, "payload.formId", 78), push_type="1")

    assert asker.results() == [0, 151, 151, 0, 0, 0, 0]
    assert len(asker.sandbox.deliveries) == 2


def test_large_form_ids_stay_apart(asker: Asker, widget: Json) -> None:
    for form_id in (2**63 - 1, 2**63 - 2):
        asker.ask(put(widget, "payload.formId", form_id), push_type="1")

    slots = {each.slot for each in asker.sandbox.deliveries}
    assert slots == {f"widget {2**63 - 1}", f"widget {2**63 - 2}"}


def test_speech_is_for_its_own_category(asker: Asker, speech: Json) -> None:
    wrong = put(speech, "payload.notification.category", "IM")

    assert asker.ask(wrong, push_type="2") == illegal(
        "notification category should be PLAY_VOICE"
    )
    assert asker.ask(drop(speech, "payload.extraData"), push_type="2") == illegal(
        "extraData cannot be null in body"
    )


def test_a_spoken_message_carries_its_data_and_rings(
    asker: Asker, speech: Json
) -> None:
    asker.ask(speech, push_type="2")

    (said,) = asker.delivered
    assert (said.title, said.data) == ("Parcel", '{"speak":"New order"}')
    assert (said.shows, said.alerting) == (True, True)


def test_a_badge_alone_needs_no_words(asker: Asker) -> None:
    document = {
        "payload": {"notification": {"badge": {"setNum": 5}}},
        "target": {"token": ["SANDBOX-live-1"]},
    }

    assert asker.ask(document)[1] == "80000000"
    (arrived,) = asker.delivered
    assert (arrived.shows, arrived.badge) == (False, "5")
    assert asker.ask(put(document, "payload.notification.badge", {"addNum": 5})) == (
        illegal("category cannot be null in body")
    )
    assert asker.ask(put(document, "payload.notification.badge.setNum", 100)) == (
        illegal("badge setNum value ranges from 0 to 99")
    )


@pytest.mark.parametrize(
    ("path", "value", "hint"),
    [
        ("payload.status", None, "status cannot be null in body"),
        ("payload.status", "LANDED", "payload status should be DEPART"),
        ("payload.event", "PARTY", "payload event should be"),
        ("payload.activityId", 2**31, "payload activityId value ranges from"),
        ("payload.operation", 3, "payload operation should be"),
        (f"{CONTENT}.keywords", {}, "trainNo cannot be null in body"),
        (f"{CONTENT}.type", 7, "notificationData type should be 5, -1"),
        (f"{CONTENT}.contentTitle", None, "contentTitle cannot be null in body"),
        (f"{CONTENT}.contentText", [], "notificationData contentText should have at"),
        (f"{CONTENT}.clickAction.actionType", 3, "clickAction actionType should be"),
        (f"{CONTENT}.keepTime", 3601, "notificationData keepTime value ranges from"),
        (
            f"{CONTENT}.contentText",
            [{"text": "x" * 600}, {"text": "x" * 425}],
            "contentText should not exceed 1024 characters",
        ),
        (
            f"{CONTENT}.contentText",
            [
                {"text": "a", "foregroundColor": "#FF317AF7"},
                {"text": "b", "foregroundColor": "#FF317AF8"},
            ],
            "contentText allows only one foregroundColor",
        ),
        (
            "payload.activityData.capsuleData",
            {"bgColor": "#FFF1F3F5"},
            "capsuleData bgColor has an illegal format",
        ),
    ],
)
def test_a_live_view_that_is_wrong_is_named(
    asker: Asker, live: Json, path: str, value: object, hint: str
) -> None:
    status, code, msg = asker.ask(put(live, path, value), push_type="7")

    assert (status, code) == (400, "80100003")
    assert msg.startswith(f"Illegal payload, {hint}")


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("contentTitle", "Train", "{{status}}"),
        ("contentText", [{"text": "No."}], "{{trainNo}}"),
        ("contentText", [{"text": "No.", "note": "{{trainNo}}"}], "{{trainNo}}"),
    ],
)
def test_a_new_live_view_has_places_for_its_status_and_keyword(
    asker: Asker, live: Json, path: str, value: object, place: str
) -> None:
    document = put(live, f"{CONTENT}.{path}", value)
    refused = illegal(f"notificationData should contain {place}")

    assert asker.ask(document, push_type="7") == refused
    for where, whole in (
        ("firstTextBlock", {"firstLine": "{{status}}", "secondLine": "{{trainNo}}"}),
        ("lastTextBlock", {"secondLine": "{{status}} {{trainNo}}"}),
        ("extend", {"text": "{{status}} {{trainNo}}"}),
    ):
        right = put(document, f"{CONTENT}.{where}", whole)
        right = put(right, "payload.activityId", len(where))
        assert asker.ask(right, push_type="7")[1] == "80000000"
    other = put(document, f"{CONTENT}.singleTextBlock", {"firstLine": place})
    assert asker.ask(other, push_type="7") == refused


def test_an_update_of_a_live_view_may_say_the_status_in_its_own_words(
    asker: Asker, live: Json
) -> None:
    asker.ask(live, push_type="7")
    update = put(put(live, "payload.operation", 1), f"{CONTENT}.contentTitle", "Late")

    assert asker.ask(update, push_type="7")[1] == "80000000"
    assert asker.delivered[-1].title == "Late"


def test_a_live_view_shows_its_texts_filled(asker: Asker, live: Json) -> None:
    asker.ask(live, push_type="7")
    asker.ask(put(live, "payload.mute", False), push_type="7")

    first = asker.delivered[0]
    assert (first.title, first.body) == ("Train DEPART", "No. X1000")
    assert (first.shows, first.alerting, first.slot) == (True, False, "live 501")


def test_an_update_takes_the_place_of_the_live_view(asker: Asker, live: Json) -> None:
    asker.ask(live, push_type="7")
    update = put(put(live, "payload.operation", 1), "payload.status", "ARRIVED")
    asker.ask(update, push_type="7")

    assert [each.title for each in asker.sandbox.deliveries] == ["Train ARRIVED"]


def test_a_capsule_that_expands_too_often_is_accepted_and_only_a_receipt_tells(
    asker: Asker, live: Json
) -> None:
    live = put(live, "payload.activityData.capsuleData", {"remind": "EXPAND"})
    asker.ask(live, push_type="7")
    update = put(live, "payload.operation", 1)

    assert [asker.ask(update, push_type="7")[1] for _ in range(2)] == ["80000000"] * 2
    assert asker.results() == [0, 0, 256]


def test_a_call_shows_nothing_and_carries_its_data(
    asker: Asker, background: Json
) -> None:
    assert asker.ask(background, push_type="10")[1] == "80000000"
    (call,) = asker.delivered
    assert (call.shows, call.data) == (False, '{"sync":"notes"}')
    assert asker.ask(drop(background, "payload.extraData"), push_type="10") == illegal(
        "extraData cannot be null in body"
    )
