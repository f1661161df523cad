"""The results of a send as rows to hand out, redacted once for all that writes them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from hmpush_gui.pushkit.explain import Explanation, explain_fate
from hmpush_gui.pushkit.picked import tokens_in
from hmpush_gui.pushkit.places import Places
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import SendHistory, count
from hmpush_gui.pushkit.sending import target_of

from .redact import Redactor
from .result_receipts import NO_CELLS, ReceiptCells, receipt_cells


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What became of one device, ready to be read by anybody."""

    device: str
    token: str
    verdict: Verdict
    code: str
    reason: str
    meaning: str
    fix: str
    request_id: str
    receipt: ReceiptCells = NO_CELLS


def redactor_of(send: SendHistory, *, tokens: bool = False) -> Redactor:
    """What takes everything out of `send` that may not be handed out.

    The topic or condition of a send is no push token, and stays.
    """
    if target_of(send.record.message):
        return Redactor()
    known = list(tokens_in(send.record.devices))
    return Redactor(known, show_tokens=tokens)


def result_rows(
    send: SendHistory,
    redact: Redactor,
    *,
    language: str = "en",
    numbers: Iterable[int] | None = None,
) -> Iterator[ResultRow]:
    """A row for each device of `send`, or for those of `numbers`, in that order.

    `redact` is that of `send`, `redactor_of`.
    """
    is_target = bool(target_of(send.record.message))
    ids = _request_ids(send)
    # Codes and request IDs are few, and repeat.
    seldom = cache(redact.text)
    for number in range(len(send.outcomes)) if numbers is None else numbers:
        device, outcome = send.record.devices[number], send.outcomes[number]
        known = _explained(outcome.code, outcome.reason, language)
        if outcome.verdict is Verdict.ACCEPTED:
            known = None
        yield ResultRow(
            redact.text(device.label),
            device.token if is_target else redact.token(device.token),
            outcome.verdict,
            seldom(outcome.code),
            seldom(outcome.reason),
            known.meaning if known else "",
            known.fix if known else "",
            seldom(ids.get(number, "")),
            receipt_cells(send.receipts, number, language),
        )


def started_at(send: SendHistory) -> str:
    """When it was sent, in ISO 8601 and UTC."""
    started = datetime.fromtimestamp(send.record.started_at, UTC)
    return started.isoformat(timespec="seconds")


def counts_of(send: SendHistory) -> Mapping[Verdict, int]:
    """How many devices met each verdict."""
    return count(send.outcomes)


def _request_ids(send: SendHistory) -> dict[int, str]:
    """The request ID of each device's number, where there is one."""
    devices = send.record.devices
    places = Places(enumerate(tokens_in(devices)))
    ids: dict[int, str] = {}
    for number, exchange in enumerate(send.exchanges):
        known = [each.token for each in exchange.outcomes if each.token in places]
        ids.update(dict.fromkeys(places.of(number, known), exchange.request_id))
    return ids


@cache
def _explained(code: str, reason: str, language: str) -> Explanation | None:
    return explain_fate(code, reason, language)
