"""Requests and answers as values: bytes in, values out, no I/O."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from .document import Encoded, compact, encode, read
from .message import Api, Message
from .outcome import Outcome as Outcome
from .outcome import Outcomes
from .outcome import Verdict as Verdict
from .project import Project
from .words import Sentence

SUCCESS = "80000000"
PARTIAL = "80100000"
REVOKE_PARTIAL = "80100020"
ALL_INVALID = "80300007"

RENEWABLE = frozenset({"80200001", "80200003", "80200005", "80300036"})
"""Codes that a fresh token or JWT may cure (facts F.5, first row)."""


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP call of a send, without its authorisation."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    tokens: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer, as it came."""

    status: int
    phrase: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer says. `code` is empty when it was not Push Kit that answered."""

    code: str
    message: str
    request_id: str
    outcomes: Sequence[Outcome]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds from the start of a request; None for a step that was not reached.

    `authorised` is when the bearer was at hand. A kept-alive connection has no
    `connected` and no `secured`.
    """

    authorised: float | None = None
    connected: float | None = None
    secured: float | None = None
    sent: float | None = None
    first_byte: float | None = None
    done: float | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and all that is known of its fate.

    `sent_headers` are those that really went out, the authorisation masked. `failure`
    says why there is no answer of Push Kit.
    """

    request: Request
    outcomes: Sequence[Outcome]
    answer: Answer | None = None
    code: str = ""
    message: str = ""
    request_id: str = ""
    failure: Sentence | None = None
    timing: Timing = Timing()
    sent_headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def send_url(project: Project, api: Api) -> str:
    """The `messages:send` address (facts A.1, B.1)."""
    owner = project.client_id if api is Api.V1 else project.project_id
    return f"{project.push_host.rstrip('/')}/{api}/{owner}/messages:send"


def send_request(
    project: Project, message: Message, encoded: Encoded, tokens: Sequence[str]
) -> Request:
    """The call that sends `message`, encoded once, to `tokens`."""
    return Request(
        "POST",
        send_url(project, message.api),
        _headers(message),
        encoded.with_tokens(tokens),
        tuple(tokens),
    )


def send_requests(
    project: Project, message: Message, tokens: Iterable[str]
) -> Iterator[Request]:
    """The calls that send `message`, each made when it is asked for.

    One for as many tokens as a request may carry; or a single one if the message names
    a topic or a condition, and then `tokens` are not looked at.
    """
    if target_of(message):
        yield target_request(project, message)
        return
    encoded = encode(message)
    rest = iter(tokens)
    while batch := tuple(islice(rest, message.token_cap)):
        yield send_request(project, message, encoded, batch)


def target_of(message: Message) -> str:
    """Whom a message goes to that names no tokens; empty for any other (facts A.4).

    A topic is written as it would stand in a condition: `'news' in topics`. No token
    looks like that, so it can take a token's place wherever outcomes are kept.
    """
    if not message.api.legacy:
        return ""
    topic = _text(read(message.document, ("message", "topic")))
    if topic:
        return f"'{topic}' in topics"
    return _text(read(message.document, ("message", "condition")))


def target_request(project: Project, message: Message) -> Request:
    """The call that sends `message` to the topic or condition it names.

    It has one outcome, whose token is the target: Push Kit takes or refuses the whole,
    and tells nobody how many devices that is.
    """
    body = dict(message.document["message"])
    # One target only: an empty list beside it is refused (facts A.4).
    body.pop("token", None)
    return Request(
        "POST",
        send_url(project, message.api),
        _headers(message),
        compact({**message.document, "message": body}),
        (target_of(message),),
    )


def _headers(message: Message) -> dict[str, str]:
    headers = {"Content-Type": "application/json;charset=UTF-8"}
    if not message.api.legacy:
        headers["push-type"] = message.push_type
    return headers


def read_answer(answer: Answer, tokens: Sequence[str]) -> Reading:
    """Tell each token's outcome from an answer, by its `code` whatever the HTTP status.

    Facts A.11, B.13 and the paragraph under J: `msg` may be JSON text in either shape,
    counts may be missing, `requestId` may be empty. An answer without a code did not
    come from Push Kit; then 5xx and 2xx leave the tokens Unknown (a proxy may have
    passed the request on), while 4xx and 503 certainly refused it.
    """
    content = _json_object(answer.body)
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
    return Reading(code, message, request_id, _outcomes(tokens, code, reasons))


def read_code(content: Mapping[str, Any]) -> str:
    """Push Kit's code: 8 digits (facts A.11); empty for anything else's JSON."""
    code = content.get("code")
    text = str(code) if isinstance(code, str | int) else ""
    return text if re.fullmatch("[0-9]{8}", text) else ""


def _outcomes(tokens: Sequence[str], code: str, reasons: Mapping[str, str]) -> Outcomes:
    if code == SUCCESS:
        return Outcomes(tokens, Verdict.ACCEPTED, code)
    rest = Verdict.REJECTED
    if code in (PARTIAL, REVOKE_PARTIAL):
        # Without a readable list nobody knows which tokens were the bad ones.
        rest = Verdict.ACCEPTED if reasons else Verdict.UNKNOWN
    return Outcomes(tokens, rest, code, reasons=reasons)


def _bad_tokens(message: str) -> dict[str, str]:
    """Token → reason, from either shape of `msg`; v1 gives no reason."""
    content = _json_object(message)
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


def _json_object(text: str | bytes) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
