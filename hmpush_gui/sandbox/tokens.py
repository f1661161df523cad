"""Push tokens as the sandbox understands them: a token's own text says what it is."""

import secrets
from collections.abc import Iterable, Mapping
from enum import StrEnum

from hmpush_gui.pushkit.message import Api


class TokenState(StrEnum):
    """What has become of the phone behind a token.

    The first ones are known to the server, which refuses their tokens. The others are
    known to the phone alone: the server accepts, and only a receipt tells.
    """

    LIVE = "live"
    DEAD = "dead"
    ABROAD = "abroad"
    MALFORMED = "malformed"
    FOREIGN = "foreign"
    UPGRADED = "upgraded"
    PROXY = "proxy"
    OLD = "old"
    NEXT = "next"
    OFF = "off"
    GONE = "gone"
    STALE = "stale"
    INACTIVE = "inactive"
    OFFLINE = "offline"
    CLOSED = "closed"
    FRONT = "front"


REASONS = {
    TokenState.DEAD: "tokenFormatError",
    TokenState.MALFORMED: "tokenFormatError",
    TokenState.ABROAD: "countryNotSupport",
    TokenState.FOREIGN: "noRight",
    TokenState.UPGRADED: "noRight",
    TokenState.PROXY: "tokenPlatformNotSupport",
}
"""Why v3 refuses a token.

Facts F.3; a dead one as in H, row of errors; an upgraded phone's as in D.1.
"""

RESULTS = {
    TokenState.GONE: 2,
    TokenState.STALE: 5,
    TokenState.INACTIVE: 10,
}
"""What the receipt says where nothing ever arrives (facts I.1)."""

_PREFIX = "SANDBOX-"
_BY_NAME = {str(state): state for state in TokenState}


def make_token(state: TokenState, number: int) -> str:
    """The token `number` of that state: always the same, and nobody's."""
    if state is TokenState.MALFORMED:
        return f"SANDBOX malformed {number:06d}"
    return f"{_PREFIX}{state}-{number:06d}"


def fresh_token(state: TokenState = TokenState.LIVE) -> str:
    """A token of that state which no phone ever had: not even in another run."""
    return f"{_PREFIX}{state}-{secrets.token_hex(4)}"


def state_of(token: str) -> TokenState:
    """What the text of `token` says. Length and alphabet are not judged (facts D.1)."""
    if not token or " " in token or not token.isprintable():
        return TokenState.MALFORMED
    if token.startswith(_PREFIX):
        name, dash, _ = token[len(_PREFIX) :].partition("-")
        return _BY_NAME.get(name, TokenState.LIVE) if dash else TokenState.LIVE
    return TokenState.LIVE


def find_states(
    tokens: Iterable[str], states: Mapping[str, TokenState]
) -> list[TokenState]:
    """The state of each token; `states` overrides what a token's text says."""
    if not states:
        return [state_of(token) for token in tokens]
    return [states.get(token) or state_of(token) for token in tokens]


def refused_places(
    found: Iterable[TokenState], api: Api, *, format_only: bool
) -> dict[int, str]:
    """Which tokens of these states are refused: place in the list → reason.

    With `format_only` phones are not looked up, as in a dry run (facts A.3).
    """
    if format_only:
        reasons = {TokenState.MALFORMED: REASONS[TokenState.MALFORMED]}
    else:
        # Facts D.1 and J 25: a token of the other generation is none here.
        stranger = TokenState.NEXT if api.legacy else TokenState.OLD
        reasons = REASONS | {stranger: "noRight"}
    return {
        place: reasons[state] for place, state in enumerate(found) if state in reasons
    }
