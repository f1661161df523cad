from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.outcome import (
    Outcome,
    Outcomes,
    Verdict,
    by_fate,
    packed,
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


ROWS = st.lists(
    st.builds(
        Outcome,
        st.sampled_from("abcd"),
        st.sampled_from([ACCEPTED, ACCEPTED, REJECTED, Verdict.UNKNOWN]),
        st.sampled_from(["80000000", "80000000", "80100000"]),
        st.sampled_from(["", "", "noRight"]),
    ),
    max_size=6,
)


@given(ROWS)
def test_packed_outcomes_are_the_same(rows: list[Outcome]) -> None:
    assert list(packed(rows)) == rows


def test_outcomes_that_are_mostly_alike_are_packed() -> None:
    rows = [("a", "accepted", "80100000", "")] * 3
    rows.append(("b", "rejected", "80100000", "noRight"))
    found = packed(rows)
    assert isinstance(found, Outcomes)
    assert found.rest[0] is ACCEPTED
    assert found.reasons == {"b": "noRight"}
    with pytest.raises(ValueError, match="delivered"):
        packed([("a", "delivered", "", "")])
