"""A request and its answer as text a developer reads."""

import json

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.document import pretty
from hmpush_gui.pushkit.explain import explain_code
from hmpush_gui.pushkit.protocol import Exchange, Request, Timing

from .words import language, said

_TOKENS_SHOWN = 20


def request_text(request: Request, headers: tuple[tuple[str, str], ...] = ()) -> str:
    """Request line, headers and body; `headers` are those that really went out."""
    shown = headers or tuple(request.headers.items())
    lines = [f"{request.method} {request.url}"]
    lines += [f"{name}: {value}" for name, value in shown]
    return "\n".join([*lines, "", body_text(request.body)])


def answer_text(exchange: Exchange) -> str:
    """Status line, headers and body of the answer; empty if there is none."""
    answer = exchange.answer
    if answer is None:
        return ""
    lines = [f"HTTP {answer.status} {answer.phrase}".rstrip()]
    lines += [f"{name}: {value}" for name, value in answer.headers]
    return "\n".join([*lines, "", body_text(answer.body)])


def body_text(body: bytes) -> str:
    """JSON laid out, with a long token list shortened; anything else as it came."""
    text = body.decode("utf-8", "replace")
    try:
        content = json.loads(text)
        # Python reads NaN and 1e999, which JSON does not have: those stay as they came.
        return pretty(_shortened(content)) if isinstance(content, dict | list) else text
    except (ValueError, RecursionError):
        return text


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
    """What the answer means, in a sentence or two."""
    if exchange.failure:
        return said(exchange.failure)
    known = explain_code(exchange.code, language())
    if known is None:
        return f"{exchange.code}  {exchange.message}".strip()
    causes = [f"{number}. {cause}" for number, cause in enumerate(known.causes, 1)]
    first = f"{exchange.code}  {known.meaning}"
    return "\n".join([first, *causes, f"→ {known.fix}"] if known.fix else [first])


def timing_text(timing: Timing) -> str:
    """The steps in milliseconds since the start of the request."""
    steps = (
        (QCoreApplication.translate("Exchange", "authorised"), timing.authorised),
        (QCoreApplication.translate("Exchange", "connected"), timing.connected),
        (QCoreApplication.translate("Exchange", "TLS"), timing.secured),
        (QCoreApplication.translate("Exchange", "sent"), timing.sent),
        (QCoreApplication.translate("Exchange", "first byte"), timing.first_byte),
        (QCoreApplication.translate("Exchange", "done"), timing.done),
    )
    return "  ·  ".join(
        f"{name} {milliseconds(at)}" for name, at in steps if at is not None
    )


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"
