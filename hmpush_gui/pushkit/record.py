"""What a send was and what is known of it: the values history keeps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from .device import Device
from .message import Message
from .project import Environment, Project
from .protocol import Exchange, Outcome, Verdict


@dataclass(frozen=True, slots=True)
class SendRecord:
    """One press of the button: a message for devices, as of that moment.

    `key` is unique; `started_at` is Unix seconds.
    """

    key: str
    started_at: float
    project: Project
    message: Message
    devices: Sequence[Device]


@dataclass(frozen=True, slots=True)
class SendSummary:
    """A send as one line of history. `finished` is False if the program ended first."""

    key: str
    started_at: float
    project_name: str
    environment: Environment
    api: str
    push_type: str
    title: str
    finished: bool
    counts: Mapping[Verdict, int]
    body: str = ""
    project_key: str = ""


@dataclass(frozen=True, slots=True)
class SendHistory:
    """All that is kept of one send; exchanges in the order they began.

    `next_number` is the first that no request of it has had.
    """

    record: SendRecord
    finished: bool
    exchanges: tuple[Exchange, ...]
    outcomes: tuple[Outcome, ...]
    next_number: int


def count(outcomes: Iterable[Outcome]) -> Mapping[Verdict, int]:
    """How many tokens met each verdict."""
    counts = dict.fromkeys(Verdict, 0)
    for outcome in outcomes:
        counts[outcome.verdict] += 1
    return MappingProxyType(counts)
