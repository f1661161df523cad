"""What the credential doctor found, in one line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hmpush_gui.exchange.doctor_report import MARKS
from hmpush_gui.pushkit.finding import Finding, State, worst

from .words import said, sentences


def summary(findings: Sequence[Finding]) -> str:
    """The worst of it, and how much there is."""
    state = worst(findings)
    count = sum(each.state is state for each in findings)
    words = {
        State.FINE: QCoreApplication.translate(
            "FindingSummary", "Nothing is wrong: {count} things looked at."
        ),
        State.LOOK: QCoreApplication.translate(
            "FindingSummary", "Nothing is wrong; to look at: {count}."
        ),
        State.WRONG: QCoreApplication.translate("FindingSummary", "Wrong: {count}."),
        State.UNKNOWN: QCoreApplication.translate(
            "FindingSummary", "Could not tell: {count}."
        ),
    }
    return f"{MARKS[state]} {words[state].format(count=count)}"


def first_trouble(findings: Sequence[Finding]) -> str:
    """What is wrong first, and its fix; empty if nothing is."""
    for each in findings:
        if each.state is State.WRONG:
            fix = said(each.fix) if each.fix else ""
            return sentences([said(each.sentence), fix])
    return ""
