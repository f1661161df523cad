"""A token's own text says what has become of its phone."""

import pytest

from hmpush_gui.pushkit.device import read_tokens
from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.tokens import (
    TokenState,
    find_states,
    make_token,
    refused_places,
    state_of,
)
from tests.cases import for_each

LIVE, DEAD, ABROAD = TokenState.LIVE, TokenState.DEAD, TokenState.ABROAD
MALFORMED = TokenState.MALFORMED


@for_each(
    ("token", "state"),
    [
        ("SANDBOX-live-000001", LIVE),
        ("SANDBOX-dead-000001", DEAD),
        ("SANDBOX-dead-", DEAD),
        ("SANDBOX-dead", LIVE),
        ("SANDBOX-undead-1", LIVE),
        ("SANDBOX-abroad-7", ABROAD),
        ("SANDBOX-foreign-1", TokenState.FOREIGN),
        ("SANDBOX-proxy-1", TokenState.PROXY),
        ("SANDBOX-old-1", TokenState.OLD),
        ("SANDBOX-next-1", TokenState.NEXT),
        ("SANDBOX-off-1", TokenState.OFF),
        ("SANDBOX-gone-1", TokenState.GONE),
        ("SANDBOX-stale-1", TokenState.STALE),
        ("SANDBOX-inactive-1", TokenState.INACTIVE),
        ("SANDBOX-offline-1", TokenState.OFFLINE),
        ("SANDBOX-closed-1", TokenState.CLOSED),
        ("SANDBOX-front-1", TokenState.FRONT),
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


@pytest.mark.parametrize("state", sorted(set(TokenState) - {MALFORMED}))
def test_made_tokens_can_be_pasted(state: TokenState) -> None:
    token = make_token(state, 7)

    assert read_tokens(token).tokens == (token,)


def _refused(
    tokens: list[str],
    states: dict[str, TokenState] | None = None,
    api: Api = Api.V3,
    format_only: bool = False,
) -> dict[int, str]:
    found = find_states(tokens, states or {})
    return refused_places(found, api, format_only=format_only)


def test_refused_tokens_are_told_by_their_place_with_the_reason() -> None:
    states = (DEAD, LIVE, ABROAD, MALFORMED, TokenState.FOREIGN, TokenState.PROXY)

    assert _refused([make_token(state, 1) for state in states]) == {
        0: "tokenFormatError",
        2: "countryNotSupport",
        3: "tokenFormatError",
        4: "noRight",
        5: "tokenPlatformNotSupport",
    }


@pytest.mark.parametrize(
    ("api", "refused"),
    [(Api.V1, {1: "noRight"}), (Api.V2, {1: "noRight"}), (Api.V3, {0: "noRight"})],
)
def test_a_token_of_the_other_generation_is_refused(
    api: Api, refused: dict[int, str]
) -> None:
    assert _refused(["SANDBOX-old-1", "SANDBOX-next-1"], api=api) == refused


def test_what_only_the_phone_knows_is_not_refused() -> None:
    known_to_the_phone = ("off", "gone", "stale", "inactive", "offline", "closed")

    assert _refused([f"SANDBOX-{state}-1" for state in known_to_the_phone]) == {}


def test_a_dry_run_looks_at_the_format_only() -> None:
    tokens = [make_token(state, 1) for state in TokenState]

    assert _refused(tokens, format_only=True) == {
        list(TokenState).index(MALFORMED): "tokenFormatError"
    }


def test_a_state_that_was_set_wins_over_the_text() -> None:
    states = {"mine": DEAD, "SANDBOX-dead-000001": LIVE}
    tokens = ["mine", "SANDBOX-dead-000001", "SANDBOX-dead-000002"]

    assert _refused(tokens, states) == {0: "tokenFormatError", 2: "tokenFormatError"}
