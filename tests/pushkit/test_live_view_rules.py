"""Rules on live views."""

import pytest

from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.message_rules import message_problems


def rules(payload: Json) -> dict[str, str]:
    """Rule → severity of every problem of a live view with this payload."""
    message = Message(Api.V3, "7", {"payload": payload})
    return {each.rule: str(each.severity) for each in message_problems(message)}


LIVE = [
    ({"operation": 0}, "live-status", "blocking"),
    ({"operation": 1}, "live-status", "hint"),
    ({"operation": 1, "status": "DEPART"}, "live-unknown", "hint"),
    ({"operation": 4}, "live-trigger", "blocking"),
    ({"operation": 6, "trigger": {}}, "live-trigger", None),
    ({"operation": 0, "status": "DEPART"}, "live-status", None),
]


@pytest.mark.parametrize(("payload", "rule", "severity"), LIVE)
def test_a_live_view_is_judged_by_its_operation(
    payload: Json, rule: str, severity: str | None
) -> None:
    assert rules(payload).get(rule) == severity


def card(operation: int = 1, **fields: object) -> Json:
    inner = {"notificationData": {"type": 5, **fields}}
    payload = {"operation": operation, "status": "DEPART", "event": "TRAIN"}
    return {**payload, "activityData": inner}


def texts(*parts: Json) -> Json:
    return card(contentText=list(parts))


LIVE_TEXTS = [
    (texts({"text": "x" * 600}, {"text": "y" * 425}), "live-text", "blocking"),
    (texts({"text": "x" * 600}, {"text": "y" * 424}), "live-text", None),
    (
        texts({"foregroundColor": "#FF000001"}, {"foregroundColor": "#FF000002"}),
        "live-colour",
        "blocking",
    ),
    (texts({"foregroundColor": "#FF000001"}, {"text": "a"}), "live-colour", None),
    ({"operation": 0, "event": "SCORE"}, "live-event", "warning"),
    ({"operation": 0, "event": "EXPRESS"}, "live-event", "warning"),
    ({"operation": 0, "event": "TRAIN"}, "live-event", None),
    ({"operation": 1, "event": "SCORE"}, "live-event", None),
]


@pytest.mark.parametrize(("payload", "rule", "severity"), LIVE_TEXTS)
def test_the_card_of_a_live_view_is_judged(
    payload: Json, rule: str, severity: str | None
) -> None:
    assert rules(payload).get(rule) == severity


BOTH = "{{trainNo}} {{status}}"
NEW_CARDS = [
    {"contentTitle": BOTH},
    {"contentTitle": "{{trainNo}}", "contentText": [{"text": "{{status}}"}]},
    {"contentTitle": "{{status}}", "extend": {"text": "{{trainNo}}"}},
    {"contentTitle": "T", "firstTextBlock": {"firstLine": BOTH}},
    {"contentTitle": "T", "lastTextBlock": {"secondLine": BOTH}},
    {"type": 4, "contentTitle": "T", "singleTextBlock": {"secondLine": BOTH}},
    {"type": 5.0, "contentTitle": "T", "lastTextBlock": {"secondLine": BOTH}},
]


@pytest.mark.parametrize("fields", NEW_CARDS)
@pytest.mark.parametrize("operation", [0, 4])
def test_a_new_card_has_its_places_in_any_of_its_texts(
    operation: int, fields: Json
) -> None:
    assert "live-place" not in rules(card(operation, **fields))


CARDS_WITHOUT = [
    {},
    {"contentTitle": "{{trainNo}}"},
    {"contentTitle": "{{status}}"},
    {"contentTitle": "{{ status }} {{trainNo}}"},
    {"contentTitle": "T", "singleTextBlock": {"firstLine": BOTH}},
    {"type": 7, "contentTitle": "T", "firstTextBlock": {"firstLine": BOTH}},
    {"contentTitle": "T", "spaceText": BOTH, "keywords": {"trainNo": BOTH}},
    {"type": [], "contentTitle": None, "contentText": [None], "extend": []},
]


@pytest.mark.parametrize("fields", CARDS_WITHOUT)
def test_a_new_card_without_its_places_is_blocked(fields: Json) -> None:
    assert rules(card(0, **fields))["live-place"] == "blocking"


def test_what_is_missing_is_named() -> None:
    (problem,) = (
        each
        for each in message_problems(Message(Api.V3, "7", {"payload": card(0)}))
        if each.rule == "live-place"
    )
    assert "{{status}} and {{trainNo}}" in str(problem.sentence)


def test_only_flights_and_trains_have_a_keyword() -> None:
    for event in ("TAXI", ["TRAIN"], None):
        payload = {**card(0, contentTitle="{{status}}"), "event": event}
        assert "live-place" not in rules(payload)


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        ({"contentTitle": "{{status}}"}, None),
        ({"contentTitle": "Arrived"}, "hint"),
        ({}, None),
    ],
)
def test_an_update_that_shows_no_status_is_worth_a_hint(
    fields: Json, severity: str | None
) -> None:
    assert rules(card(1, **fields)).get("live-place") == severity
