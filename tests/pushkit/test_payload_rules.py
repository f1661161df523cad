"""Rules on widgets."""

import pytest

from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.message_rules import message_problems


def rules(document: Json, push_type: str = "1") -> dict[str, str]:
    """Rule → severity of every problem of a message with this document."""
    message = Message(Api.V3, push_type, document)
    return {each.rule: str(each.severity) for each in message_problems(message)}


def wrap(fields: Json) -> Json:
    return {"payload": {"version": 0, **fields}}


CASES = [
    ({"formData": {"datashareproxy://a": 1}}, "widget-key", "blocking"),
    ({"formData": {"a": None}}, "widget-null", "blocking"),
    ({"formData": {"a": 2**53}}, "widget-number", "blocking"),
    ({"formData": {"a": -(2**53)}}, "widget-number", "blocking"),
    (
        {"formData": {"sky": 1}, "images": [{"keyName": "sky"}]},
        "widget-image",
        "blocking",
    ),
    ({"version": 3}, "widget-version", "hint"),
]


@pytest.mark.parametrize(("fields", "rule", "severity"), CASES)
def test_what_breaks_a_rule_is_told(fields: Json, rule: str, severity: str) -> None:
    assert rules(wrap(fields)).get(rule) == severity


FINE = [
    ({"formData": {"a": 2**53 - 1, "b": "x", "c": True}}, "widget-number"),
    ({"formData": {"a": 1}, "images": [{"keyName": "sky"}]}, "widget-image"),
    ({"formData": [], "images": {}}, "widget-image"),
    ({"version": 0}, "widget-version"),
]


@pytest.mark.parametrize(("fields", "rule"), FINE)
def test_what_is_in_order_is_not_told(fields: Json, rule: str) -> None:
    assert rule not in rules(wrap(fields))
