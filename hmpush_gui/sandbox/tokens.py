"""Push tokens as the sandbox understands them: a token's own text says what it is."""

from collections.abc import Mapping, Sequence
from enum import StrEnum


class TokenState(StrEnum):
    """What has become of the phone behind a token."""

    LIVE = "live"
    DEAD = "dead"
    ABROAD = "abroad"
    MALFORMED = "malformed"


REASONS = {
    TokenState.DEAD: "tokenFormatError",
    TokenState.ABROAD: "countryNotSupport",
    TokenState.MALFORMED: "tokenFormatError",
}
"""Why v3 refuses a token (facts F.3; a dead one as in H, row of errors)."""

_PREFIXES = {
    f"SANDBOX-{state}-": state for state in (TokenState.DEAD, TokenState.ABROAD)
}


def make_token(state: TokenState, number: int) -> str:
    """The token `number` of that state: always the same, and nobody's."""
    if state is TokenState.MALFORMED:
        return f"SANDBOX malformed {number:06d}"
    return f"SANDBOX-{state}-{number:06d}"


def state_of(token: str) -> TokenState:
    """What the text of `token` says. Length and alphabet are not judged (facts D.1)."""
    if not token or " " in token or not token.isprintable():
        return TokenState.MALFORMED
    for prefix, state in _PREFIXES.items():
        if token.startswith(prefix):
            return state
    return TokenState.LIVE


def refused_tokens(
    tokens: Sequence[str], states: Mapping[str, TokenState], *, format_only: bool
) -> dict[int, str]:
    """Which tokens are refused: place in the list → reason.

    `states` overrides what a token's text says. With `format_only` the phones are not
    looked up, as in a dry run (facts A.3).
    """
    refused = {}
    for place, token in enumerate(tokens):
        state = states.get(token) or state_of(token)
        if state is TokenState.LIVE or (
            format_only and state is not TokenState.MALFORMED
        ):
            continue
        refused[place] = REASONS[state]
    return refused
