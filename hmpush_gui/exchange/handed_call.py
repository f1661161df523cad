"""A request as it may be handed to others: without bearer, tokens only if asked."""

from dataclasses import dataclass

from hmpush_gui.pushkit.protocol import Request

from .redact import Redactor

VARIABLE = "HMPUSH_TOKEN"
"""The environment variable that a copy takes the bearer from."""

PLACEHOLDER = "PUSH_TOKEN_{number}"
"""Stands for a push token that is left out; numbers begin at 1."""


@dataclass(frozen=True, slots=True)
class HandedCall:
    """A call for somebody else's tool. `bearer` is None for the one of `VARIABLE`."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: str
    bearer: str | None = None


def hand_out(
    request: Request, *, tokens: bool = False, bearer: str | None = None
) -> HandedCall:
    """The call that makes `request`; push tokens and a bearer only if asked for.

    Without `tokens` each is a `PLACEHOLDER`. Secrets in the message are masked.
    """
    known = dict.fromkeys(request.tokens)
    names = {
        token: PLACEHOLDER.format(number=number)
        for number, token in enumerate(known, 1)
    }
    redact = Redactor(
        known, show_tokens=tokens, name=lambda token: names.get(token, "PUSH_TOKEN")
    )
    given = (
        (name, value)
        for name, value in request.headers.items()
        if name.lower() != "authorization"
    )
    return HandedCall(
        request.method,
        redact.text(request.url),
        tuple(redact.headers(given)),
        redact.body(request.body),
        bearer,
    )
