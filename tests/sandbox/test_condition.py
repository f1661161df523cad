"""Conditions are read as the documentation writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.sandbox.condition import ConditionError, is_topic, read_condition


@pytest.mark.parametrize(
    ("text", "meant", "not_meant"),
    [
        ("'a' in topics", ["a", "ab"], ["", "b"]),
        ("'a' in topics && 'b' in topics", ["ab", "abc"], ["a", "b", ""]),
        ("'a' in topics||'b' in topics", ["a", "b"], ["", "c"]),
        ("!('a' in topics)", ["", "b"], ["a"]),
        ("!'a' in topics && 'b' in topics", ["b"], ["ab", "a", ""]),
        (
            "'a' in topics && ('b' in topics || 'c' in topics)",
            ["ab", "ac"],
            ["a", "bc"],
        ),
        ("'a' in topics || 'b' in topics && 'c' in topics", ["a", "bc"], ["b", "c"]),
        ("  ( ('a'  in   topics) ) ", ["a"], ["b"]),
        (" && ".join("'a' in topics" for _ in range(5)), ["a"], ["b"]),
    ],
)
def test_a_condition_says_who_is_meant(
    text: str, meant: list[str], not_meant: list[str]
) -> None:
    matcher = read_condition(text)

    assert [matcher(set(topics)) for topics in meant] == [True] * len(meant)
    assert [matcher(set(topics)) for topics in not_meant] == [False] * len(not_meant)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not valid"),
        ("'a'", "not valid"),
        ("'a' in topic", "not valid"),
        ("'a' in topicsx", "not valid"),
        ("a in topics", "not valid"),
        ("'a' in topics &&", "not valid"),
        ("&& 'a' in topics", "not valid"),
        ("'a' in topics 'b' in topics", "not valid"),
        ("('a' in topics", "not valid"),
        ("'a' in topics)", "not valid"),
        ("'a' in topics & 'b' in topics", "not valid"),
        ("!" * 200 + "'a' in topics", "not valid"),
        ("'' in topics", "invalid topic"),
        ("'a b' in topics", "invalid topic"),
        (" && ".join("'a' in topics" for _ in range(6)), "exceed 5 topics"),
    ],
)
def test_what_is_no_condition_is_refused(text: str, why: str) -> None:
    with pytest.raises(ConditionError, match=why):
        read_condition(text)


@given(
    st.lists(st.sampled_from(["&&", "||", "!", "(", ")", "'a' in topics", " ", "'"]))
)
def test_any_text_is_a_condition_or_none(parts: list[str]) -> None:
    try:
        matcher = read_condition("".join(parts))
    except ConditionError:
        return
    assert matcher({"a"}) in (True, False)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("news_1.~%-", True),
        ("新闻", True),
        ("x" * 900, True),
        ("x" * 901, False),
        ("", False),
        ("a b", False),
        ("a/b", False),
        ("é", False),
        ("a\n", False),
        (None, False),
        (7, False),
    ],
)
def test_a_topic_is_of_certain_letters(text: object, good: bool) -> None:
    assert is_topic(text) is good
