"""Rules on v1 and v2 messages."""

import pytest

from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.message_rules import message_problems


def rules(document: Json, push_type: str = "") -> dict[str, str]:
    """Rule → severity of every problem of a message with this document."""
    message = Message(Api.V1, push_type, document)
    return {each.rule: str(each.severity) for each in message_problems(message)}


def wrap(fields: Json) -> Json:
    good = {
        "notification": {"title": "Parcel", "body": "Here"},
        "android": {"notification": {"click_action": {"type": 3}}},
    }
    return {"message": {**good, **fields}}


CASES = [
    ({"notification": {"title": "a"}}, "legacy-body", "blocking"),
    ({"notification": {"body": "a"}}, "legacy-title", "blocking"),
    ({"android": {}}, "legacy-click", "blocking"),
    (
        {"android": {"notification": {"click_action": {"type": 1}}}},
        "legacy-page",
        "blocking",
    ),
    (
        {"android": {"notification": {"click_action": {"type": 2}}}},
        "legacy-url",
        "blocking",
    ),
    ({"android": {"urgency": "HIGH"}}, "urgency", "warning"),
    ({"data": "{}"}, "mixed", "hint"),
    (
        {"android": {"notification": {"profile_id": "anna@example.com"}}},
        "profile",
        "warning",
    ),
    ({"topic": "news", "condition": "'a' in topics"}, "two-targets", "blocking"),
    (
        {"condition": " || ".join(f"'{n}' in topics" for n in range(6))},
        "condition",
        "blocking",
    ),
]


@pytest.mark.parametrize(("fields", "rule", "severity"), CASES)
def test_what_breaks_a_rule_is_told(fields: Json, rule: str, severity: str) -> None:
    assert rules(wrap(fields)).get(rule) == severity


FINE = [
    ({"topic": "news"}, "two-targets"),
    ({"condition": " || ".join(f"'{n}' in topics" for n in range(5))}, "condition"),
    ({}, "mixed"),
    ({"webpush": {}, "android": {}}, "legacy-title"),
]


@pytest.mark.parametrize(("fields", "rule"), FINE)
def test_what_is_in_order_is_not_told(fields: Json, rule: str) -> None:
    assert rule not in rules(wrap(fields))
