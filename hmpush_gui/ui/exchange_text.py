"""A request and its answer as text a developer reads."""

import json

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.document import pretty
from hmpush_gui.pushkit.explain import explain_code
from hmpush_gui.pushkit.protocol import Exchange, Request

from .words import language, said

_TOKENS_SHOWN = 20


def request_text(
    request: Request,
    headers: tuple[tuple[str, str], ...] = (),
    *,
    as_sent: bool = False,
) -> str:
    """Request line, headers and body; `headers` are those that really went out.

    The body is laid out, or `as_sent` to the last byte.
    """
    shown = headers or tuple(request.headers.items())
    lines = [f"{request.method} {request.url}"]
    lines += [f"{name}: {value}" for name, value in shown]
    body = _as_it_is(request.body) if as_sent else body_text(request.body)
    return "\n".join([*lines, "", body])


def answer_text(exchange: Exchange) -> str:
    """Status line, headers and body as they came; empty if there is no answer."""
    answer = exchange.answer
    if answer is None:
        return ""
    lines = [f"HTTP {answer.status} {answer.phrase}".rstrip()]
    lines += [f"{name}: {value}" for name, value in answer.headers]
    return "\n".join([*lines, "", _as_it_is(answer.body)])


def body_text(body: bytes) -> str:
    """JSON laid out, with a long token list shortened; anything else as it came."""
    text = _as_it_is(body)
    try:
        content = json.loads(text)
        # Python reads NaN and 1e999, which JSON does not have: those stay as they came.
        return pretty(_shortened(content)) if isinstance(content, dict | list) else text
    except (ValueError, RecursionError):
        return text


def _as_it_is(body: bytes) -> str:
    return body.decode("utf-8", "replace")


def _shortened(content: object) -> object:
    """`content` with long token lists cut, so that a thousand do not bury the rest."""
    if isinstance(content, dict):
        return {key: _cut(key, value) for key, value in content.items()}
    return content


def _cut(key: str, value: object) -> object:
    if key == "token" and isinstance(value, list) and len(value) > _TOKENS_SHOWN:
        more = QCoreApplication.translate("Exchange", "… and {count} more tokens")
        rest = more.format(count=len(value) - _TOKENS_SHOWN)
        return [*value[:_TOKENS_SHOWN], rest]
    return _shortened(value)


def summary(exchange: Exchange) -> str:
    """What the answer means, in a sentence; Explain tells more."""
    if exchange.failure:
        return said(exchange.failure)
    known = explain_code(exchange.code, language())
    words = known.meaning if known else exchange.message
    return f"{exchange.code}  {words}".strip()


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"
