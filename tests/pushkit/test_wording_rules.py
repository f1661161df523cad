"""Rules on what people read."""

import pytest

from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.message_rules import message_problems
from hmpush_gui.pushkit.wording_rules import wording_problems


def rules(document: Json, push_type: str = "0") -> dict[str, str]:
    """Rule → severity of every problem of a message with this document."""
    message = Message(Api.V3, push_type, document)
    return {each.rule: str(each.severity) for each in message_problems(message)}


def wrap(fields: Json) -> Json:
    return {"payload": {"notification": {"notifyId": 1, **fields}}}


CASES = [
    ({"title": "Same", "body": " Same"}, "title-is-body", "warning"),
    ({"title": "x" * 23, "body": "b"}, "title-cut", "hint"),
    ({"title": "包" * 16, "body": "b"}, "title-cut", "hint"),
    ({"title": "t", "body": "x" * 85}, "body-cut", "hint"),
    ({"title": "t", "body": "包" * 58}, "body-cut", "hint"),
]


@pytest.mark.parametrize(("fields", "rule", "severity"), CASES)
def test_what_breaks_a_rule_is_told(fields: Json, rule: str, severity: str) -> None:
    assert rules(wrap(fields)).get(rule) == severity


FINE = [
    ({"title": "", "body": ""}, "title-is-body"),
    ({"title": "x" * 22, "body": "b"}, "title-cut"),
    ({"title": "包" * 15, "body": "b"}, "title-cut"),
    ({"title": "t", "body": "x" * 84}, "body-cut"),
    ({"title": "t", "body": "包" * 57}, "body-cut"),
]


@pytest.mark.parametrize(("fields", "rule"), FINE)
def test_what_is_in_order_is_not_told(fields: Json, rule: str) -> None:
    assert rule not in rules(wrap(fields))


def test_a_cut_is_told_with_its_place() -> None:
    fields = {"title": "Your parcel has left the depot", "body": "b"}
    (found,) = wording_problems(Message(Api.V3, "0", wrap(fields)))
    assert "after “…arcel has left t”" in str(found.sentence)
