"""Reads what Push Kit answers: bytes in, the fate of each token out."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .outcome import Outcome, Outcomes, Verdict
from .protocol import Answer

SUCCESS = "80000000"
PARTIAL = "80100000"
REVOKE_PARTIAL = "80100020"
ALL_INVALID = "80300007"
RENEWABLE = frozenset({"80200001", "80200003", "80200005", "80300036"})
"""Codes that a fresh token or JWT may cure (facts F.5, first row)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer says. `code` is empty when it was not Push Kit that answered."""

    code: str
    message: str
    request_id: str
    outcomes: Sequence[Outcome]


def read_answer(answer: Answer, tokens: Sequence[str]) -> Reading:
    """Tell each token's outcome from an answer, by its `code` whatever the HTTP status.

    Facts A.11, B.13 and the paragraph under J: `msg` may be JSON text in either shape,
    counts may be missing, `requestId` may be empty. An answer without a code did not
    come from Push Kit; then 5xx and 2xx leave the tokens Unknown (a proxy may have
    passed the request on), while 4xx and 503 certainly refused it.
    """
    content = json_object(answer.body)
    code = read_code(content)
    if not code:
        refused = 400 <= answer.status < 500 or answer.status == 503
        verdict = Verdict.REJECTED if refused else Verdict.UNKNOWN
        reason = f"HTTP {answer.status}"
        return Reading("", "", "", Outcomes(tokens, verdict, "", reason))
    message = _text(content.get("msg"))
    request_id = _text(content.get("requestId"))
    # A list that names none of ours tells nothing about ours.
    bad = _bad_tokens(message)
    reasons = {token: bad[token] for token in tokens if token in bad} if bad else {}
    told = bool(reasons) and _counts_agree(message, tokens, reasons)
    return Reading(code, message, request_id, _outcomes(tokens, code, reasons, told))


def read_code(content: Mapping[str, Any]) -> str:
    """Push Kit's code: 8 digits (facts A.11); empty for anything else's JSON."""
    code = content.get("code")
    text = str(code) if isinstance(code, str | int) else ""
    return text if re.fullmatch("[0-9]{8}", text) else ""


def _outcomes(
    tokens: Sequence[str], code: str, reasons: Mapping[str, str], told: bool
) -> Outcomes:
    if code == SUCCESS:
        return Outcomes(tokens, Verdict.ACCEPTED, code)
    rest = Verdict.REJECTED
    if code in (PARTIAL, REVOKE_PARTIAL):
        # Without a readable, whole list nobody knows which tokens were the bad ones.
        rest = Verdict.ACCEPTED if told else Verdict.UNKNOWN
    return Outcomes(tokens, rest, code, reasons=reasons)


def _counts_agree(
    message: str, tokens: Sequence[str], reasons: Mapping[str, str]
) -> bool:
    """Whether the list names all that failed; counts that are missing say nothing."""
    content = json_object(message)
    failed, done = content.get("failure"), content.get("success")
    named = sum(map(reasons.__contains__, tokens))
    if type(failed) is int and failed > named:
        return False
    return type(done) is not int or done >= len(tokens) - named


def _bad_tokens(message: str) -> dict[str, str]:
    """Token → reason, from either shape of `msg`; v1 gives no reason."""
    content = json_object(message)
    flat = content.get("illegal_tokens")
    if isinstance(flat, list):
        return {token: "" for token in flat if isinstance(token, str)}
    by_reason = content.get("illegalTokens")
    if not isinstance(by_reason, dict):
        return {}
    return {
        token: str(reason)
        for reason, tokens in by_reason.items()
        if isinstance(tokens, list)
        for token in tokens
        if isinstance(token, str)
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def json_object(text: str | bytes) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
