"""Says in Push Kit's shapes which tokens of a request were taken (facts A.11, B.13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hmpush_gui.pushkit.answers import ALL_INVALID, PARTIAL, SUCCESS

from .body import compact
from .judge import Submission
from .rights import Rights
from .tokens import TokenState, find_states, refused_places
from .wire import HttpReply, push_reply


@dataclass(frozen=True, slots=True)
class Tally:
    """The tokens of a submission, those refused by place in its list → reason.

    `states` are the tokens' in the same order.
    """

    submission: Submission
    refused: Mapping[int, str]
    states: Sequence[TokenState] = ()

    @property
    def taken(self) -> list[tuple[str, TokenState]]:
        """Who gets the message, in order; twins stay twins (facts A.4)."""
        pairs = zip(self.submission.tokens, self.states, strict=True)
        if not self.refused:
            return list(pairs)
        return [pair for place, pair in enumerate(pairs) if place not in self.refused]

    @property
    def refused_tokens(self) -> list[str]:
        return [self.submission.tokens[place] for place in self.refused]

    def reply(self, request_id: str) -> HttpReply:
        """The answer; statuses as logs and pages have them (facts A.11, F.1)."""
        legacy = self.submission.message.api.legacy
        if not self.refused:
            return push_reply(200, SUCCESS, "Success", request_id)
        if len(self.refused) < len(self.submission.tokens):
            # Facts A.11: a partial answer of v1 and v2 may lack the requestId.
            request_id = "" if legacy else request_id
            return push_reply(200, PARTIAL, self._counts(), request_id)
        if legacy:
            return push_reply(
                200, ALL_INVALID, "All the tokens are invalid", request_id
            )
        return push_reply(400, ALL_INVALID, self._all_invalid(), request_id)

    def _counts(self) -> str:
        failure = len(self.refused)
        success = len(self.submission.tokens) - failure
        if not self.submission.message.api.legacy:
            reasons = self._by_reason()
            return compact(
                {"illegalTokens": reasons, "success": success, "failure": failure}
            )
        return compact(
            {
                "success": success,
                "failure": failure,
                "illegal_tokens": self.refused_tokens,
            }
        )

    def _all_invalid(self) -> str:
        return compact(
            {"failure": len(self.refused), "illegalTokens": self._by_reason()}
        )

    def _by_reason(self) -> dict[str, list[str]]:
        reasons: dict[str, list[str]] = {}
        for place, reason in self.refused.items():
            reasons.setdefault(reason, []).append(self.submission.tokens[place])
        return reasons


def tally(
    submission: Submission, states: Mapping[str, TokenState], rights: Rights
) -> Tally:
    """Look up every token of `submission`; `states` overrides what its text says."""
    message = submission.message
    found = find_states(submission.tokens, states)
    reason = "" if message.api.legacy else rights.refusal_reason(message)
    if reason:
        return Tally(submission, dict.fromkeys(range(len(found)), reason), found)
    refused = refused_places(found, message.api, format_only=submission.dry)
    return Tally(submission, refused, found)
