"""What the credential doctor found, as a text for a ticket."""

import platform
from collections.abc import Callable, Sequence

from hmpush_gui.pushkit.finding import Finding, State
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .redact import Redactor

Say = Callable[[Sentence], str]

MARKS = {State.FINE: "✓", State.LOOK: "▲", State.WRONG: "✕", State.UNKNOWN: "?"}
"""A sign for each state, beside its word."""


def report(findings: Sequence[Finding], when: str, say: Say = str) -> str:
    """All findings, one after the other, through the redactor.

    `when` is the time of the examination as it should be read; `say` translates.
    """
    title = QT_TRANSLATE_NOOP("exchange", "Credential check, {when}, {system}").format(
        when=when, system=f"{platform.system()} {platform.release()}"
    )
    lines = [say(title), ""]
    for each in findings:
        lines += finding_lines(each, say)
    # Line by line: a key that has lost its end would hide all that follows.
    return "".join(f"{Redactor().text(line)}\n" for line in lines)


def finding_lines(finding: Finding, say: Say = str) -> list[str]:
    """A finding in one line, and its fix in another."""
    lines = [f"{MARKS[finding.state]} {say(finding.sentence)}"]
    if finding.fix:
        lines.append(f"  → {say(finding.fix)}")
    return lines


def as_json(findings: Sequence[Finding]) -> list[dict[str, str]]:
    """Findings for a machine; `fix` is empty where nothing is to be done."""
    redact = Redactor().text
    return [
        {
            "part": str(each.part),
            "name": each.name,
            "state": str(each.state),
            "sentence": redact(str(each.sentence)),
            "fix": redact(str(each.fix)) if each.fix else "",
        }
        for each in findings
    ]
