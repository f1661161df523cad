"""Tells which tokens an answer itself calls no good, from all other refusals."""

from collections.abc import Mapping

from .answers import ALL_INVALID, PARTIAL
from .outcome import Verdict
from .protocol import Exchange

_REASONS = frozenset({"tokenFormatError", "tokenPlatformNotSupport"})
"""Reasons that no right, no other message and no other day will cure (facts F.3).

`noRight` is not among them: it is also said of good tokens, in the wrong project.
"""


def deaths(exchange: Exchange) -> Mapping[str, str]:
    """Token → why it is dead: the reason given for it, or else the code.

    v1 and v2 list bad tokens without a reason, or refuse them as a whole (facts A.11,
    B.13). A request that failed otherwise, whatever it was, says nothing of tokens.
    """
    if exchange.code not in (PARTIAL, ALL_INVALID):
        return {}
    refused = [each for each in exchange.outcomes if each.verdict is Verdict.REJECTED]
    if any(each.reason for each in refused):
        return {each.token: each.reason for each in refused if each.reason in _REASONS}
    return {each.token: exchange.code for each in refused}
