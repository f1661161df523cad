"""What a scenario makes of a push request."""

import math
from dataclasses import replace

from .bearer import bearer_token, expired
from .books import Fate
from .scenario import Scenario
from .wire import HttpReply, HttpRequest, push_reply


def early_reply(
    scenario: Scenario, request: HttpRequest, request_id: str, delay: float
) -> tuple[HttpReply, Fate] | None:
    """The answer of a scenario that keeps a request from being judged at all."""
    if scenario is Scenario.CUT_EARLY:
        return HttpReply(400, {}, b"", cut=True), Fate.DOUBTED
    if scenario is Scenario.UNAVAILABLE:
        # Facts F.1: flow control; its body is not documented and may be empty.
        return HttpReply(503, {}, b""), Fate.REFUSED
    if scenario is Scenario.RETRY_AFTER:
        return HttpReply(503, {"Retry-After": f"{math.ceil(delay)}"}, b""), Fate.REFUSED
    if scenario is Scenario.INNER_ERROR:
        return push_reply(500, "81000001", "Inner Error", request_id), Fate.REFUSED
    if scenario is Scenario.HTML:
        return _page(502, "Bad Gateway"), Fate.DOUBTED
    if scenario is Scenario.TOO_LARGE:
        return _page(413, "Request Entity Too Large"), Fate.REFUSED
    if scenario is Scenario.EXPIRED_ONCE:
        refusal = expired(bearer_token(request.header("Authorization")))
        reply = push_reply(refusal.status, refusal.code, refusal.msg, request_id)
        return reply, Fate.REFUSED
    return None


def spoil(reply: HttpReply, scenario: Scenario, delay: float) -> HttpReply:
    """A right answer, on its way through the scenario."""
    if scenario is Scenario.SLOW:
        return replace(reply, delay=delay)
    if scenario is Scenario.DRIP:
        return replace(reply, drip=delay)
    if scenario is Scenario.HALF:
        return replace(reply, half=True)
    return replace(reply, cut=True) if scenario is Scenario.CUT else reply


def lasting(scenario: Scenario, delay: float) -> float:
    """Seconds until an answer is out."""
    return delay if scenario in (Scenario.SLOW, Scenario.DRIP) else 0.0


def _page(status: int, words: str) -> HttpReply:
    """A gateway's page."""
    page = (
        f"<html><head><title>{status} {words}</title></head>"
        f"<body><h1>{status} {words}</h1><p>proxy.example.com</p></body></html>"
    )
    return HttpReply(status, {"Content-Type": "text/html"}, page.encode())
