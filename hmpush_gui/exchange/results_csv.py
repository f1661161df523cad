"""Results as CSV that a spreadsheet opens and does not obey."""

import csv
import io

from hmpush_gui.pushkit.record import SendHistory

from .language_table import MARK
from .results import redactor_of, result_rows

HEAD = (
    "device", "token", "outcome", "code", "reason", "meaning", "next_step",
    "request_id", "receipt", "receipt_meaning", "receipt_next_step", "receipt_time",
)  # fmt: skip

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV injection)."""


def results_csv(
    send: SendHistory, *, tokens: bool = False, language: str = "en"
) -> str:
    """CSV of RFC 4180, with a byte order mark for Excel."""
    redact = redactor_of(send, tokens=tokens)
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(HEAD)
    for row in result_rows(send, redact, language=language):
        cells = (
            row.device, row.token, str(row.verdict), row.code, row.reason, row.meaning,
            row.fix, row.request_id, *row.receipt,
        )  # fmt: skip
        table.writerow(map(harmless, cells))
    return MARK + out.getvalue()


def harmless(cell: str) -> str:
    """A cell with an apostrophe before what would be run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
