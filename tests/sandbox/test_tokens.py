"""A token's own text says what has become of its phone."""

import pytest

from hmpush_gui.pushkit.device import read_tokens
from hmpush_gui.sandbox.tokens import (
    TokenState,
    make_token,
    refused_tokens,
    state_of,
)

LIVE, DEAD, ABROAD, MALFORMED = TokenState


@pytest.mark.parametrize(
    ("token", "state"),
    [
        ("SANDBOX-live-000001", LIVE),
        ("SANDBOX-dead-000001", DEAD),
        ("SANDBOX-dead-", DEAD),
        ("SANDBOX-abroad-7", ABROAD),
        ("IQAAAACy0PrkAADEnR3_-example+/=", LIVE),
        ("sandbox-dead-1", LIVE),
        ("x-SANDBOX-dead-1", LIVE),
        ("t" * 5000, LIVE),
        ("", MALFORMED),
        (" ", MALFORMED),
        ("two parts", MALFORMED),
        (" SANDBOX-live-1", MALFORMED),
        ("SANDBOX-live-1\n", MALFORMED),
        ("tab\tinside", MALFORMED),
        ("no-break\u00a0space", MALFORMED),
        ("zero-width\u200bspace", MALFORMED),
        ("half\ud83d", MALFORMED),
    ],
)
def test_the_text_says_the_state(token: str, state: TokenState) -> None:
    assert state_of(token) is state


@pytest.mark.parametrize("state", TokenState)
def test_a_made_token_is_of_its_state_and_always_the_same(state: TokenState) -> None:
    token = make_token(state, 7)

    assert state_of(token) is state
    assert token == make_token(state, 7)
    assert token != make_token(state, 8)
    assert token.startswith("SANDBOX")


@pytest.mark.parametrize("state", [LIVE, DEAD, ABROAD])
def test_made_tokens_can_be_pasted(state: TokenState) -> None:
    token = make_token(state, 7)

    assert read_tokens(token).tokens == (token,)


def test_refused_tokens_are_told_by_their_place_with_the_reason() -> None:
    tokens = [make_token(state, 1) for state in (DEAD, LIVE, ABROAD, MALFORMED)]

    assert refused_tokens(tokens, {}, format_only=False) == {
        0: "tokenFormatError",
        2: "countryNotSupport",
        3: "tokenFormatError",
    }


def test_a_dry_run_looks_at_the_format_only() -> None:
    tokens = [make_token(state, 1) for state in (DEAD, LIVE, ABROAD, MALFORMED)]

    assert refused_tokens(tokens, {}, format_only=True) == {3: "tokenFormatError"}


def test_a_state_that_was_set_wins_over_the_text() -> None:
    states = {"mine": DEAD, "SANDBOX-dead-000001": LIVE}
    tokens = ["mine", "SANDBOX-dead-000001", "SANDBOX-dead-000002"]

    assert refused_tokens(tokens, states, format_only=False) == {
        0: "tokenFormatError",
        2: "tokenFormatError",
    }
