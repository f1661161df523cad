"""Bad days to rehearse: what the sandbox can be told to do to push requests."""

from enum import StrEnum

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .bearer import bearer_token, expired
from .wire import HttpReply, HttpRequest, push_reply


class Scenario(StrEnum):
    """How push requests are answered; requests for access tokens are never touched."""

    NORMAL = "normal"
    SLOW = "slow"
    UNAVAILABLE = "unavailable"
    EXPIRED_ONCE = "expired-once"
    HTML = "html"
    CUT = "cut"

    @property
    def label(self) -> Sentence:
        """What people call it."""
        return _LABELS[self]


def early_reply(
    scenario: Scenario, request: HttpRequest, request_id: str
) -> HttpReply | None:
    """The answer of a scenario that keeps a request from being read at all."""
    if scenario is Scenario.UNAVAILABLE:
        # Facts F.1: flow control; its body is not documented and may be empty.
        return HttpReply(503, {}, b"")
    if scenario is Scenario.HTML:
        return HttpReply(502, {"Content-Type": "text/html"}, _GATEWAY_PAGE)
    if scenario is Scenario.EXPIRED_ONCE:
        refusal = expired(bearer_token(request.header("Authorization")))
        return push_reply(refusal.status, refusal.code, refusal.msg, request_id)
    return None


_GATEWAY_PAGE = (
    b"<html><head><title>502 Bad Gateway</title></head>"
    b"<body><h1>502 Bad Gateway</h1><p>proxy.example.com</p></body></html>"
)

_LABELS = {
    Scenario.NORMAL: QT_TRANSLATE_NOOP("sandbox", "Everything works"),
    Scenario.SLOW: QT_TRANSLATE_NOOP("sandbox", "Answers come slowly"),
    Scenario.UNAVAILABLE: QT_TRANSLATE_NOOP(
        "sandbox", "Push Kit is overloaded (HTTP 503)"
    ),
    Scenario.EXPIRED_ONCE: QT_TRANSLATE_NOOP(
        "sandbox", "The token expires, once (HTTP 401)"
    ),
    Scenario.HTML: QT_TRANSLATE_NOOP(
        "sandbox", "A proxy answers instead of Push Kit (HTTP 502)"
    ),
    Scenario.CUT: QT_TRANSLATE_NOOP(
        "sandbox", "The connection breaks before the answer"
    ),
}
