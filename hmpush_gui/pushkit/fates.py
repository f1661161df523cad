"""What is known of a request that got no answer of Push Kit, and in which words."""

import httpx

from .errors import AuthRefused, Misconfigured, PushError, Unreachable
from .network_faults import hindrance, refuses_certificate, why_not_project
from .outcome import Outcomes, Verdict
from .protocol import Exchange, Request
from .steps import Steps
from .way import Way
from .words import QT_TRANSLATE_NOOP, Sentence

NETWORK_ERRORS = (
    httpx.HTTPError,
    httpx.InvalidURL,
    # What httpx lets through: TLS that breaks in mid-answer, and a time that is up.
    OSError,
    # A header that is no ASCII.
    UnicodeError,
)
"""What sending may raise, however the network, the service and a setting fail."""

_CERTAINLY_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    # A header that HTTP forbids: h11 finds it before it writes anything.
    httpx.LocalProtocolError,
)


def not_sent(request: Request, why: Sentence, reason: str) -> Exchange:
    """The fate of a request that never left; `reason` is for each token."""
    return Exchange(request, _all(request, Verdict.NOT_SENT, reason), failure=why)


def stopped(request: Request) -> Exchange:
    """What is known of a request whose waiting was stopped by the user."""
    return Exchange(
        request,
        _all(request, Verdict.UNKNOWN, "stopped"),
        failure=QT_TRANSLATE_NOOP(
            "pushkit",
            "Stopped while waiting for the answer. It may have been sent: look at a "
            "device before you send it again.",
        ),
    )


def refused_before(request: Request, error: PushError, steps: Steps) -> Exchange:
    """No bearer, so nothing was sent; or its renewal failed after a refusal."""
    answered = isinstance(error, AuthRefused)
    reason = "credential"
    if isinstance(error, AuthRefused | Unreachable | Misconfigured):
        reason = error.reason
    verdict = Verdict.REJECTED if steps.refused else Verdict.NOT_SENT
    return Exchange(
        request,
        _all(request, verdict, reason),
        error.answer if isinstance(error, AuthRefused) else None,
        failure=error.sentence,
        timing=steps.timing(done=answered),
    )


def failed(
    request: Request,
    error: Exception,
    steps: Steps,
    way: Way,
    headers: tuple[tuple[str, str], ...],
) -> Exchange:
    """No answer came over `way`; `headers` are those that left, masked."""
    unread = steps.is_first and refuses_certificate(error)
    never_left = isinstance(error, _CERTAINLY_NOT_SENT) or unread or not steps.left
    verdict = Verdict.NOT_SENT if never_left else Verdict.UNKNOWN
    reason = (hindrance(error, way) if never_left else "") or type(error).__name__
    return Exchange(
        request,
        _all(request, verdict, reason),
        failure=_unreachable(request, error, way) if never_left else _lost(error),
        timing=steps.timing(done=False),
        sent_headers=() if never_left else headers,
    )


def not_push_kit(status: int) -> Sentence:
    if status == 503:
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "Push Kit is busy (HTTP 503): too many devices a second, or the whole "
            "service is slowed down. Nothing was accepted. Wait, then send again.",
        )
    if status == 413:
        # Facts F.1: not documented for Push Kit, which itself answers 80300008.
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "A proxy or gateway on the way found the request too large (HTTP 413). "
            "Nothing reached Push Kit. Choose fewer devices at once, or ask whoever "
            "runs the proxy.",
        )
    if status == 407:
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "A proxy on the way asks for a user and a password (HTTP 407). Nothing "
            "reached Push Kit. Type them under Connection.",
        )
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "This answer (HTTP {status}) did not come from Push Kit: it holds no code. "
        "A proxy, a firewall or a wrong address probably answered instead.",
    ).format(status=status)


def _all(request: Request, verdict: Verdict, reason: str) -> Outcomes:
    return Outcomes(request.tokens, verdict, "", reason)


def _unreachable(request: Request, error: Exception, way: Way) -> Sentence:
    if why := why_not_project(error, way):
        return QT_TRANSLATE_NOOP("pushkit", "Nothing was sent. {why}").format(why=why)
    host = httpx.URL(request.url).host if _is_url(request.url) else request.url
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "Nothing was sent: {host} did not answer in time. "
            "Check the network, proxy and firewall, then send again.",
        ).format(host=host)
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "Nothing was sent: no connection to {host} ({detail}). "
        "Check the network and the project’s addresses, then send again.",
    ).format(host=host, detail=_detail(error))


def _lost(error: Exception) -> Sentence:
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "The request went out, but its answer was lost ({detail}). It may have been "
        "sent: look at a device before you send it again.",
    ).format(detail=_detail(error))


def _detail(error: Exception) -> str:
    # It stands in the middle of a sentence.
    return str(error).rstrip(".") or type(error).__name__


def _is_url(text: str) -> bool:
    try:
        return bool(httpx.URL(text).host)
    except httpx.InvalidURL:
        return False
