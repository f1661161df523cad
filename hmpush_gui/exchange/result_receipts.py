"""What receipts say, beside the results of a send that is handed out.

A receipt is no outcome: Push Kit accepted or refused a message, whatever a phone did.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

from hmpush_gui.pushkit.explain import explain_receipt
from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.receipt_column import ReceiptColumn
from hmpush_gui.pushkit.record import SendHistory
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

NONE_SO_FAR = QT_TRANSLATE_NOOP("report", "none so far")

_MAY_HAVE_ONE = (Verdict.ACCEPTED, Verdict.UNKNOWN)


class ReceiptCells(NamedTuple):
    """The last receipt of a device as texts, "" where there is none.

    `at` is ISO 8601 in UTC.
    """

    result: str = ""
    meaning: str = ""
    fix: str = ""
    at: str = ""

    @property
    def words(self) -> str:
        """Number and meaning in one."""
        return " · ".join(filter(None, (self.result, self.meaning)))


def receipt_cells(receipts: ReceiptColumn, row: int, language: str) -> ReceiptCells:
    """What the receipt of a row says."""
    result = receipts.result(row)
    if result is None:
        return NO_CELLS
    return result_cells(result, language, receipts.at(row))


def result_cells(result: int, language: str, at: float | None = None) -> ReceiptCells:
    """What a result means; `at` is Unix seconds."""
    return ReceiptCells(str(result), *_words(result, language), iso(at) if at else "")


@cache
def _words(result: int, language: str) -> tuple[str, str]:
    known = explain_receipt(str(result), language)
    return (known.meaning, known.fix) if known else ("", "")


def receipt_sums(send: SendHistory, language: str, none: str) -> Iterator[str]:
    """How many devices each result was told of; `none` calls those without any yet."""
    for result, count in send.receipts.counts().items():
        words = result_cells(result, language).words.rstrip(".。")
        yield f"{words} ({count})"
    wait = sum(
        each.verdict in _MAY_HAVE_ONE and send.receipts.result(row) is None
        for row, each in enumerate(send.outcomes)
    )
    if wait and send.receipts:
        yield f"{none} ({wait})"


def may_have_one(verdict: Verdict | None) -> bool:
    """Whether a receipt may still come in after this outcome."""
    return verdict in _MAY_HAVE_ONE


def iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")


NO_CELLS = ReceiptCells()
