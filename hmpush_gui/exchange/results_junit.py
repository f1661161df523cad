"""Results as JUnit XML, which CI servers show as tests."""

import re
import xml.etree.ElementTree as ET

from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import Action, SendHistory

from .result_receipts import ReceiptCells
from .results import ResultRow, counts_of, redactor_of, result_rows, started_at

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write, not even escaped (section 2.2)."""

_ELEMENTS = {
    Verdict.REJECTED: "failure",
    Verdict.UNKNOWN: "error",
    Verdict.NOT_SENT: "skipped",
}


def results_junit(
    send: SendHistory, *, tokens: bool = False, language: str = "en"
) -> str:
    """A suite with a case for each device: rejected fails, unknown is an error.

    What a receipt says is a property of the case, whose outcome stays as it is.
    """
    record, counts = send.record, counts_of(send)
    redact = redactor_of(send, tokens=tokens)
    title = record.message.title
    if record.action is Action.RECALL:
        title = f"Recall of {title}"
    project = f"{record.project.name} ({record.project.environment})"
    sums = {
        "tests": str(len(send.outcomes)),
        "failures": str(counts[Verdict.REJECTED]),
        "errors": str(counts[Verdict.UNKNOWN]),
        "skipped": str(counts[Verdict.NOT_SENT]),
    }
    suites = ET.Element("testsuites", {"name": "hmpush", **sums})
    about = {
        "name": clean(redact.text(f"{project}: {title}")),
        "timestamp": started_at(send).removesuffix("+00:00"),
        "time": "0",
    }
    suite = ET.SubElement(suites, "testsuite", {**about, **sums})
    where = clean(redact.text(project))
    for row in result_rows(send, redact, language=language):
        _add_case(suite, row, where)
    ET.indent(suites)
    text = ET.tostring(suites, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add_case(suite: ET.Element, row: ResultRow, project: str) -> None:
    name = clean(f"{row.device} [{row.token}]")
    case = ET.SubElement(suite, "testcase", classname=project, name=name, time="0")
    if row.receipt.result:
        add_receipt(case, row.receipt)
    kind = _ELEMENTS.get(row.verdict)
    if kind is not None:
        codes = " ".join(part for part in (row.code, row.reason) if part)
        about = {"message": clean(f"{codes} {row.meaning}".strip() or row.verdict)}
        if kind != "skipped":
            about["type"] = clean(row.code or row.reason or row.verdict)
        ET.SubElement(case, kind, about).text = clean(row.fix)
    if row.request_id:
        ET.SubElement(case, "system-out").text = clean(f"requestId {row.request_id}")


def add_receipt(case: ET.Element, told: ReceiptCells) -> None:
    """Put what a receipt says into the properties of a case."""
    properties = ET.SubElement(case, "properties")
    for key, value in told._asdict().items():
        title = "receipt" if key == "result" else f"receipt.{key}"
        ET.SubElement(properties, "property", name=title, value=clean(value))


def clean(text: str) -> str:
    """`text` with what XML cannot write replaced."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
