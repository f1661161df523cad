"""Topics and conditions, as the checks and the sandbox see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.topic_rules import is_condition, is_topic, topics_of
from hmpush_gui.sandbox.condition import ConditionError, read_condition

GOOD = [
    "'A' in topics",
    "'A' in topics && ('B' in topics || 'C' in topics)",
    "!('A' in topics)",
    "!!'A' in topics",
    "('新闻' in topics)",
    "'T' in topics || 'a&&b' in topics",
]
BAD = [
    "",
    "A in topics",
    "T",
    "'A' in topics T",
    "'A' in topics &&",
    "'A' in topics 'B' in topics",
    "('A' in topics",
    "()",
    "'A' in topic",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_condition_is_one(text: str) -> None:
    assert is_condition(text)


@pytest.mark.parametrize("text", BAD)
def test_anything_else_is_none(text: str) -> None:
    assert not is_condition(text)


PARTS = st.sampled_from(
    ["'A' in topics", "'b%' in topics", "&&", "||", "!", "(", ")", " ", "T", "''"]
)


@given(st.lists(PARTS, max_size=9).map("".join))
def test_the_sandbox_agrees_though_it_reads_in_another_way(text: str) -> None:
    try:
        read_condition(text)
        taken = True
    except ConditionError:
        taken = False
    topics = topics_of(text)
    fine = is_condition(text) and all(map(is_topic, topics)) and len(topics) <= 5
    assert fine is taken
