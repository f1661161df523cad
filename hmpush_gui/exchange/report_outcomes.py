"""What a report says of each device, and what the codes and receipts in it mean."""

from collections.abc import Iterator

from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.receipt import DELIVERED
from hmpush_gui.pushkit.record import SendHistory
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .report_blocks import Block, Heading, Note, Say, Table
from .result_receipts import NONE_SO_FAR, may_have_one
from .results import ResultRow

ROWS = 200
"""So many devices are named; a ticket with more is read by nobody."""

VERDICTS = {
    Verdict.ACCEPTED: QT_TRANSLATE_NOOP("report", "Accepted"),
    Verdict.REJECTED: QT_TRANSLATE_NOOP("report", "Rejected"),
    Verdict.UNKNOWN: QT_TRANSLATE_NOOP("report", "Unknown"),
    Verdict.NOT_SENT: QT_TRANSLATE_NOOP("report", "Not sent"),
}


def named(send: SendHistory) -> list[int]:
    """The numbers of the devices to name: what went wrong first, then on the phone."""
    verdicts = [each.verdict for each in send.outcomes]

    def fared(number: int) -> tuple[bool, bool]:
        arrived = send.receipts.result(number) in (None, DELIVERED)
        return verdicts[number] is Verdict.ACCEPTED, arrived

    return sorted(range(len(verdicts)), key=fared)[:ROWS]


def outcomes(rows: list[ResultRow], send: SendHistory, say: Say) -> Iterator[Block]:
    head: tuple[Sentence, ...] = (
        QT_TRANSLATE_NOOP("report", "Device"),
        QT_TRANSLATE_NOOP("report", "Push token"),
        QT_TRANSLATE_NOOP("report", "Outcome"),
        QT_TRANSLATE_NOOP("report", "Code"),
        QT_TRANSLATE_NOOP("report", "Reason"),
        QT_TRANSLATE_NOOP("report", "Request ID"),
    )
    cells: list[tuple[str, ...]] = [
        (row.device, row.token, say(VERDICTS[row.verdict]), row.code, row.reason,
         row.request_id)
        for row in rows
    ]  # fmt: skip
    if send.receipts:
        told = (_receipt(row, say) for row in rows)
        cells = [(*each, words) for each, words in zip(cells, told, strict=True)]
        head = (*head, QT_TRANSLATE_NOOP("report", "Receipt"))
    yield Table(tuple(cells), tuple(map(say, head)))
    count = len(send.outcomes)
    if count > len(rows):
        more = QT_TRANSLATE_NOOP("report", "… and {count} more devices.")
        yield Note(say(more.format(count=count - len(rows))))


def _receipt(row: ResultRow, say: Say) -> str:
    """What a phone said, beside the outcome; that one may still come, or nothing."""
    if row.receipt.result:
        return row.receipt.words
    return say(NONE_SO_FAR) if may_have_one(row.verdict) else ""


def explanations(rows: list[ResultRow], say: Say) -> Iterator[Block]:
    """Each meaning once, with what to do; of receipts those that something is amiss."""
    found = {
        " ".join(filter(None, (row.code, row.reason))): (row.meaning, row.fix)
        for row in rows
        if row.meaning
    }
    name = QT_TRANSLATE_NOOP("report", "Receipt {number}")
    found |= {
        say(name.format(number=row.receipt.result)): row.receipt[1:3]
        for row in rows
        if row.receipt.meaning and row.receipt.result != str(DELIVERED)
    }
    if not found:
        return
    yield Heading(say(QT_TRANSLATE_NOOP("report", "What it means")))
    head = (
        say(QT_TRANSLATE_NOOP("report", "Code")),
        say(QT_TRANSLATE_NOOP("report", "Meaning")),
        say(QT_TRANSLATE_NOOP("report", "What to do")),
    )
    yield Table(tuple((code, *words) for code, words in found.items()), head)
