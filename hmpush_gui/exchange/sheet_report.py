"""What a test run sheet has to say to others, in the forms of a report."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.explain import explain_fate
from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.run_sheet import Finding, Mark, RunSheet
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .hand_forms import ExportForm
from .redact import Redactor
from .report_blocks import Block, Heading, Note, Picture, Say, Table
from .report_html import html
from .report_markdown import markdown
from .report_outcomes import VERDICTS
from .result_receipts import NONE_SO_FAR, may_have_one, result_cells
from .results_junit import add_receipt, clean

_MARKS = {
    Mark.OPEN: QT_TRANSLATE_NOOP("report", "Open"),
    Mark.PASS: QT_TRANSLATE_NOOP("report", "Pass"),
    Mark.FAIL: QT_TRANSLATE_NOOP("report", "Fail"),
    Mark.SKIP: QT_TRANSLATE_NOOP("report", "Skip"),
}
_HEAD = (
    QT_TRANSLATE_NOOP("report", "Device"),
    QT_TRANSLATE_NOOP("report", "Push token"),
    QT_TRANSLATE_NOOP("report", "Push Kit"),
    QT_TRANSLATE_NOOP("report", "Reason"),
    QT_TRANSLATE_NOOP("report", "Request ID"),
    QT_TRANSLATE_NOOP("report", "Time"),
    QT_TRANSLATE_NOOP("report", "Seen on the phone"),
    QT_TRANSLATE_NOOP("report", "Note"),
)
_RECEIPT = QT_TRANSLATE_NOOP("report", "Receipt")


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What a sheet does not know itself: its project's name and environment, a picture
    of each scenario by its key, as base64 of a PNG, and the program with its version.
    """

    project: str = ""
    environment: str = ""
    pictures: Mapping[str, str] = field(default_factory=dict)
    program: str = ""


def sheet_text(
    sheet: RunSheet,
    form: ExportForm,
    facts: SheetFacts,
    *,
    tokens: bool = False,
    language: str = "en",
    say: Say = str,
) -> str:
    """The report as HTML, Markdown or JUnit XML; whole tokens only if asked for."""
    known = [device.token for device in sheet.devices]
    redact = Redactor(known, show_tokens=tokens)
    if form is ExportForm.JUNIT:
        return _junit(sheet, redact, language)
    blocks = tuple(_blocks(sheet, facts, redact, language, say))
    return markdown(blocks) if form is ExportForm.MARKDOWN else html(blocks, language)


def _blocks(
    sheet: RunSheet, facts: SheetFacts, redact: Redactor, language: str, say: Say
) -> Iterator[Block]:
    name = redact.text(sheet.name)
    yield Heading(
        say(QT_TRANSLATE_NOOP("report", "Test run: {name}").format(name=name))
    )
    yield Table(tuple(_facts(sheet, facts, redact, say)))
    head = [*_HEAD]
    if any(found.receipt is not None for found in sheet.findings.values()):
        head.append(_RECEIPT)
    for scenario in sheet.scenarios:
        yield Heading(redact.text(scenario.title))
        if scenario.expected:
            yield Note(redact.text(scenario.expected))
        if picture := facts.pictures.get(scenario.key):
            yield Picture(redact.text(scenario.title), picture)
        rows = (
            _row(device, sheet.finding((scenario.key, device.token)), redact, language,
                 say)
            for device in sheet.devices
        )  # fmt: skip
        # Without any receipt there is no column for them.
        cells = tuple(row[: len(head)] for row in rows)
        yield Table(cells, tuple(map(say, head)))


def _facts(
    sheet: RunSheet, facts: SheetFacts, redact: Redactor, say: Say
) -> Iterator[tuple[str, str]]:
    counts = sheet.counts()
    sums = "   ".join(
        f"{counts[mark]} {say(_MARKS[mark])}" for mark in Mark if counts[mark]
    )
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for name, value in (
        (QT_TRANSLATE_NOOP("report", "Project"), facts.project),
        (QT_TRANSLATE_NOOP("report", "Environment"), facts.environment),
        (QT_TRANSLATE_NOOP("report", "Written at"), now),
        (QT_TRANSLATE_NOOP("report", "Written by"), facts.program),
        (QT_TRANSLATE_NOOP("report", "Seen on the phones"), sums),
    ):
        if value:
            yield say(name), redact.text(value)


def _row(
    device: Device, found: Finding, redact: Redactor, language: str, say: Say
) -> tuple[str, ...]:
    at = (
        datetime.fromtimestamp(found.at, UTC).isoformat(timespec="seconds")
        if found.at
        else ""
    )
    return (
        redact.text(device.label),
        redact.token(device.token),
        say(VERDICTS[found.verdict]) if found.verdict else "—",
        redact.text(_why(found, language)),
        redact.text(found.request_id),
        at,
        say(_MARKS[found.mark]),
        redact.text(found.note),
        _told(found, language, say),
    )


def _told(found: Finding, language: str, say: Say) -> str:
    """What the receipt says, beside what Push Kit said and what the tester saw."""
    if found.receipt is not None:
        return result_cells(found.receipt, language).words
    return say(NONE_SO_FAR) if may_have_one(found.verdict) else ""


def _why(found: Finding, language: str) -> str:
    if found.verdict in (None, Verdict.ACCEPTED):
        return ""
    known = explain_fate(found.code, found.reason, language)
    codes = " ".join(filter(None, (found.code, found.reason)))
    return f"{known.meaning} ({codes})" if known else codes


def _junit(sheet: RunSheet, redact: Redactor, language: str) -> str:
    """A suite of each scenario: what was not seen right fails, what is open skips."""
    suites = ET.Element("testsuites", {"name": clean(redact.text(sheet.name))})
    for scenario in sheet.scenarios:
        title = clean(redact.text(scenario.title))
        suite = ET.SubElement(suites, "testsuite", {"name": title})
        for device in sheet.devices:
            found = sheet.finding((scenario.key, device.token))
            _case(suite, title, device, found, redact, language)
        suite.set("tests", str(len(sheet.devices)))
        suite.set("failures", str(len(suite.findall("*/failure"))))
        suite.set("skipped", str(len(suite.findall("*/skipped"))))
    ET.indent(suites)
    text = ET.tostring(suites, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _case(
    suite: ET.Element,
    scenario: str,
    device: Device,
    found: Finding,
    redact: Redactor,
    language: str,
) -> None:
    name = clean(f"{redact.text(device.label)} [{redact.token(device.token)}]")
    case = ET.SubElement(suite, "testcase", {"classname": scenario, "name": name})
    if found.receipt is not None:
        add_receipt(case, result_cells(found.receipt, language, found.receipt_at))
    note = clean(redact.text(found.note))
    if found.mark is Mark.FAIL:
        ET.SubElement(case, "failure", {"message": note or "fail"})
    elif found.mark is not Mark.PASS:
        ET.SubElement(case, "skipped", {"message": note or str(found.mark)})
    told = " ".join(filter(None, (str(found.verdict or ""), found.request_id)))
    told = f"{told} {_why(found, language)}".strip()
    if told:
        ET.SubElement(case, "system-out").text = clean(redact.text(told))
