"""Rules on the options of v3 messages."""

import pytest

from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.message_rules import message_problems


def rules(document: Json, push_type: str = "6") -> dict[str, str]:
    """Rule → severity of every problem of a message with this document."""
    message = Message(Api.V3, push_type, document)
    return {each.rule: str(each.severity) for each in message_problems(message)}


def wrap(fields: Json) -> Json:
    return {"payload": {"extraData": "{}"}, "pushOptions": fields}


CASES = [
    ({"collapseKey": 1}, "collapse", "warning"),
]


@pytest.mark.parametrize(("fields", "rule", "severity"), CASES)
def test_what_breaks_a_rule_is_told(fields: Json, rule: str, severity: str) -> None:
    assert rules(wrap(fields)).get(rule) == severity


FINE = [
    ({"ttl": 60}, "collapse"),
    ({"backgroundMode": 1}, "background"),
    ({}, "call-ttl"),
]


@pytest.mark.parametrize(("fields", "rule"), FINE)
def test_what_is_in_order_is_not_told(fields: Json, rule: str) -> None:
    assert rule not in rules(wrap(fields))


OTHER_TYPES = [
    ("0", {"collapseKey": 1}, "collapse", False),
    ("2", {"collapseKey": 1}, "collapse", False),
    ("7", {"collapseKey": 1}, "collapse", True),
    ("0", {"backgroundMode": 1}, "background", True),
    ("10", {}, "call-ttl", True),
    ("10", {"ttl": 86400}, "call-ttl", True),
    ("10", {"ttl": 45}, "call-ttl", False),
]


@pytest.mark.parametrize(("push_type", "options", "rule", "told"), OTHER_TYPES)
def test_an_option_is_judged_by_the_push_type(
    push_type: str, options: Json, rule: str, told: bool
) -> None:
    assert (rule in rules(wrap(options), push_type)) is told
