"""Receipts as a text or a table to hand out, redacted."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hmpush_gui.pushkit.explain import explain_receipt
from hmpush_gui.pushkit.receipt import Receipt, local_time

from .language_table import MARK
from .redact import Redactor
from .results_csv import harmless

HEAD = (
    "time", "device", "token", "result", "meaning", "next_step", "request_id",
    "bi_tag", "app", "form_id", "send",
)  # fmt: skip


class ToldReceipt(NamedTuple):
    """A receipt with what is known of it here: the device's name, the send's title."""

    receipt: Receipt
    device: str = ""
    send: str = ""


def receipts_csv(told: Sequence[ToldReceipt], language: str = "en") -> str:
    """CSV of RFC 4180, with a byte order mark for Excel."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(HEAD)
    for row in _rows(told, language):
        table.writerow(map(harmless, row))
    return MARK + out.getvalue()


def receipts_text(told: Sequence[ToldReceipt], language: str = "en") -> str:
    """A line for each receipt, its values parted by tabs."""
    rows = [HEAD, *_rows(told, language)]
    return "\n".join("\t".join(map(_one_line, row)) for row in rows) + "\n"


def _rows(told: Sequence[ToldReceipt], language: str) -> Iterator[tuple[str, ...]]:
    redact = Redactor({each.receipt.token for each in told})
    for receipt, device, send in told:
        known = explain_receipt(str(receipt.result), language)
        yield (
            local_time(receipt.at),
            redact.text(device),
            redact.token(receipt.token),
            str(receipt.result),
            known.meaning if known else "",
            known.fix if known else "",
            redact.text(receipt.request_id),
            redact.text(receipt.bi_tag),
            redact.text(receipt.app),
            redact.text(receipt.form_id),
            redact.text(send),
        )


def _one_line(cell: str) -> str:
    return " ".join(cell.split())
