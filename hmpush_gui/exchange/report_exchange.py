"""A request and its answer as a report lists them."""

import json
from collections.abc import Iterable

from hmpush_gui.pushkit.document import pretty
from hmpush_gui.pushkit.protocol import Answer, Exchange

from .redact import Redactor

LINES = 300
"""So many lines of a body are listed: a thousand tokens would bury the rest."""


def request_listing(exchange: Exchange, redact: Redactor) -> str:
    """Request line, headers and body; the headers that went out, if that is known."""
    request = exchange.request
    headers = exchange.sent_headers or tuple(request.headers.items())
    first = f"{request.method} {redact.text(request.url)}"
    return _listing(first, headers, request.body, redact)


def response_listing(answer: Answer, redact: Redactor) -> str:
    """Status line, headers and body."""
    first = f"HTTP {answer.status} {redact.text(answer.phrase)}".rstrip()
    return _listing(first, answer.headers, answer.body, redact)


def _listing(
    first: str, headers: Iterable[tuple[str, str]], body: bytes, redact: Redactor
) -> str:
    lines = [first, *(f"{name}: {value}" for name, value in redact.headers(headers))]
    laid_out = _laid_out(redact.body(body)).splitlines()
    cut = [f"… (+{len(laid_out) - LINES})"] if len(laid_out) > LINES else []
    return "\n".join([*lines, "", *laid_out[:LINES], *cut])


def _laid_out(text: str) -> str:
    try:
        content = json.loads(text)
        # Not what JSON does not have and Python reads: NaN, 1e999.
        return pretty(content) if isinstance(content, dict | list) else text
    except (ValueError, RecursionError):
        return text
