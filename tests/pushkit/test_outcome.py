from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.outcome import (
    Outcome,
    Outcomes,
    Verdict,
    by_fate,
    tokens_of,
    verdicts,
)

ACCEPTED, REJECTED = Verdict.ACCEPTED, Verdict.REJECTED
TOKENS = ("a", "b", "c", "b")


def test_all_tokens_have_the_same_outcome() -> None:
    outcomes = Outcomes(TOKENS, Verdict.UNKNOWN, "", "ReadError")
    assert list(outcomes) == [
        Outcome(token, Verdict.UNKNOWN, "", "ReadError") for token in TOKENS
    ]
    assert len(outcomes) == 4


def test_a_token_with_a_reason_was_rejected_and_so_was_its_twin() -> None:
    outcomes = Outcomes(TOKENS, ACCEPTED, "80100000", reasons={"b": "noRight"})
    assert outcomes[0] == Outcome("a", ACCEPTED, "80100000")
    assert outcomes[1] == outcomes[-1] == Outcome("b", REJECTED, "80100000", "noRight")
    assert outcomes[1:3] == [outcomes[1], outcomes[2]]
    with pytest.raises(IndexError):
        outcomes[4]


def test_outcomes_are_equal_to_a_tuple_of_the_same() -> None:
    outcomes = Outcomes(("a",), ACCEPTED)
    assert outcomes == (Outcome("a", ACCEPTED),)
    assert (Outcome("a", ACCEPTED),) == outcomes
    assert outcomes == Outcomes(["a"], ACCEPTED)
    assert outcomes != Outcomes(("a",), REJECTED)
    assert outcomes != "a"


def test_what_is_shown_of_them_holds_no_token() -> None:
    shown = repr(Outcomes(("secret-token",), ACCEPTED))
    assert "secret" not in shown
    assert "1" in shown


@given(
    st.lists(st.sampled_from("abcdef")),
    st.sampled_from(Verdict),
    st.dictionaries(st.sampled_from("abcxyz"), st.just("noRight")),
)
def test_counting_without_looking_is_counting_by_looking(
    tokens: list[str], verdict: Verdict, reasons: dict[str, str]
) -> None:
    outcomes = Outcomes(tokens, verdict, "", "", reasons)
    assert verdicts(outcomes) == verdicts(tuple(outcomes))
    assert all(verdicts(outcomes).values())


@given(
    st.lists(st.sampled_from("abc"), max_size=6),
    st.sampled_from([{}, {"b": "noRight"}, {"a": "x", "c": "y"}]),
)
def test_tokens_and_fates_are_those_of_the_outcomes(
    tokens: list[str], reasons: dict[str, str]
) -> None:
    outcomes = Outcomes(tokens, ACCEPTED, "80100000", reasons=reasons)
    for each in (outcomes, tuple(outcomes)):
        assert tokens_of(each) == tokens
        told = by_fate(each)
        assert sorted(chain.from_iterable(told.values())) == sorted(tokens)
        for kind, some in told.items():
            assert some == [one.token for one in outcomes if one[1:] == kind]
