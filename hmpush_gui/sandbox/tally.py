"""Says in Push Kit's shapes which tokens of a request were taken (facts A.11, B.13)."""

from collections.abc import Mapping
from dataclasses import dataclass

from hmpush_gui.pushkit.message import PushType
from hmpush_gui.pushkit.protocol import ALL_INVALID, PARTIAL, SUCCESS

from . import alert_rules
from .body import compact
from .judge import Submission
from .tokens import TokenState, refused_tokens
from .wire import HttpReply, push_reply


@dataclass(frozen=True, slots=True)
class Tally:
    """The tokens of a submission, those refused by place in its list → reason."""

    submission: Submission
    refused: Mapping[int, str]

    @property
    def taken(self) -> tuple[str, ...]:
        """The tokens that get the message, in order; twins stay twins (facts A.4)."""
        tokens = self.submission.tokens
        if not self.refused:
            return tokens
        return tuple(
            token for place, token in enumerate(tokens) if place not in self.refused
        )

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
        flat = [self.submission.tokens[place] for place in self.refused]
        return compact({"success": success, "failure": failure, "illegal_tokens": flat})

    def _all_invalid(self) -> str:
        return compact(
            {"failure": len(self.refused), "illegalTokens": self._by_reason()}
        )

    def _by_reason(self) -> dict[str, list[str]]:
        reasons: dict[str, list[str]] = {}
        for place, reason in self.refused.items():
            reasons.setdefault(reason, []).append(self.submission.tokens[place])
        return reasons


def tally(submission: Submission, states: Mapping[str, TokenState]) -> Tally:
    """Look up every token of `submission`."""
    message = submission.message
    if message.push_type == PushType.ALERT and alert_rules.speaks(message.document):
        everywhere = range(len(submission.tokens))
        return Tally(submission, dict.fromkeys(everywhere, "notSupportPlayVoice"))
    refused = refused_tokens(submission.tokens, states, format_only=submission.dry)
    return Tally(submission, refused)
