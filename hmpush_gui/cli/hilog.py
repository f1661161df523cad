"""`hmpush hilog FILE`: what a device's log says of push tokens."""

import argparse

from hmpush_gui.exchange.hilog import Finding, Kind, find_in_log
from hmpush_gui.exchange.hilog_advice import CERTAINTIES, TITLES, advice_on
from hmpush_gui.exchange.hilog_lines import decode_log
from hmpush_gui.pushkit.explain import Explanation, explain_device

from .explain import advice
from .explain import as_json as meaning_json
from .files import open_binary
from .outcome import BadInput, Exit
from .output import print_json

_SHOWN = 8
"""Of the lines in which a value stands."""


def hilog(options: argparse.Namespace) -> Exit:
    """Print what was found, and what each code means."""
    findings = find_in_log(_read(options.file))
    if options.json:
        print_json([as_json(each, options.language) for each in findings])
    elif findings:
        print("\n\n".join(as_text(each, options.language) for each in findings))
    else:
        print("No push token, AAID or error code of Push Kit was found in this log.")
    tokens = any(each.kind is Kind.TOKEN for each in findings)
    return Exit.GOOD if tokens else Exit.REJECTED


def as_json(finding: Finding, language: str = "en") -> dict[str, object]:
    """A finding for a machine; `explanation` is null where there is none."""
    meaning = _meaning(finding, language)
    todo = advice_on(finding.kind, finding.value)
    return {
        "kind": str(finding.kind),
        "value": finding.value,
        "certainty": str(finding.certainty),
        "lines": list(finding.lines),
        "explanation": meaning_json(meaning) if meaning else None,
        "advice": str(todo) if todo else "",
    }


def as_text(finding: Finding, language: str = "en") -> str:
    """A finding for a person: lines, what it is, how sure, the value, what to do."""
    lines = ", ".join(map(str, finding.lines[:_SHOWN]))
    more = ", …" if len(finding.lines) > _SHOWN else ""
    title, sure = TITLES[finding.kind], CERTAINTIES[finding.certainty]
    told = [f"line {lines}{more}: {title} ({sure})"]
    if meaning := _meaning(finding, language):
        told.append(f"  {finding.value}: {meaning.meaning}")
        told += advice(meaning, language)
    elif finding.value:
        told.append(f"  {finding.value}")
    if todo := advice_on(finding.kind, finding.value):
        told.append(f"  → {todo}")
    return "\n".join(told)


def _meaning(finding: Finding, language: str) -> Explanation | None:
    if finding.kind is not Kind.CODE:
        return None
    return explain_device(finding.value, language)


def _read(name: str) -> str:
    try:
        with open_binary(name) as file:
            return decode_log(file.read())
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror or error}.") from None
