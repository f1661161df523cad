"""What a send was and what is known of it: the values history keeps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from .device import Device
from .message import Message
from .project import Environment, Project
from .protocol import Exchange, Outcome, Verdict
from .receipt_column import ReceiptColumn


class Action(StrEnum):
    """What the requests of a send ask of Push Kit."""

    SEND = "send"
    RECALL = "recall"


@dataclass(frozen=True, slots=True)
class SendRecord:
    """One press of the button: a message for devices, as of that moment.

    `key` is unique; `started_at` is Unix seconds. A recall takes `message` back from
    `devices`; `about` is the key of the send it went out in.
    """

    key: str
    started_at: float
    project: Project
    message: Message
    devices: Sequence[Device]
    action: Action = Action.SEND
    about: str = ""


class SendSummary(NamedTuple):
    """A send as one line of history. `finished` is False if the program ended first.

    `number` counts the sends in the order they began. `name` and `note` are the user's.
    `notify_id` is what a recall needs (facts I.2), `target` a topic or condition.
    """

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
    number: int = 0
    starred: bool = False
    name: str = ""
    note: str = ""
    notify_id: int | None = None
    target: str = ""
    action: Action = Action.SEND


@dataclass(frozen=True, slots=True)
class SendQuery:
    """Which sends to look for: those of which all of this is true.

    Every word of `text` stands somewhere; `project` is a key; `verdict` is what some
    device met, or all of them for Accepted; they began from `since` on and before
    `until`, Unix seconds.
    """

    text: str = ""
    project: str = ""
    verdict: Verdict | None = None
    since: float | None = None
    until: float | None = None
    starred: bool = False


class SendPage(NamedTuple):
    """Some of the sends that were found, the last begun first.

    `more` is what to go on from, None at the end.
    """

    sends: Sequence[SendSummary]
    more: int | None = None


@dataclass(frozen=True, slots=True)
class SendHistory:
    """All that is kept of one send; exchanges in the order they began.

    `next_number` is the first that no request of it has had. `receipts` have a row for
    each outcome, or none at all.
    """

    record: SendRecord
    finished: bool
    exchanges: Sequence[Exchange]
    outcomes: Sequence[Outcome]
    next_number: int
    receipts: ReceiptColumn = field(default_factory=ReceiptColumn)


def count(outcomes: Iterable[Outcome]) -> Mapping[Verdict, int]:
    """How many tokens met each verdict."""
    counts = dict.fromkeys(Verdict, 0)
    for outcome in outcomes:
        counts[outcome.verdict] += 1
    return MappingProxyType(counts)
