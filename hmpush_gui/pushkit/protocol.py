"""Requests and answers as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .outcome import Outcome as Outcome
from .outcome import Verdict as Verdict
from .words import Sentence


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
class Timing:
    """Seconds from the start of a request; None for a step that was not reached.

    `authorised` is when the bearer was at hand. A kept-alive connection has no
    `connected` and no `secured`. `began` is that start in Unix seconds, if known.
    """

    authorised: float | None = None
    connected: float | None = None
    secured: float | None = None
    sent: float | None = None
    first_byte: float | None = None
    done: float | None = None
    began: float | None = None

    @property
    def ended_at(self) -> float | None:
        """Unix seconds of the last step that was reached; None if nobody noted it."""
        if self.began is None:
            return None
        steps = [self.authorised, self.connected, self.secured]
        steps += [self.sent, self.first_byte, self.done]
        return self.began + max((at for at in steps if at is not None), default=0.0)


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
